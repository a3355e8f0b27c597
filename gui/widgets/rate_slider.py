"""A slider for a learning rate."""

from math import log10

from gui.widgets.sliders import StrokeSlider

STEPS = (1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8)  # of a decade, evenly by the logarithm (ISO 3, rounded)
LEAST, MOST = -4, 1  # powers of ten


class RateSlider(StrokeSlider):
    """Goes from 0.0001 to 10 by the logarithm, in round numbers."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setRange(LEAST * len(STEPS), MOST * len(STEPS))
        self.setPageStep(len(STEPS))

    def number_at(self, position: int) -> float:
        """Return the rate that a position stands for."""
        power, step = divmod(position, len(STEPS))
        return float(f"{STEPS[step]}e{power}")

    def show_rate(self, rate: float) -> None:
        """Show a rate, as near as there is a step."""
        self.show_position(round(min(max(len(STEPS) * log10(rate), self.minimum()), self.maximum())))
