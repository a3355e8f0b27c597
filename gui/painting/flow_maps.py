"""The small maps in the units of the gradient flow, not oftener than the eye needs them."""

from collections.abc import Callable
from time import perf_counter

from core.experiment import Experiment
from core.network import Parameters
from gui.painting.flow_items import Maps
from gui.painting.plane_image import UnitMaps
from gui.theme import Theme

SECONDS = 0.1  # from one set of maps to the next while training runs


class FlowMaps:
    """Makes the maps anew where parameters, data or colours may be others."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._maps: Maps = []
        self._made_for: tuple[Experiment, Theme] | None = None
        self._made_at = 0.0

    def images(self, experiment: Experiment, parameters: Parameters, theme: Theme, *, running: bool) -> Maps:
        """Return the maps; while training runs, those of up to a tenth of a second ago."""
        now = self._clock()
        if self._made_for is None or self._made_for[0] is not experiment:
            self._unit_maps = UnitMaps(experiment)
        elif running and self._made_for[1] is theme and now - self._made_at < SECONDS:
            return self._maps
        self._made_for, self._made_at = (experiment, theme), now
        self._maps = self._unit_maps.images(parameters, theme)
        return self._maps
