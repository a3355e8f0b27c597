"""Many runs at once: from many seeds, with many settings, on many cores."""

from core.sweeps.executors import Workers, all_cores, dask, in_process
from core.sweeps.grid import Grid, Variation, parse_seeds
from core.sweeps.stack import stack_width, train_stack
from core.sweeps.stepwise import StepwiseSweep
from core.sweeps.sweep import (
    CONVERGED_BELOW,
    Chunk,
    FinishedChunk,
    Run,
    SweepResult,
    finished_chunks,
    sweep,
    train_chunk,
)
from core.sweeps.variables import VARIABLES

__all__ = [
    "CONVERGED_BELOW",
    "VARIABLES",
    "Chunk",
    "FinishedChunk",
    "Grid",
    "Run",
    "StepwiseSweep",
    "SweepResult",
    "Variation",
    "Workers",
    "all_cores",
    "dask",
    "finished_chunks",
    "in_process",
    "parse_seeds",
    "stack_width",
    "sweep",
    "train_chunk",
    "train_stack",
]
