"""What Qt takes from a Linux system: finds what is missing and installs it, or says how to.

Windows and macOS have all of it.
"""

import ctypes
import importlib.util
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from dev_process import CommandError, call


@dataclass(frozen=True)
class Item:
    """Something a system may lack, and the package that holds it on Debian and on Arch."""

    name: str
    debian: str
    arch: str
    capability: str = ""

    @property
    def rpm(self) -> str:
        """What to ask dnf and zypper for: their packages answer to the names of the libraries they hold."""
        return self.capability or f"{self.name}()(64bit)"


@dataclass(frozen=True)
class Manager:
    """A package manager: how it installs, how it is kept from asking, and what it calls an item."""

    install: tuple[str, ...]
    unasked: tuple[str, ...]
    package: Callable[[Item], str]
    refresh: tuple[str, ...] = ()

    def command(self, items: Iterable[Item], *options: str) -> list[str]:
        """Return the command that installs *items*, each package once."""
        return [*self.install, *options, *dict.fromkeys(self.package(item) for item in items)]


MANAGERS = (
    Manager(
        install=("apt-get", "install", "--no-install-recommends"),
        unasked=("--yes",),
        package=lambda item: item.debian,
        refresh=("apt-get", "update"),
    ),
    Manager(("dnf", "install"), ("--assumeyes",), lambda item: item.rpm),
    Manager(("zypper", "install"), ("--no-confirm",), lambda item: item.rpm),
    Manager(("pacman", "-S", "--needed"), ("--noconfirm",), lambda item: item.arch),
)

# Debian's Python comes without ensurepip, and without it no environment gets a pip.
ENSUREPIP = Item("ensurepip", "python{}.{}-venv".format(*sys.version_info), "python", "python3")
FONT = Item("a font", "fonts-dejavu-core", "ttf-dejavu", "font(:lang=en)")

# What the Qt libraries, NumPy and the offscreen platform name as NEEDED and do not bring along.
QT = (
    Item("libEGL.so.1", "libegl1", "libglvnd"),
    Item("libGL.so.1", "libgl1", "libglvnd"),
    Item("libX11.so.6", "libx11-6", "libx11"),
    Item("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Item("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Item("libfreetype.so.6", "libfreetype6", "freetype2"),
    Item("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Item("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Item("libstdc++.so.6", "libstdc++6", "gcc-libs"),
    Item("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Item("libz.so.1", "zlib1g", "zlib"),
    Item("libzstd.so.1", "libzstd1", "zstd"),
)

# What its X11 platform names besides.
QT_X11 = (
    Item("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    Item("libxcb.so.1", "libxcb1", "libxcb"),
    Item("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Item("libxcb-glx.so.0", "libxcb-glx0", "libxcb"),
    Item("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Item("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Item("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Item("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Item("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Item("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Item("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Item("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Item("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Item("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Item("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Item("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Item("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

# What the tools for translation, lupdate and lrelease, name besides.
QT_TOOLS = (
    Item("libbrotlidec.so.1", "libbrotli1", "brotli"),
    Item("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5"),
)

_FONT_ENDINGS = {".otf", ".pfb", ".ttc", ".ttf"}


def ensure(libraries: tuple[Item, ...]) -> None:
    """See to it that this system has *libraries*, and a font if they draw; refuse if it lacks one."""
    if not sys.platform.startswith("linux"):
        return
    lacking = missing(libraries)
    manager = find_manager()
    if lacking and manager and os.geteuid() == 0:
        _install(manager, lacking)
        lacking = missing(libraries)
    if lacking:
        raise CommandError(advice(lacking, manager))


def missing(libraries: tuple[Item, ...]) -> list[Item]:
    """Return what this system lacks to make an environment and to run a program that uses *libraries*."""
    lacking = [item for item in libraries if not loads(item.name)]
    if libraries and not has_font(font_folders()):
        lacking.append(FONT)
    if importlib.util.find_spec("ensurepip") is None:
        lacking.append(ENSUREPIP)
    return lacking


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds a library, which is the one way to know where it looks."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(folders: Iterable[Path]) -> bool:
    """Tell whether there is an outline font in one of *folders*: without any, Qt draws no text."""
    return any(path.suffix.lower() in _FONT_ENDINGS for folder in folders for path in folder.rglob("*"))


def font_folders() -> list[Path]:
    """Return the folders fontconfig looks for fonts in."""
    own = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path.home() / ".fonts", *(Path(folder) / "fonts" for folder in (own, *shared.split(":")))]


def find_manager() -> Manager | None:
    """Return the package manager of this system, None for one that is not known here."""
    return next((manager for manager in MANAGERS if shutil.which(manager.install[0])), None)


def advice(lacking: list[Item], manager: Manager | None) -> str:
    """Return what to tell of what is *lacking* and, with a known *manager*, what to type."""
    names = ", ".join(item.name for item in lacking)
    if manager is None:
        return f"This system lacks {names}: install them with its package manager."
    return f"This system lacks {names}. Type:\n\n    sudo {shlex.join(manager.command(lacking))}\n"


def _install(manager: Manager, items: list[Item]) -> None:
    """Install without a question; whether it worked shows in what is then still missing."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    print("Installing system packages", flush=True)
    if manager.refresh:
        call(manager.refresh, quiet)
    call(manager.command(items, *manager.unasked), quiet)
    importlib.invalidate_caches()  # or ensurepip would still not be there
