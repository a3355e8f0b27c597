"""The options a data set is made with."""

import secrets
from collections.abc import Callable, Hashable

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QWidget

from core.datasets import DATASETS, DatasetOptions
from core.datasets.dataset import NOISE, PERCENT
from core.numerals import format_number, parse_number, parse_whole_number
from gui.theme import number_font, scaled
from gui.widgets.dataset_memory import Made
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.sliders import CalmSlider
from gui.widgets.wrapping_row import WrappingRow, titled

FIELD_WIDTH, SLIDER_WIDTH = 48, 64
SEEDS = 10_000  # a new one is drawn from so many, to be short

Commit = Callable[[DatasetOptions, str, Hashable | None], None]


class DatasetFields(QWidget):
    """Samples, share for testing, noise and seed, as far as a data set uses them. `commit` makes the data anew.

    What is `beside` them goes on in the same row.
    """

    def __init__(self, commit: Commit, notice: Notice, beside: QWidget) -> None:
        super().__init__()
        self._commit = commit
        self._options: DatasetOptions | None = None
        self.samples = self._field(self.tr("Number of samples"), parse_whole_number, self._set_samples, notice)
        self.test = self._field(
            self.tr("Percent of the samples kept for testing"), parse_number, self._set_test, notice
        )
        self.seed = self._field(self.tr("Seed of the data"), parse_whole_number, self._set_seed, notice)
        self.new_seed = IconButton("new-seed", self.tr("New seed: other samples of the same kind"))
        self.noise = CalmSlider(self.tr("Noise in percent"))
        self.noise.setRange(int(NOISE.least), int(NOISE.most))
        self.noise.setPageStep(5)
        self.noise.setFixedWidth(scaled(SLIDER_WIDTH))
        self.noise_value = QLabel()
        self.noise_value.setFont(number_font(11))
        self._samples = titled(self.tr("samples"), self.samples)
        self._seed = titled(self.tr("seed"), self.seed, self.new_seed)
        self._test = titled(self.tr("test %"), self.test)
        self._noise = titled(self.tr("noise"), self.noise, self.noise_value)
        WrappingRow(self, self._samples, self._test, self._noise, self._seed, beside)
        self.noise.valueChanged.connect(self._on_noise)
        self.new_seed.clicked.connect(self._on_new_seed)

    def show_made(self, made: Made | None) -> None:
        """Show what the data were made with; of those that are the learner's own, there is nothing to show."""
        is_random = made is not None and DATASETS[made[0]].is_random
        uses_chance = made is not None and (is_random or made[1].noise > 0 or made[1].test_share > 0)
        self._samples.setVisible(is_random)
        self._test.setVisible(made is not None)
        self._noise.setVisible(made is not None)
        self._seed.setVisible(uses_chance)
        self._options = made[1] if made is not None else None
        if self._options is not None:
            self._show(self._options)

    def _show(self, options: DatasetOptions) -> None:
        self.samples.show_text(str(options.samples))
        self.test.show_text(format_number(options.test_share * PERCENT))
        self.seed.show_text(str(options.seed))
        self.noise.show_position(round(options.noise))
        self.noise_value.setText(f"{format_number(options.noise)} %")

    def _field(
        self, name: str, parse: Callable[[str], float], commit: Callable[[float], None], notice: Notice
    ) -> NumberField:
        field = NumberField(name, parse, commit, notice)
        field.setToolTip(name)
        field.setFixedWidth(scaled(FIELD_WIDTH))
        return field

    def _set_samples(self, samples: float) -> None:
        self._make(self.tr("Change the number of samples"), samples=int(samples))

    def _set_test(self, percent: float) -> None:
        self._make(self.tr("Change the share of test samples"), test_share=percent / PERCENT)

    def _set_seed(self, seed: float) -> None:
        self._make(self.tr("Change the seed of the data"), seed=int(seed))

    def _on_new_seed(self) -> None:
        self._set_seed(secrets.randbelow(SEEDS))

    def _on_noise(self, percent: int) -> None:
        assert self._options is not None
        others = replace(self._options, noise=0.0)
        key = "noise", others.samples, others.seed, others.test_share
        self._commit(replace(self._options, noise=float(percent)), self.tr("Change the noise"), key)

    def _make(self, edit: str, **options: float) -> None:
        assert self._options is not None
        self._commit(replace(self._options, **options), edit, None)
