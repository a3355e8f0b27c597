"""Going back to a moment for which training has to be done again: whether that takes long."""

from core.training import Trainer

LONGEST_AT_ONCE = 0.3  # seconds, about; what takes longer is to be seen and can be paused
SECONDS_A_BATCH, SECONDS_A_PRODUCT = 12e-6, 3.2e-10  # as measured: of starting the kernels, and of a weight × a sample


def start_of_long_replay(trainer: Trainer, epoch: int) -> int | None:
    """Return the batch from which training has to be done again to have `epoch` epochs complete, if that takes long.

    None where it is quick, or where that epoch is not recorded.
    """
    if not 0 < epoch <= trainer.timeline.history.length:
        return None
    last = trainer.timeline.batch_of(epoch) - 1
    start = trainer.timeline.moment(max(0, last - 1)).batch
    experiment = trainer.timeline.segment(last).experiment
    products = experiment.batch_size * experiment.parameter_count
    seconds = (last - start) * (SECONDS_A_BATCH + SECONDS_A_PRODUCT * products)
    return start if seconds > LONGEST_AT_ONCE else None
