"""Experiment files: an experiment and, if there is one, the run so far, as JSON that a person can read and write."""

from core.files.document import FORMAT, VERSION
from core.files.reading import Saved, load, loads
from core.files.schema import schema
from core.files.writing import dumps, save

__all__ = ["FORMAT", "VERSION", "Saved", "dumps", "load", "loads", "save", "schema"]
