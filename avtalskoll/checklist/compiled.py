"""A loaded checklist kept in the user's cache folder, as Python keeps its own compiled modules.

Reading and checking the YAML files takes longer than most audits. What they give is therefore kept as JSON under the
SHA-256 of the files and of the code that read them; when any of them changes it is read anew. It holds nothing of any
agreement, it is data only, and it may be deleted at any time. Where nothing can be written, all works without it.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import BaseModel, ValidationError

from avtalskoll.checklist.checklist import Ancestor, Checklist, Manifest
from avtalskoll.checklist.provisions import Provisions
from avtalskoll.checklist.requirement import Group
from avtalskoll.checklist.tightening import Tightening
from avtalskoll.checklist.vocabulary import CompiledVocabulary, Vocabulary

_PACKAGE = Path(__file__).resolve().parent.parent


class CompiledChecklist(BaseModel):
    """The file's content: everything an audit needs, without the examples."""

    key: str
    manifest: Manifest
    groups: tuple[Group, ...]
    provisions: Provisions
    vocabulary: CompiledVocabulary
    extends: tuple[Ancestor, ...] = ()
    tightenings: tuple[Tightening, ...] = ()


def load_compiled(folder: Path, sha256: str) -> Checklist | None:
    """The checklist as it was kept; None where it was not, or was made from other files or by other code."""
    try:
        data = _file(folder).read_bytes()
        key = _key(sha256)
        if key.encode() not in data[:200]:
            return None
        compiled = CompiledChecklist.model_validate_json(data)
    except (OSError, ValidationError):
        return None
    if compiled.key != key:
        return None
    vocabulary = Vocabulary.of_compiled(compiled.vocabulary)
    return Checklist(
        manifest=compiled.manifest,
        groups=compiled.groups,
        provisions=compiled.provisions,
        vocabulary=vocabulary,
        sha256=sha256,
        extends=compiled.extends,
        tightenings=compiled.tightenings,
    )


def keep_compiled(folder: Path, checklist: Checklist) -> None:
    """Keep a checklist for the next time, whole or not at all; says nothing where that cannot be done."""
    compiled = CompiledChecklist(
        key=_key(checklist.sha256),
        manifest=checklist.manifest,
        groups=checklist.groups,
        provisions=checklist.provisions,
        vocabulary=checklist.vocabulary.compiled,
        extends=checklist.extends,
        tightenings=checklist.tightenings,
    )
    text = compiled.model_dump_json(by_alias=True, exclude_defaults=True)
    with suppress(OSError):
        path = _file(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(name, path)
        except OSError:
            os.unlink(name)


def _file(folder: Path) -> Path:
    place = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return user_cache_path("avtalskoll", appauthor=False) / f"checklista-{place}.json"


def _key(sha256: str) -> str:
    digest = hashlib.sha256(sha256.encode())
    for path in sorted([*(_PACKAGE / "checklist").glob("*.py"), *(_PACKAGE / "swedish").glob("*.py")]):
        digest.update(path.read_bytes())
    digest.update((_PACKAGE / "_version.py").read_bytes() if (_PACKAGE / "_version.py").is_file() else b"")
    return digest.hexdigest()
