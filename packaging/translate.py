"""Gathers all texts for their translation, and makes of the translation what the program reads.

New texts stand in the .ts file as unfinished: they are written there, or with pyside6-linguist, and then this is run
again. The texts of the core are marked by `translatable`, those of the window are what `tr` is called with.
"""

import shutil
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from dev_process import ROOT, CommandError, demand

FOLDER = ROOT / "resources" / "translations"
SOURCES = ("core", "gui")


def main() -> int:
    """Bring every language up to date; return the exit code, 1 where a text has no translation yet."""
    waiting = 0
    for texts in sorted(FOLDER.glob("*.ts")):
        collect(texts)
        release(texts, texts.with_suffix(".qm"))
        found = unfinished(texts)
        waiting += len(found)
        print(*(f"{texts.name}: no translation of “{text}”" for text in found), sep="\n", end="\n" if found else "")
    print(f"{waiting} texts are to be translated" if waiting else "All texts are translated")
    return 1 if waiting else 0


def collect(texts: Path) -> None:
    """Bring a .ts file up to date: with all texts of the sources, and with none that is there no longer."""
    files = sorted(str(path) for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))
    _run(
        "lupdate",
        *("-silent", "-no-obsolete", "-locations", "none"),
        *("-tr-function-alias", "QT_TRANSLATE_NOOP+=translatable"),
        *files,
        *("-ts", str(texts)),
    )


def release(texts: Path, compiled: Path) -> None:
    """Make what the program reads of a .ts file; what is not finished is left out."""
    _run("lrelease", "-silent", "-nounfinished", str(texts), "-qm", str(compiled))


def unfinished(texts: Path) -> list[str]:
    """Return the texts of a .ts file that have no finished translation."""
    messages = ElementTree.parse(texts).getroot().iter("message")  # noqa: S314 - the file is our own
    return [
        message.findtext("source", "")
        for message in messages
        if (translation := message.find("translation")) is None or translation.get("type") or not translation.text
    ]


def _run(name: str, *arguments: str) -> None:
    program = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if program is None:
        raise CommandError(f"pyside6-{name} is missing; PySide6-Essentials brings it.")
    demand([program, *arguments], f"{name} failed; its message is above.")


if __name__ == "__main__":
    sys.exit(main())
