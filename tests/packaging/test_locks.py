"""The lock files keep their promises, whoever remade them last."""

import re
import tomllib
from pathlib import Path

import pytest
from dev_environment import DEVELOPMENT_LOCK, PROGRAM_LOCK
from dev_process import ROOT
from packaging.requirements import Requirement

LOCKS = (PROGRAM_LOCK, DEVELOPMENT_LOCK)


def entries(lock: Path) -> dict[str, str]:
    """Return the lines of each locked package, by its name, version and marker."""
    text = re.sub(r"^ *#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", text.strip())
    return {block.partition(" \\\n")[0]: block for block in blocks}


def versions(lock: Path) -> dict[str, str]:
    return {Requirement(entry).name: str(Requirement(entry).specifier)[2:] for entry in entries(lock)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_has_one_version_and_hashes(lock: Path) -> None:
    for entry, block in entries(lock).items():
        assert re.match(r"[a-z0-9-]+==[\w.]+( ;|$)", entry), entry
        assert "--hash=sha256:" in block, entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_names_where_packages_come_from(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


def test_development_has_all_the_program_has_to_the_hash() -> None:
    assert entries(PROGRAM_LOCK).items() <= entries(DEVELOPMENT_LOCK).items()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locked_versions_are_what_the_project_allows(lock: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"]]
    if lock == DEVELOPMENT_LOCK:
        wanted += project["optional-dependencies"]["dev"]
    locked = versions(lock)
    for requirement in map(Requirement, wanted):
        assert locked[requirement.name.lower()] in requirement.specifier
