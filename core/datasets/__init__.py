"""Data sets at a choice, and an experiment for each."""

from core.datasets.dataset import Dataset, DatasetOptions
from core.datasets.presets import article_experiment, preset_experiment
from core.datasets.recognition import recognised
from core.datasets.registry import DATASETS

__all__ = ["DATASETS", "Dataset", "DatasetOptions", "article_experiment", "preset_experiment", "recognised"]
