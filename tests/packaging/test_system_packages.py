"""What a Linux system lacks, and the command that brings it."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import system_packages
from dev_process import CommandError
from system_packages import ENSUREPIP, FONT, MANAGERS, QT, QT_X11, Item, Manager

CURSOR = next(item for item in QT_X11 if item.name == "libxcb-cursor.so.0")
APT, DNF, ZYPPER, PACMAN = MANAGERS


class System:
    """A Linux system that lacks some items, until its package manager has brought them."""

    def __init__(self, *lacking: Item) -> None:
        self.lacking = list(lacking)
        self.called: list[list[str]] = []
        self.works = True

    def call(self, command: Sequence[str], extra: Mapping[str, str]) -> int:
        assert extra == {"DEBIAN_FRONTEND": "noninteractive"}
        self.called.append(list(command))
        if self.works and "--yes" in command:
            self.lacking = []
        return 0 if self.works else 100


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    system = System(CURSOR)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "missing", lambda _libraries: system.lacking)
    monkeypatch.setattr(system_packages, "call", system.call)
    monkeypatch.setattr(system_packages, "find_manager", lambda: APT)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    return system


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        (APT, "sudo apt-get install --no-install-recommends libglib2.0-0 libxcb-cursor0 fonts-dejavu-core"),
        (DNF, "sudo dnf install 'libglib-2.0.so.0()(64bit)' 'libgthread-2.0.so.0()(64bit)' "),
        (ZYPPER, "sudo zypper install 'libglib-2.0.so.0()(64bit)' "),
        (PACMAN, "sudo pacman -S --needed glib2 xcb-util-cursor ttf-dejavu"),
    ],
)
def test_the_advice_is_one_command_with_each_package_once(manager: Manager, command: str) -> None:
    glib = [item for item in QT if item.debian == "libglib2.0-0"]

    advice = system_packages.advice([*glib, CURSOR, FONT], manager)

    assert advice.startswith("This system lacks libglib-2.0.so.0, libgthread-2.0.so.0, libxcb-cursor.so.0, a font.")
    assert command in advice


def test_without_a_known_manager_the_advice_names_the_libraries() -> None:
    assert system_packages.advice([CURSOR], None) == (
        "This system lacks libxcb-cursor.so.0: install them with its package manager."
    )


def test_root_gets_what_is_missing_without_being_asked(system: System) -> None:
    system_packages.ensure(QT)
    assert system.called == [
        ["apt-get", "update"],
        ["apt-get", "install", "--no-install-recommends", "--yes", "libxcb-cursor0"],
    ]


def test_anybody_else_is_told_what_to_type(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(CommandError, match="sudo apt-get install --no-install-recommends libxcb-cursor0"):
        system_packages.ensure(QT)
    assert system.called == []


def test_an_installation_that_fails_is_told(system: System) -> None:
    system.works = False
    with pytest.raises(CommandError, match="This system lacks libxcb-cursor"):
        system_packages.ensure(QT)


def test_a_system_that_has_all_is_left_alone(system: System) -> None:
    system.lacking = []
    system_packages.ensure(QT)
    assert system.called == []


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_all(platform: str, system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    system_packages.ensure(QT)
    assert system.called == []


def test_what_is_missing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "loads", lambda library: library != CURSOR.name)
    monkeypatch.setattr(system_packages, "font_folders", list)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert system_packages.missing((*QT, CURSOR)) == [CURSOR, FONT, ENSUREPIP]


def test_a_program_that_draws_nothing_needs_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "font_folders", list)
    assert system_packages.missing(()) == []


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not system_packages.loads("libgyaku-nowhere.so.0")


def test_fonts_are_looked_for_in_depth(tmp_path: Path) -> None:
    assert not system_packages.has_font([tmp_path, tmp_path / "none"])
    (tmp_path / "truetype" / "dejavu").mkdir(parents=True)
    (tmp_path / "truetype" / "dejavu" / "DejaVuSans.TTF").touch()
    assert system_packages.has_font([tmp_path / "none", tmp_path])


@pytest.mark.skipif(os.name == "nt", reason="a colon parts folders on Linux alone")
def test_fonts_are_looked_for_where_the_desktop_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'a'}:{tmp_path / 'b'}")
    assert system_packages.font_folders()[1:] == [tmp_path / name / "fonts" for name in ("own", "a", "b")]


@pytest.mark.parametrize("manager", MANAGERS)
def test_the_manager_is_the_one_that_is_there(manager: Manager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == manager.install[0] else None)
    assert system_packages.find_manager() is manager


def test_a_system_may_have_no_known_manager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert system_packages.find_manager() is None
