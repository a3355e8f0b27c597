"""All data sets at a choice. To add one, write its function and its entry in one of the files read here."""

from core.datasets.dataset import Dataset
from core.datasets.playground_sets import PLAYGROUND_SETS
from core.datasets.shapes import SHAPES
from core.datasets.truth_tables import TRUTH_TABLES

DATASETS: dict[str, Dataset] = {dataset.name: dataset for dataset in (*TRUTH_TABLES, *PLAYGROUND_SETS, *SHAPES)}
