"""Data of which only the targets matter."""

from core.data import Data, Rows

ONE_HOT = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def of_targets(*targets: tuple[float, ...]) -> Data:
    inputs: Rows = tuple((float(number),) for number in range(len(targets)))
    return Data(inputs=inputs, targets=targets)
