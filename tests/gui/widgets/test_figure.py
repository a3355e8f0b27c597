import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from gui.widgets.figure import Figure
from tests.gui.conftest import Show
from tests.gui.looks import is_blank, pixels


class LayoutRequests(QObject):
    """Counts how often a widget is asked to be laid out anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def figure(show: Show) -> Figure:
    holder, figure = QWidget(), Figure()
    QHBoxLayout(holder).addWidget(figure)
    show(holder, 200, 40)
    return figure


def test_a_text_is_seen_and_told(figure: Figure) -> None:
    figure.setText("1,234")
    figure.resize(figure.sizeHint())
    assert not is_blank(pixels(figure))
    assert (figure.text(), figure.accessibleDescription()) == ("1,234", "1,234")


def test_room_is_taken_when_it_is_needed_and_kept(figure: Figure) -> None:
    widths = []
    for text in ("1", "1,234", "7", "1,234,567"):
        figure.setText(text)
        widths.append(figure.sizeHint().width())
    assert widths[0] < widths[1] == widths[2] < widths[3]
    assert figure.minimumSizeHint() == figure.sizeHint()


def test_nothing_is_laid_out_anew_for_a_text_that_has_room(figure: Figure) -> None:
    figure.setText("8,888")
    QApplication.processEvents()
    holder = figure.parentWidget()
    assert holder is not None
    requests = LayoutRequests(holder)
    for text in ("1,234", "1,235", "9"):
        figure.setText(text)
        QApplication.processEvents()
    assert requests.count == 0


def test_a_quiet_one_is_paler(show: Show) -> None:
    shades = []
    for quiet in (False, True):
        figure = show(Figure(quiet=quiet))
        figure.setText("8,888")
        shades.append(int(pixels(figure).min()))
    assert shades[0] < shades[1]
