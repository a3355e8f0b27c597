"""The order of the house: where things lie, and how long they may be."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MOST_LINES = 300


def python_files(*folders: str) -> list[Path]:
    """Return the Python files below `folders`, relative to the root."""
    return sorted(path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*.py"))


SOURCES = [path for path in python_files("core", "gui", "packaging") if path.name != "__init__.py"]


def place_of_test(source: Path) -> Path:
    """Return where the tests of a source file lie: gui/panels/y.py is tested by tests/gui/panels/test_y.py."""
    return Path("tests", *source.parts[:-1], f"test_{source.stem.strip('_')}.py")


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_source_file_has_its_test_file(source: Path) -> None:
    assert (ROOT / place_of_test(source)).is_file(), place_of_test(source)


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_no_source_file_is_too_long(source: Path) -> None:
    lines = (ROOT / source).read_text("utf-8").count("\n")
    assert lines <= MOST_LINES


def test_resources_are_data_and_no_code() -> None:
    assert python_files("resources") == [Path("resources/__init__.py")]
    tree = ast.parse((ROOT / "resources/__init__.py").read_text("utf-8"))
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


def test_packaging_hides_no_package_of_that_name() -> None:
    assert not (ROOT / "packaging/__init__.py").exists()


def test_every_part_of_the_house_is_looked_at() -> None:
    assert {source.parts[0] for source in SOURCES} == {"core", "gui", "packaging"}
