"""The journeys go through the very window that tests/gui looks at."""

from tests.gui.conftest import nothing_left, own_hook, own_settings, qapp, window

__all__ = ["nothing_left", "own_hook", "own_settings", "qapp", "window"]
