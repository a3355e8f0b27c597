"""What is told about a unit or an edge of the gradient flow, with its exact values."""

from PySide6.QtCore import QObject

from core.experiment import ParameterIndex
from core.numerals import format_exactly, format_number
from gui.painting.flow_spots import Spot, parameter_name, path_name, unit_name
from gui.painting.flow_state import EdgeValue, edge_values, unit_values
from gui.session import Session

EDGE_NAMES = {EdgeValue.WEIGHT: "w", EdgeValue.GRADIENT: "∂L/∂w", EdgeValue.UPDATE: "Δw"}


class FlowTeller(QObject):
    """Tells of the session's run: in lines for the eye, in one sentence for the ear."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def lines(self, spot: Spot) -> list[str]:
        """Return the name and, line by line, each number that is known, with all its digits."""
        numbers = self._unit_numbers(spot) if spot.before is None else self._edge_numbers(spot, spot.before)
        lines = [path_name(spot), *(f"{name} = {format_exactly(value)}" for name, value in numbers)]
        if spot.before is None and self._session.row is None:
            lines.append(self.tr("mean over the samples"))
        if spot.parameter in self._session.experiment.frozen:
            lines.append(self.tr("frozen: training leaves it as it is"))
        return lines

    def sentence(self, spot: Spot) -> str:
        """Return what a screen reader says."""
        if spot.before is None:
            name, numbers = self.tr("unit {name}").format(name=path_name(spot)), self._unit_numbers(spot)
        else:
            parameter = parameter_name(ParameterIndex(spot.layer, spot.unit, spot.before))
            start, end = unit_name(spot.layer - 1, spot.before), unit_name(spot.layer, spot.unit)
            name = self.tr("weight {name} from {before} to {unit}").format(name=parameter, before=start, unit=end)
            numbers = self._edge_numbers(spot, spot.before)
        told = [f"{letter} {format_number(value)}" for letter, value in numbers]
        if spot.parameter in self._session.experiment.frozen:
            told.append(self.tr("frozen"))
        return f"{name}: {', '.join(told)}" if told else name

    def _unit_numbers(self, spot: Spot) -> list[tuple[str, float]]:
        state = unit_values(self._session.trainer, spot.layer, self._session.row)
        known = (("z", state.pre_activation), ("a" if spot.layer else "x", state.activation), ("δ", state.delta))
        numbers = [(letter, float(values[spot.unit])) for letter, values in known if values is not None]
        if spot.parameter is not None:
            numbers.append(("b", self._session.parameter(spot.parameter)))
        return numbers

    def _edge_numbers(self, spot: Spot, before: int) -> list[tuple[str, float]]:
        trainer, sample, row = self._session.trainer, self._session.sample, self._session.row
        numbers = [(name, edge_values(trainer, show, spot.layer, None)) for show, name in EDGE_NAMES.items()]
        if sample is not None and row is not None:
            share = self.tr("{quantity} of sample {n}").format(quantity=EDGE_NAMES[EdgeValue.GRADIENT], n=sample + 1)
            numbers.append((share, edge_values(trainer, EdgeValue.GRADIENT, spot.layer, row)))
        return [(name, float(values[before, spot.unit])) for name, values in numbers if values is not None]
