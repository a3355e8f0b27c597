"""What leaves Gyaku as a script of its own, which needs nothing of Gyaku."""

from core.export.numpy_script import Script, numpy_script
from core.export.pytorch_script import pytorch_script

__all__ = ["Script", "numpy_script", "pytorch_script"]
