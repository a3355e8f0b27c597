"""The loss landscape: the loss over a plane through the space of all parameters, with the path of training."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core.experiment import Experiment
from core.kernels import Array
from core.network import Parameters
from core.numerals import format_exactly, format_number
from core.questions.landscape import Landscape, random_plane, trajectory_plane
from core.questions.trajectory import Trajectory
from core.text import RefusalError, translatable
from gui.csv_text import csv_text
from gui.jobs import Job
from gui.session import Change, Session
from gui.text import refusal_text
from gui.theme import Appearance, number_font, styled
from gui.widgets.choice import Choice
from gui.widgets.drop_down import DropDown
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.job_bar import JobBar
from gui.widgets.landscape_view import LandscapeView
from gui.widgets.panel import Panel, column
from gui.widgets.wrapping_row import WrappingRow, titled

ALONG_PATH, RANDOM = range(2)
SIZES = (31, 61, 121)  # points along an axis; odd, so that the point of now is one of them
USUAL = 1
PATH_POINTS = 100
REDRAWS = 12  # while the landscape grows


class LandscapePanel(Panel):
    """Shows the loss around the parameters. While the run goes on, its point moves over the map."""

    cares_for = Change.EXPERIMENT | Change.POSITION
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self._landscape: Landscape | None = None
        self._asked_of: Experiment | None = None
        self._path: Array = np.zeros((0, 2))
        self._refusal = ""
        self.plane = Choice(self.tr("Plane"), [self.tr("path"), self.tr("random")])
        self.plane.button(ALONG_PATH).setToolTip(self.tr("The two directions in which the run has moved the most"))
        self.plane.button(RANDOM).setToolTip(
            self.tr("Two random directions, in each of which every unit’s part is as long as its weights")
        )
        self.resolution = DropDown(self.tr("Resolution"), {})
        for size in SIZES:
            self.resolution.addItem(f"{size} × {size}", size)
        self.resolution.setCurrentIndex(USUAL)
        self.update_button = QPushButton(self.tr("Compute"))
        self.update_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        self.sentence, self.reading = QLabel(), styled(ElidedLabel(), "quiet")
        self.sentence.setWordWrap(True)
        self.reading.setFont(number_font(11))
        self.view = LandscapeView(self.tr("Loss landscape"))
        self.bar = JobBar()
        controls = QWidget()
        WrappingRow(controls, self.plane, titled(self.tr("points"), self.resolution), self.update_button)
        column(self, controls, self.sentence, self.view, self.reading, self.bar).setStretch(2, 1)
        self.update_button.clicked.connect(self.ask)
        self.plane.chosen.connect(self.ask)
        self.resolution.activated.connect(self.ask)
        self.view.pointed.connect(self._show_reading)

    def ask(self) -> None:
        """Compute the landscape around the parameters of now."""
        self.bar.stop()
        self._landscape, self._refusal, self._asked_of = None, "", self.session.experiment
        path = Trajectory(self.session.trainer, PATH_POINTS)
        share = int(self.resolution.currentData()) ** 2 // path.total + 1  # of both parts in all there is to do
        job = Job(self._steps(path, share), 2 * share * path.total)
        self.bar.follow(job, self.tr("Computing the landscape"))
        self._show()

    def refresh(self, change: Change) -> None:
        """Move the point of now; the landscape of another experiment is put away."""
        if change & Change.EXPERIMENT and self.session.experiment is not self._asked_of:
            self._refusal = self.tr("The experiment was changed, so the work was stopped.") if self.bar.stop() else ""
            self._landscape, self._asked_of = None, None
        if change & Change.EXPERIMENT:
            self._show()
        self._show_now()

    def picture(self) -> QWidget:
        """Return the map."""
        return self.view

    def numbers(self) -> str | None:
        """Return the losses on the plane."""
        if self._landscape is None:
            return None
        y, x = np.meshgrid(self._landscape.y, self._landscape.x, indexing="ij")
        rows = np.column_stack([x.ravel(), y.ravel(), self._landscape.losses.ravel()])
        return csv_text(("x", "y", "loss"), rows.tolist())

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the map."""
        return [(self.tr("Move the point at which the loss is told"), "←, →, ↑, ↓")]

    def _steps(self, path: Trajectory, share: int) -> Iterator[int]:
        """Follow the run, lay the plane, and compute it; show it from time to time."""
        for rows in path.steps():
            yield share * rows
        try:
            landscape = self._lay_plane(path.moments)
        except RefusalError as refusal:
            self._refusal = refusal_text(refusal)
            self._show()
            return
        self._landscape, self._path = landscape, landscape.projected(path.moments)
        points, shown = landscape.losses.size, 0
        for done in landscape.steps():
            if done - shown >= points / REDRAWS or done == points:
                shown = done
                self._show()
            yield share * path.total * (points + done) // points

    def _lay_plane(self, moments: Array) -> Landscape:
        experiment, size = self.session.experiment, int(self.resolution.currentData())
        if self.plane.index == ALONG_PATH:
            return trajectory_plane(experiment, moments, size=size)
        if not np.isfinite(moments[-1]).all():
            raise RefusalError(translatable("core", "The parameters are no finite numbers any more: go back first."))
        return random_plane(experiment, Parameters(experiment.sizes, moments[-1]), size=size)

    def _show(self) -> None:
        names = (self.tr("first direction"), self.tr("second direction"))
        self.view.show_landscape(self._landscape, self._path, names, self.appearance.theme)
        self.view.setVisible(self._landscape is not None)
        self.update_button.setText(self.tr("Compute") if self._landscape is None else self.tr("Update"))
        self.sentence.setText(self._sentence())
        self._show_now()

    def _show_now(self) -> None:
        point = None
        if self._landscape is not None:
            point = self._landscape.projected(self.session.trainer.plan.parameters.flat)
        self.view.show_now(point)

    def _sentence(self) -> str:
        if self._landscape is None:
            return self._refusal or self.tr(
                "How does the loss look around the parameters? Cut a plane through the space of all of them, and "
                "compute the loss at each of its points."
            )
        variance = self._landscape.explained_variance
        if variance is None:
            return self.tr("Two random directions from the parameters of when it was computed; they lie in the middle.")
        sentence = self.tr("{share} % of the run’s way lies in this plane; what is beside it is not to be seen.")
        return sentence.format(share=format_exactly(round(100 * sum(variance), 1)))

    def _show_reading(self, point: tuple[float, float] | None) -> None:
        """Write the loss nearest to the point under the pointer."""
        landscape = self._landscape
        if landscape is None or point is None:
            self.reading.show_text("")
            return
        column, row = (
            int(np.argmin(np.abs(axis - at))) for axis, at in zip((landscape.x, landscape.y), point, strict=True)
        )
        loss = float(landscape.losses[row, column])
        place = ", ".join(format_number(at) for at in point)
        self.reading.show_text(self.tr("at {place}: loss {loss}").format(place=place, loss=format_number(loss)))
