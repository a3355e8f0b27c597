"""What can be done to the data: each edit is one step that can be undone, by its name."""

from collections.abc import Callable, Collection, Hashable, Iterable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.csv_files import read_block
from core.data import Data, Row, Rows
from core.data_edits import moved_to, with_block
from core.datasets import DATASETS, DatasetOptions
from core.kernels import Array
from core.numerals import parse_number
from gui.session import Session
from gui.text import count_text
from gui.widgets.notice import Notice


class DataEditor(QObject):
    """Edits of a session's data. What is refused is said at `place`, and nothing has changed then.

    `test` says whether the table shows the samples to test with, and rows are theirs. Points are all samples counted
    through: those to learn from, then those to test with.
    """

    def __init__(self, session: Session, notice: Notice, place: QWidget) -> None:
        super().__init__(place)
        self._session, self._notice, self._place = session, notice, place
        self.test = False

    @property
    def data(self) -> Data:
        """The data as they are."""
        return self._session.experiment.data

    def set_value(self, row: int, column: int, text: str) -> bool:
        """Take what was typed into a cell."""
        return self._try(
            lambda: self.data.with_value(row, column, parse_number(text), test=self.test), self.tr("Change a value")
        )

    def paste(self, row: int, column: int, text: str) -> None:
        """Put cells of a spreadsheet over those from (row, column) on."""
        self._try(lambda: with_block(self.data, row, column, read_block(text), test=self.test), self.tr("Paste cells"))

    def insert(self, row: int) -> None:
        """Put a sample of zeros in front of a row."""
        self._try(lambda: self.data.with_sample(row, test=self.test), self.tr("Insert a row"))

    def points(self, rows: Iterable[int]) -> list[int]:
        """Return the points that rows of the table are."""
        return [row + self.data.samples if self.test else row for row in rows]

    def remove(self, points: Collection[int]) -> None:
        """Take samples out."""
        count = self.data.samples
        if self._try(lambda: self._without(points), self.tr("Remove samples")):
            one, more = self.tr("Row {row} was removed."), self.tr("{count} rows were removed.")
            row = min(points) if min(points) < count else min(points) - count
            sentence = one.format(row=row + 1) if len(points) == 1 else more.format(count=count_text(len(points)))
            self._session.announced.emit(sentence)

    def exchange(self, points: Collection[int], *, test: bool) -> None:
        """Let samples be tested with that were learned from or, without `test`, the other way round."""
        count = self.data.samples
        rows = {point for point in points if point < count} if test else {point - count for point in points}
        name = self.tr("Move to the test samples") if test else self.tr("Move to the training samples")
        self._try(lambda: moved_to(self.data, rows, test=test), name)

    def remove_column(self, column: int) -> None:
        """Take an input or a target out."""
        self._try(lambda: self.data.without_column(column), self.tr("Remove a column"))

    def set_counts(self, samples: int, inputs: int, targets: int) -> None:
        """Cut off the last samples, inputs and targets, or put zeros behind them; raises RefusalError."""
        self.use(self.data.resized(samples, inputs, targets), self.tr("Change the size of the data"))

    def use_feature(self, name: str, used: bool) -> bool:
        """Let the network see a feature, or see it no more."""
        return self._try(lambda: self.data.with_feature(name, used=used), self.tr("Choose the features"))

    def made_of(self, name: str, options: DatasetOptions) -> Data:
        """Return the samples of a data set, with the features that are chosen now where it has two inputs, too."""
        made = DATASETS[name].make(options)
        return replace(made, features=self.data.features) if made.input_count == self.data.input_count else made

    def add_points(self, rows: Rows, merge: Hashable | None = None) -> bool:
        """Put samples behind those that are there."""
        name = self.tr("Add a point") if merge is None else self.tr("Brush points")
        return self._try(
            lambda: self.data.with_rows(self.data.rows(test=self.test) + rows, test=self.test), name, merge
        )

    def move_points(self, points: Collection[int], columns: tuple[int, int], places: Array, merge: Hashable) -> None:
        """Give points other places: values in two of the columns."""
        moved = dict(zip(points, places.tolist(), strict=True))

        def change(point: int, row: Row) -> Row:
            return _put(row, columns, moved[point])

        self._try(partial(self._change_points, change, moved), self.tr("Move points"), merge)

    def set_targets(self, points: Collection[int], targets: Row) -> None:
        """Give points other targets."""
        count = self.data.input_count

        def change(_point: int, row: Row) -> Row:
            return row[:count] + targets

        self._try(partial(self._change_points, change, points), self.tr("Change the target of points"))

    def use(self, data: Data, name: str, merge: Hashable | None = None) -> None:
        """Use other data; raises RefusalError where the experiment cannot have them."""
        self._session.edit(self._session.experiment.with_data(data), name, merge)

    def _try(self, edit: Callable[[], Data], name: str, merge: Hashable | None = None) -> bool:
        return self._notice.attempt(lambda: self.use(edit(), name, merge), self._place)

    def _change_points(self, change: Callable[[int, Row], Row], points: Collection[int]) -> Data:
        """Return the data with the rows of some points changed; only what holds one of them is made anew."""
        data, start = self.data, 0
        for test in (False, True):
            rows = list(data.rows(test=test))
            end = start + len(rows)
            chosen = [point for point in points if start <= point < end]
            for point in chosen:
                rows[point - start] = change(point, rows[point - start])
            data = data.with_rows(rows, test=test) if chosen else data
            start = end
        return data

    def _without(self, points: Collection[int]) -> Data:
        count = self.data.samples
        tested = {point - count for point in points if point >= count}
        left = self.data.without_samples({point for point in points if point < count})
        return left.without_samples(tested, test=True) if tested else left


def _put(row: Row, columns: tuple[int, int], values: list[float]) -> Row:
    changed = list(row)
    for column, value in zip(columns, values, strict=True):
        changed[column] = value
    return tuple(changed)
