"""Training for a while: how many epochs to do before looking at the clock again."""

from time import perf_counter

from core.plan import Plan
from core.training import Trainer


class Stretches:
    """Trains for a given time, in stretches of epochs that double until they fill it.

    So no clock is read in the training loop. The first stretch is half of what was done the last time.
    """

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._last = 0

    def run(self, trainer: Trainer, seconds: float, goal: float) -> bool:
        """Train for about `seconds`, up to `goal` complete epochs; return whether there is more to do."""
        if trainer.plan is not self._plan:
            self._plan, self._last = trainer.plan, 0
        start, first = perf_counter(), trainer.epoch
        stretch, goes_on = max(1, self._last // 2), True
        while goes_on and trainer.epoch < goal and (elapsed := perf_counter() - start) < seconds:
            done = trainer.epoch - first
            fitting = (seconds - elapsed) * done / elapsed if done else stretch
            wanted = int(max(1, min(stretch, fitting, goal - trainer.epoch)))
            goes_on = trainer.run(wanted) == wanted and not trainer.stopped
            stretch *= 2
        self._last = trainer.epoch - first
        return goes_on and trainer.epoch < goal
