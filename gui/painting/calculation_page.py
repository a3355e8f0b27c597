"""The calculation of one operation as a page: to be printed, or kept as PDF."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtSvg import QSvgRenderer

from core.numerals import format_number
from core.operations import Operation, Quantity
from gui.painting.color_scale import ColorScale, readable_on
from gui.painting.formulas import typeset
from gui.text import core_text
from gui.theme import LIGHT

MOST_ROWS, MOST_COLUMNS = 60, 12  # on paper; of more, the first
FORMULA_PIXELS, FORMULA_SHARPNESS = 20, 4
MARGIN = "margin-top:14px"

Scale = Callable[[Quantity], ColorScale]


def calculation_page(operation: Operation, heading: str, place: str, written_out: str, scale: Scale) -> QTextDocument:
    """Return a page with an operation's title, formula, matrices and line of NumPy. `scale` gives the light colours.

    `place` says of what run and when; `written_out` is the number that is written out, or empty.
    """
    document = QTextDocument()
    formula = typeset(operation.formula, FORMULA_PIXELS, LIGHT.text)
    document.addResource(QTextDocument.ResourceType.ImageResource, "formula", _drawn(formula))
    size = formula.defaultSize()
    parts = [
        f"<h2>{escape(heading)}</h2><p>{escape(place)}</p>",
        f"<p>{escape(core_text(operation.sentence))}</p>",
        f'<p style="{MARGIN}"><img src="formula" width="{size.width()}" height="{size.height()}"/></p>',
        _terms(operation, scale),
        f'<p style="{MARGIN}"><tt>{escape(operation.numpy)}</tt></p>',
        f"<p><tt>{escape(written_out)}</tt></p>",
    ]
    document.setHtml("".join(parts))
    return document


def pdf_of(page: QTextDocument) -> bytes:
    """Return a page as the content of a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    page.print_(writer)
    del writer  # it writes the last page as it goes
    return bytes(buffer.data().data())


def quantities_as_csv(operation: Operation) -> str:
    """Return all numbers of an operation: for each quantity a line with its name, then its rows, in full."""
    lines = []
    for quantity in (*operation.operands, operation.result):
        lines.append(quantity.symbol.code)
        lines += [",".join(map(repr, row)) for row in quantity.values.tolist()]
    return "\n".join(lines) + "\n"


def _terms(operation: Operation, scale: Scale) -> str:
    quantities = (*operation.operands, operation.result)
    signs = (*operation.signs[: len(operation.operands)], f"{operation.signs[len(operation.operands)]} =")
    cells = "".join(
        f'<td valign="middle"><big>{escape(sign)}</big></td><td valign="top">{_matrix(quantity, scale(quantity))}</td>'
        for sign, quantity in zip(signs, quantities, strict=True)
    )
    return f'<table style="{MARGIN}" cellspacing="6"><tr>{cells}</tr></table>'


def _matrix(quantity: Quantity, scale: ColorScale) -> str:
    rows, columns = quantity.values.shape
    lines = [
        "".join(_cell(float(value), scale) for value in row[:MOST_COLUMNS]) + ("<td>…</td>" * (columns > MOST_COLUMNS))
        for row in quantity.values[:MOST_ROWS]
    ]
    lines += ["<td>⋮</td>"] * (rows > MOST_ROWS)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    name = f"<b>{escape(quantity.symbol.text)}</b> {rows}×{columns}"
    return f'{name}<table cellspacing="0" cellpadding="3" border="1" style="border-color:{LIGHT.line}">{body}</table>'


def _cell(value: float, scale: ColorScale) -> str:
    ground: QColor = scale.color(value)
    letters = readable_on(ground).name()
    text = format_number(value, signed=not value.is_integer())
    return f'<td align="right" bgcolor="{ground.name()}"><tt><font color="{letters}">{text}</font></tt></td>'


def _drawn(formula: QSvgRenderer) -> QImage:
    image = QImage(formula.defaultSize() * FORMULA_SHARPNESS, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    formula.render(painter)
    painter.end()
    return image
