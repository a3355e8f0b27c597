import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from core.operations import Phase
from gui.painting.color_scale import STEPS, ColorScale, Hue, mix, readable_on
from gui.theme import DARK, LIGHT, Appearance, Mode, Theme, number_font, palette, style_sheet, styled, text_font
from tests.gui.conftest import Show
from tests.gui.looks import READABLE, contrast, count_of, pixels

SEEN = 3.0  # to one: what WCAG 2.2 asks of what is no text, level AA
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("ground", ["panel", "card", "ground"])
@pytest.mark.parametrize("letters", ["text", "quiet"])
def test_text_can_be_read_on_every_ground(theme: Theme, letters: str, ground: str) -> None:
    assert contrast(getattr(theme, letters), getattr(theme, ground)) >= READABLE


@THEMES
@pytest.mark.parametrize(
    ("letters", "ground"),
    [("text", "selection"), ("accent_text", "accent"), ("warning", "warning_ground"), ("panel", "text")],
)
def test_what_stands_on_a_colour_can_be_read(theme: Theme, letters: str, ground: str) -> None:
    assert contrast(getattr(theme, letters), getattr(theme, ground)) >= READABLE


@THEMES
@pytest.mark.parametrize("ground", ["panel", "card", "ground", "selection"])
def test_what_has_the_keyboard_stands_out(theme: Theme, ground: str) -> None:
    assert contrast(theme.focus, getattr(theme, ground)) >= SEEN


@THEMES
def test_a_button_that_is_down_can_be_read_with_the_keyboard_on_it(theme: Theme) -> None:
    assert contrast(theme.panel, theme.focus) >= READABLE
    assert contrast(theme.text, theme.panel) >= SEEN  # its ring, and that of the primary button


@THEMES
def test_a_check_box_and_the_tab_in_front_are_seen(theme: Theme) -> None:
    assert contrast(theme.quiet, theme.panel) >= SEEN  # the rim of the box
    assert contrast(theme.accent, theme.panel) >= SEEN  # the box that is checked, the line under the tab
    assert contrast(theme.accent_text, theme.accent) >= SEEN  # its tick


@THEMES
@pytest.mark.parametrize("hue", Hue)
@pytest.mark.parametrize("zero", ["card", "edge"])
def test_numbers_can_be_read_on_every_step_of_a_colour_scale(theme: Theme, hue: Hue, zero: str) -> None:
    scale = ColorScale(hue, theme, 1.0, getattr(theme, zero))
    grounds = [scale.color_of_step(step) for step in range(-STEPS, STEPS + 1)]
    assert min(contrast(readable_on(ground), ground) for ground in grounds) >= READABLE


@THEMES
@pytest.mark.parametrize("phase", Phase)
def test_a_phase_can_be_read_in_its_title_and_on_its_chips(theme: Theme, phase: Phase) -> None:
    hue = theme.phase(phase)
    assert contrast(hue, theme.panel) >= READABLE
    assert contrast(theme.card, hue) >= READABLE  # the current chip
    assert contrast(theme.text, mix(QColor(theme.card), hue, 0.18)) >= READABLE  # a chip that is done, a current line


@THEMES
def test_all_colours_are_colours_and_the_phases_differ(theme: Theme) -> None:
    assert all(QColor(getattr(theme, field.name)).isValid() for field in fields(theme))
    assert len({theme.phase(phase).name() for phase in Phase}) == len(Phase)


@THEMES
@pytest.mark.usefixtures("qapp")
def test_the_style_sheet_leaves_no_colour_open(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.card in sheet
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r":\s*;", sheet)


def test_the_two_palettes_differ_in_every_role_the_window_draws_with(qapp: QApplication) -> None:  # noqa: ARG001
    light, dark = palette(LIGHT), palette(DARK)
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Text):
        assert light.color(role) != dark.color(role)
    assert dark.color(QPalette.ColorRole.Window) == QColor(DARK.panel)


def test_a_mode_is_in_force_at_once(appearance: Appearance, show: Show) -> None:
    label = show(styled(QLabel("m"), "quiet"))
    for mode, theme in ((Mode.DARK, DARK), (Mode.LIGHT, LIGHT)):
        appearance.set_mode(mode)
        assert appearance.theme is theme
        assert appearance.theme is theme
        assert count_of(theme.panel, pixels(label)) > 0.9 * label.width() * label.height()


def test_a_change_of_theme_is_told_after_it_happened(appearance: Appearance) -> None:
    told: list[Theme] = []

    def note() -> None:
        told.append(appearance.theme)

    appearance.changed.connect(note)
    appearance.set_mode(Mode.DARK)
    assert told == [DARK]


def test_the_systems_mode_is_light_where_the_system_says_nothing(appearance: Appearance) -> None:
    appearance.set_mode(Mode.DARK)
    appearance.set_mode(Mode.SYSTEM)
    assert appearance.theme is LIGHT


def test_digits_stand_below_one_another(qapp: QApplication) -> None:  # noqa: ARG001
    metrics = QFontMetrics(number_font())
    assert metrics.horizontalAdvance("111.111") == metrics.horizontalAdvance("−08.888")


def test_fonts_have_the_size_asked_for(qapp: QApplication) -> None:  # noqa: ARG001
    assert number_font(11).pixelSize() == 11
    assert text_font(18, bold=True).pixelSize() == 18
    assert text_font(18, bold=True).bold()
