"""Which data set is used, and how it is made."""

from collections.abc import Hashable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.datasets import DATASETS, DatasetOptions
from gui.widgets.data_editor import DataEditor
from gui.widgets.dataset_fields import DatasetFields
from gui.widgets.dataset_memory import DatasetMemory
from gui.widgets.drop_down import DropDown
from gui.widgets.features_button import FeaturesButton
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice


class DatasetChooser(QWidget):
    """Data sets at a choice, with `more` beside them; their options and the features can be unfolded below."""

    def __init__(self, editor: DataEditor, notice: Notice, more: QWidget) -> None:
        super().__init__()
        self._editor, self._notice = editor, notice
        self._memory = DatasetMemory()
        self.dataset = DropDown(self.tr("Data set"), {name: dataset.title for name, dataset in DATASETS.items()})
        self.dataset.addItem(self.tr("own data"), None)
        self.dataset.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.features = FeaturesButton()
        self.fields = DatasetFields(self._remake, notice, self.features)
        self.unfold = IconButton("adjust", self.tr("How the data are made, and their features"))
        self.unfold.setCheckable(True)
        first = QHBoxLayout()
        first.setSpacing(4)
        for widget in (self.dataset, self.unfold, more):
            first.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addWidget(self.fields)
        self.dataset.activated.connect(self._on_dataset)
        self.unfold.toggled.connect(self.fields.setVisible)
        self.features.toggled_feature.connect(self._on_feature)
        self.fields.hide()

    def show_data(self) -> None:
        """Show which set the data are, its options, and the features; the learner's own data have no options."""
        made = self._memory.find(self._editor.data)
        self.dataset.show_name(made[0] if made else None)
        self.fields.show_made(made)
        self.features.show_data(self._editor.data)

    def _on_dataset(self, index: int) -> None:
        name = self.dataset.itemData(index)
        if name is not None:
            self.unfold.setChecked(DATASETS[name].is_random)
            self._notice.attempt(
                lambda: self._make(name, DATASETS[name].default, self.tr("Choose a data set")), self.dataset
            )
        self.show_data()

    def _remake(self, options: DatasetOptions, edit: str, merge: Hashable | None) -> None:
        made = self._memory.find(self._editor.data)
        assert made is not None
        self._make(made[0], options, edit, merge)
        self.show_data()

    def _make(self, name: str, options: DatasetOptions, edit: str, merge: Hashable | None = None) -> None:
        data = self._editor.made_of(name, options)
        self._memory.note(data, (name, options))
        self._editor.use(data, edit, merge)

    def _on_feature(self, name: str, used: bool) -> None:
        self._editor.use_feature(name, used)
        self.features.show_data(self._editor.data)
