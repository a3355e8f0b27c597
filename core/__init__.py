"""The mathematics of Gyaku: experiments, the plan of operations, and training. It knows no window."""

import os

__version__ = "0.1.0"

# Before NumPy is loaded: the matrices here are too small to share, and threads that wait for work take the other cores'
# time. One thread also adds up in one order, so that a run gives the same bits on every number of cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
