import pytest
from PySide6.QtCore import QObject

from core.experiment import ParameterIndex
from core.numerals import format_exactly, format_number
from core.operations import Role
from gui.painting.flow_spots import Spot
from gui.session import Session
from gui.widgets.flow_teller import FlowTeller
from tests.gui.runs import ARTICLE


@pytest.fixture
def teller(session: Session) -> FlowTeller:
    parent = QObject(session)
    return FlowTeller(session, parent)


def go_to(session: Session, role: Role, layer: int) -> None:
    place = session.trainer.plan.place(role, layer)
    assert place is not None
    session.go_to(place + 1)


def test_what_is_known_of_a_unit_is_told_line_by_line(teller: FlowTeller, session: Session) -> None:
    spot = Spot(1, 1)
    assert teller.lines(spot) == ["a₂⁽¹⁾", "b = 0"]
    go_to(session, Role.ACTIVATION, 1)
    layer = session.trainer.plan.layers[0]
    z, a = (format_exactly(float(each.values[1, 1])) for each in (layer.pre_activation, layer.activation))
    assert teller.lines(spot) == ["a₂⁽¹⁾", f"z = {z}", f"a = {a}", "b = 0"]
    session.select_sample(None)
    assert teller.lines(spot)[-1] == "mean over the samples"


def test_of_an_edge_the_share_of_the_sample_is_told_too(teller: FlowTeller, session: Session) -> None:
    go_to(session, Role.WEIGHT_GRADIENT, 1)
    names = [line.split(" = ")[0] for line in teller.lines(Spot(1, 0, 1))]
    assert names == ["x₂ → a₁⁽¹⁾", "w", "∂L/∂w", "∂L/∂w of sample 2"]
    session.select_sample(None)
    assert len(teller.lines(Spot(1, 0, 1))) == 3


def test_what_is_frozen_is_said_to_be(teller: FlowTeller, session: Session) -> None:
    session.freeze([ParameterIndex(1, 0, 1), ParameterIndex(1, 0)], True)
    for spot in (Spot(1, 0, 1), Spot(1, 0)):
        assert teller.lines(spot)[-1] == "frozen: training leaves it as it is"
        assert teller.sentence(spot).endswith(", frozen")
    assert "frozen" not in teller.sentence(Spot(1, 1))


def test_for_the_ear_it_is_one_sentence(teller: FlowTeller, session: Session) -> None:
    session.seek(3)
    weight, gradient = (
        getattr(session.trainer.plan.layers[0], name).values[0, 0] for name in ("new_weights", "weight_gradient")
    )
    sentence = teller.sentence(Spot(1, 0, 0))
    assert sentence.startswith("weight w₁₁⁽¹⁾ from x₁ to a₁⁽¹⁾: w ")
    assert f"w {format_number(float(weight))}, ∂L/∂w {format_number(float(gradient))}, Δw " in sentence
    assert teller.sentence(Spot(0, 0)) == f"unit x₁: x {ARTICLE.data.inputs[1][0]:.0f}"
