"""The licences of everything in the bundle: packages, Python, and libraries of the system that were copied."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

_HEAD = """Licenser
========

Programmet avtalskoll har MIT-licens (LICENSE.txt). Det består också av de delar som räknas upp här, med deras licenser
i original. Programmet har satts ihop med PyInstaller, vars startdel får spridas med vilket program som helst.
"""
_NAMES = ("licen", "copying", "notice", "authors")


def licences(modules: Sequence[str], binaries: Sequence[tuple[str, str]]) -> str:
    """One text with the licence of every package that these come from, and of the system's parts."""
    parts = [_HEAD, *_packages(modules), _python(), *_libraries(binaries)]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _packages(modules: Sequence[str]) -> Iterator[str]:
    known = packages_distributions()
    names = {name for module in modules for name in known.get(module.split(".")[0], ())} | {"pyinstaller"}
    for name in sorted(names - {"avtalskoll"}, key=str.lower):
        found = distribution(name)
        texts = _texts(found)
        if not texts:
            texts = [f"Licens enligt paketet: {_named_licence(found)}"]
        yield _section(f"{found.metadata['Name']} {found.version}", texts)


def _texts(found: Distribution) -> list[str]:
    paths = [
        found.locate_file(file)
        for file in found.files or ()
        if any(word in file.name.lower() for word in _NAMES)
        and file.suffix in ("", ".txt", ".md", ".rst", ".APACHE", ".BSD")
    ]
    texts = [Path(str(path)).read_text(encoding="utf-8", errors="replace") for path in sorted(map(str, paths))]
    return list(dict.fromkeys(texts))


def _named_licence(found: Distribution) -> str:
    metadata = found.metadata
    kinds = [value for value in metadata.get_all("Classifier") or () if value.startswith("License")]
    named = [*(metadata.get_all("License-Expression") or ()), *(metadata.get_all("License") or ())]
    return "; ".join(named or kinds) or "okänd"


def _python() -> str:
    version = ".".join(map(str, sys.version_info[:3]))
    places = [Path(sys.base_prefix) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE"]
    places.append(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt")
    text = next((path.read_text(encoding="utf-8") for path in places if path.is_file()), "PSF-2.0, se python.org/psf")
    return _section(f"Python {version}", [text])


def _libraries(binaries: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Libraries that come neither with a package nor with Python; on Debian the package's copyright file is there."""
    prefixes = (str(Path(sys.prefix).resolve()), str(Path(sys.base_prefix).resolve()))
    outside = sorted({str(Path(path).resolve()) for _, path in binaries})
    outside = [path for path in outside if not path.startswith(prefixes)]
    seen: set[str] = set()
    for path in outside:
        package = _debian_package(path)
        title = package or Path(path).name
        if title in seen:
            continue
        seen.add(title)
        copyright_file = Path("/usr/share/doc") / (package or "-") / "copyright"
        text = (
            copyright_file.read_text(encoding="utf-8", errors="replace")
            if copyright_file.is_file()
            else "Del av systemet."
        )
        yield _section(title, [text])


def _debian_package(path: str) -> str | None:
    for form in (path, path.removeprefix("/usr")):
        try:
            asked = subprocess.run(["dpkg", "-S", form], capture_output=True, text=True, check=False)
        except OSError:
            return None
        if asked.returncode == 0:
            return asked.stdout.split(":")[0]
    return None


def _section(title: str, texts: Sequence[str]) -> str:
    line = "-" * 78
    return "\n".join([line, title, line, "", *(text.strip() + "\n" for text in texts)])
