"""A small checklist of a region's own, for the tests of extending."""

from __future__ import annotations

from pathlib import Path

MANIFEST = """\
utgår_från: lakarmedverkan
id: region-norr
titel: Region Norrs checklista
version: "1"
grupper: [rn]
skärpningar:
  - krav: UP-01
    skäl: Nämnden har beslutat om uppföljning varje halvår.
    norm: N5
    grund: [{källa: "Nämndens beslut § 12"}]
    gränser:
      - {del: frekvens, högst_dagar: 184, fattas: att det sker minst en gång i halvåret}
"""
GROUP = """\
grupp: RN
namn: Region Norrs egna krav
krav:
  - id: RN-01
    titel: Digitala vårdmöten
    fråga: Erbjuder läkare digitala vårdmöten?
    slag: skyldighet
    norm: N5
    grund: [{källa: "Riktlinje 2026"}]
    uppfyllt: Läkare erbjuder digitala vårdmöten.
    varför: Avstånden är långa.
    förslag: Regionens läkare ska erbjuda digitala vårdmöten.
    regler:
      delar:
        - namn: möten
          fattas: att läkare erbjuder digitala vårdmöten
          mönster:
            - {alla: ["@rn_möte", "@läkarperson"]}
"""
CONCEPTS = """\
begrepp:
  rn_möte: ["digital* vårdmöte*"]
"""


def write(folder: Path, **changed: str) -> Path:
    """Write the checklist; `changed` replaces whole files by their names without ending."""
    folder.mkdir(exist_ok=True)
    files = {"checklista": MANIFEST, "rn": GROUP, "begrepp_rn": CONCEPTS, **changed}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
