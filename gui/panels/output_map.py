"""The output over the plane: what the network answers to any two of its inputs, with the samples on it."""

import numpy as np
from PySide6.QtWidgets import QWidget

from core.classes import classes_of
from core.kernels import Array
from core.operations import SAMPLES
from core.questions.confusion import error_sizes
from core.questions.plane import InputRanges, Plane, input_ranges
from gui.csv_text import csv_text
from gui.names import input_name, target_name
from gui.painting.plane_picture import PlanePainter
from gui.painting.plane_points import PlaneSamples, points_of
from gui.session import Change, Session
from gui.theme import Appearance
from gui.widgets.panel import Panel, column
from gui.widgets.plane_choice import PlaneChoice
from gui.widgets.plane_line import PlaneLine
from gui.widgets.plane_view import PlaneView
from gui.widgets.probe import Point

NARROWEST = 220
SHOWS_ANOTHER = Change.EXPERIMENT | Change.SAMPLE  # the selected sample's values hold for inputs that are not shown


class OutputMapPanel(Panel):
    """Colours for the answers, a line between the classes, and points for the samples; a line of text tells numbers."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.SAMPLE | Change.POINTED
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.choice = PlaneChoice()
        self.view = PlaneView(self.tr("Output over the plane"))
        self.view.setToolTip(
            self.tr(
                "Colour of a point: its target. Size: its error. Diamond: taken for another class. "
                "Dark rim: a test sample. Line: where one class gives way to another."
            )
        )
        self.line = PlaneLine()
        self.setMinimumWidth(NARROWEST)
        layout = column(self, self.choice, self.view, self.line)
        layout.setStretch(1, 1)
        layout.setSpacing(4)
        self._samples: PlaneSamples
        self._ranges: InputRanges
        self._painter: PlanePainter
        self._outputs: Array
        self._on_point: int | None = None
        self.choice.changed.connect(self._show_another)
        self.view.probed.connect(self._show_line)
        self.view.point_probed.connect(self._on_point_probed)
        self.view.point_chosen.connect(self._on_point_chosen)

    def refresh(self, change: Change) -> None:
        """Show what the network answers now."""
        if change & Change.EXPERIMENT:
            data = self.session.experiment.data
            self._samples, self._ranges = PlaneSamples(self.session.experiment), input_ranges(data)
            self.choice.offer(data, classes=classes_of(data) is not None)
        if change & Change.SAMPLE:
            self.choice.held.clear()
        if change & SHOWS_ANOTHER:
            self._show_another()
        elif change & Change.POSITION:
            self._show_picture()
        self.view.mark(self._place(self.session.sample), self._place(self._lit_sample()))

    def picture(self) -> QWidget:
        """Return the plot without what is chosen above it."""
        return self.view

    def numbers(self) -> str | None:
        """Return the outputs over the plane, a line for each point."""
        if self.view.frame() is None:
            return None
        data, plane = self.session.experiment.data, self._painter.plane
        names = [input_name(data, number) for number in (plane.horizontal, plane.vertical) if number is not None]
        names += [target_name(data, output) for output in range(data.target_count)]
        outputs = plane.outputs(self.session.trainer.plan.parameters)
        y, x = np.meshgrid(plane.y, plane.x, indexing="ij")
        columns = [x, *([y] if plane.vertical is not None else []), *outputs]
        rows = zip(*(column.ravel().tolist() for column in columns), strict=True)
        return csv_text(names, rows)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the plot."""
        return [
            (self.tr("Move the point at which the output is told"), "←, →, ↑, ↓"),
            (self.tr("Select the sample at that point"), "Enter"),
            (self.tr("Take the point away"), "Esc"),
        ]

    def _show_another(self) -> None:
        """Show another plane, or other values of the inputs that are not shown."""
        session, choice = self.session, self.choice
        data = session.experiment.data
        fixed = np.array(self._ranges.mean if session.sample is None else data.inputs[session.sample])
        for number, value in choice.held.items():
            fixed[number] = value
        choice.show_fixed(fixed)
        plane = Plane(session.experiment, choice.horizontal, choice.vertical, fixed, ranges=self._ranges)
        self._painter = PlanePainter(plane, choice.output, self.appearance.theme)
        up = input_name(data, plane.vertical) if plane.vertical is not None else target_name(data, choice.output or 0)
        self.view.set_look(self.appearance.theme, (input_name(data, plane.horizontal), up))
        self._show_picture()

    def _show_picture(self) -> None:
        painter, samples, parameters = self._painter, self._samples, self.session.trainer.plan.parameters
        self._outputs = samples.outputs(parameters)
        shares = samples.error_shares(self._outputs, painter.output, painter.levels.limit)
        wrong = samples.wrong(self._outputs, painter.classes)
        points = points_of(self._places(), painter.colors(samples.targets), shares, wrong, samples.is_test)
        self.view.show_picture(painter.picture(parameters), points)
        self._show_line()

    def _places(self) -> Array:
        plane, samples = self._painter.plane, self._samples
        up = (
            samples.targets[:, self.choice.output or 0] if plane.vertical is None else samples.inputs[:, plane.vertical]
        )
        return np.column_stack([samples.inputs[:, plane.horizontal], up])

    def _place(self, sample: int | None) -> Point | None:
        """Return where a training sample lies."""
        data, plane = self.session.experiment.data, self._painter.plane
        if sample is None:
            return None
        inputs, targets = data.inputs[sample], data.targets[sample]
        up = targets[self.choice.output or 0] if plane.vertical is None else inputs[plane.vertical]
        return inputs[plane.horizontal], up

    def _lit_sample(self) -> int | None:
        row = self.session.pointed.get(SAMPLES)
        return None if row is None else self.session.sample_in(row)

    def _on_point_probed(self, point: int | None) -> None:
        self._on_point = point
        row = None
        if point is not None and not self._samples.is_test[point]:
            row = self.session.row_of(int(self._samples.numbers[point]))
        self.session.point_at({} if row is None else {SAMPLES: row})

    def _on_point_chosen(self, point: int) -> None:
        if not self._samples.is_test[point]:
            self.session.select_sample(int(self._samples.numbers[point]))

    def _show_line(self) -> None:
        """Tell the numbers under the probe or, without one, how good the answers are."""
        samples, point = self._samples, self._on_point
        if point is not None:
            answer, output = self._answer(self._outputs[point])
            inputs, target = self._named_inputs(samples.inputs[point].tolist()), float(samples.targets[point, output])
            self.line.show_sample(
                int(samples.numbers[point]), inputs, answer, target, test=bool(samples.is_test[point])
            )
        elif self.view.probe is not None:
            self._show_probe(self.view.probe)
        elif self._painter.classes is not None:
            self.line.show_classes(samples.wrong(self._outputs, self._painter.classes), samples.is_test)
        else:
            sizes = error_sizes(self._outputs, samples.targets)
            self.line.show_errors(float(sizes.mean()), float(sizes.max()))
        self.view.setAccessibleDescription(self.line.text())

    def _show_probe(self, probe: Point) -> None:
        plane = self._painter.plane
        answer, _ = self._answer(plane.outputs_at(self.session.trainer.plan.parameters, *probe))
        values = plane.fixed.tolist()
        values[plane.horizontal] = probe[0]
        if plane.vertical is not None:
            values[plane.vertical] = probe[1]
        self.line.show_probe(self._named_inputs(values), answer)

    def _named_inputs(self, values: list[float]) -> list[tuple[str, float]]:
        """Return names and values of the inputs that are shown."""
        data, plane = self.session.experiment.data, self._painter.plane
        shown = [number for number in (plane.horizontal, plane.vertical) if number is not None]
        return [(input_name(data, number), values[number]) for number in shown]

    def _answer(self, outputs: Array) -> tuple[tuple[str, float], int]:
        """Return name and value of the output that is shown, or of the largest, and which it is."""
        data, output = self.session.experiment.data, self._painter.output
        number = int(np.argmax(outputs)) if output is None else output
        name = target_name(data, number) if data.target_count > 1 else ""
        return (name, float(outputs[number])), number
