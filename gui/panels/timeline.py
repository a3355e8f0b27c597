"""The timeline: any past epoch of the run, and what was changed when."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from core.differences import differences
from core.numerals import parse_whole_number
from core.text import RefusalError, translatable
from core.timeline import Segment
from gui.session import Change, Session
from gui.text import count_text, phrase_text
from gui.theme import Appearance, number_font, scaled, styled
from gui.widgets.coalescer import Coalescer
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.epoch_slider import EpochSlider, Mark
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.panel import Panel

FIELD_WIDTH = 84
HEIGHT = 44


class TimelinePanel(Panel):
    """A slider from epoch 0 to the last that is recorded, a field for an epoch, and a way to branch off there."""

    cares_for = Change.POSITION | Change.HISTORY | Change.EXPERIMENT | Change.RUNNING
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.notice = Notice(self)
        self.seeking = Coalescer(session.seek, self)
        self.field = NumberField(self.tr("Epoch that is shown"), parse_whole_number, self._seek, self.notice)
        self.field.setFixedWidth(scaled(FIELD_WIDTH))
        self.slider = EpochSlider(self.tr("Epoch"))
        self.sentence = ElidedLabel()
        styled(self.sentence, "caption")
        self.last = QLabel()
        self.last.setFont(number_font())
        self.branch = QPushButton(self.tr("Branch here"))
        self.branch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.branch.setToolTip(self.tr("Keep this run’s curve to compare, and go another way from the epoch shown"))
        self._segments: list[Segment] = []
        self._lay_out()
        self.slider.sought.connect(self._on_sought)
        self.slider.released.connect(self.seeking.finish)
        self.branch.clicked.connect(session.branch)

    def refresh(self, _change: Change) -> None:
        """Show where in its past the run stands."""
        trainer, last = self.session.trainer, self.session.last_epoch
        self._show_marks(trainer.timeline.segments)
        self.slider.show_run(trainer.epoch, last)
        self.last.setText(count_text(last))
        self.branch.setEnabled(trainer.epoch < last)
        if not self.seeking.waits:
            self._show_epoch(trainer.epoch)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the slider."""
        return [
            (self.tr("Go back or on a little"), "←, →"),
            (self.tr("Go back or on by a twentieth of the run"), "PgDown, PgUp"),
            (self.tr("Go to the first or the last epoch"), "Home, End"),
            (self.tr("Go to the previous or the next change"), "Ctrl+←, Ctrl+→"),
        ]

    def _lay_out(self) -> None:
        first = QLabel(count_text(0))
        first.setFont(number_font())
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.slider)
        middle.addWidget(self.sentence)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 2)
        layout.setSpacing(8)
        layout.addWidget(styled(QLabel(self.tr("TIMELINE")), "caption"))
        layout.addWidget(self.field)
        layout.addWidget(first)
        layout.addLayout(middle, 1)
        layout.addWidget(self.last)
        layout.addWidget(self.branch)
        self.setFixedHeight(scaled(HEIGHT))

    def _show_epoch(self, epoch: int) -> None:
        self.field.show_text(count_text(epoch))
        self.sentence.show_text(self._sentence(epoch))

    def _sentence(self, epoch: int) -> str:
        """Return what is to be known of the moment shown."""
        last = self.session.last_epoch
        if not last:
            return self.tr("The timeline begins with the first epoch.")
        changes = [mark.sentence for mark in self.slider.marks if mark.epoch == epoch]
        if epoch < last:
            looking = self.tr("epoch {epoch} of {last}: looking back; Run goes on over the same numbers")
            changes.append(looking.format(epoch=count_text(epoch), last=count_text(last)))
        return " · ".join(changes) or self.tr("Drag, or click the loss curve, to look back.")

    def _show_marks(self, segments: list[Segment]) -> None:
        """Mark where an edit was made; which edits there are seldom changes."""
        if len(segments) != len(self._segments) or any(
            now is not known for now, known in zip(segments, self._segments, strict=True)
        ):
            self._segments = list(segments)
            self.slider.show_marks([self._mark(before, after) for before, after in pairwise(segments)])

    def _mark(self, before: Segment, after: Segment) -> Mark:
        changes = [phrase_text(difference.phrase) for difference in differences(before.experiment, after.experiment)]
        what = ", ".join(changes) or self.tr("a value set by hand, or another way begun")
        sentence = self.tr("from epoch {epoch} on: {changes}").format(epoch=count_text(after.start.epoch), changes=what)
        return Mark(after.start.epoch, sentence)

    def _seek(self, epoch: int) -> None:
        """Go to an epoch that was typed."""
        last = self.session.last_epoch
        if not 0 <= epoch <= last:
            raise RefusalError(
                translatable("core", "Epochs 0 to {last} are recorded; “Run to epoch…” trains on."),
                last=count_text(last),
            )
        self.session.seek(epoch)

    def _on_sought(self, epoch: int) -> None:
        self.seeking.want(epoch)
        self._show_epoch(epoch)
