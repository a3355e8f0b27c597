import numpy as np
import pytest
from hypothesis import given

from core.experiment import Experiment
from core.kernels import Array
from core.operations import Phase, Role
from core.training import Trainer
from gui.painting.flow_state import EdgeValue, flow_state
from tests.core.strategies import experiments
from tests.gui.runs import ARTICLE, experiment_of

DEEP = experiment_of(2, 3, 2, 1)
WHOLE_BATCH = None


def trainer_after(experiment: Experiment, role: Role, layer: int) -> Trainer:
    """Return a trainer that has done the operation last."""
    trainer = Trainer(experiment)
    place = trainer.plan.place(role, layer)
    assert place is not None
    trainer.go_to(place + 1)
    return trainer


def known_edges(trainer: Trainer, show: EdgeValue) -> list[int]:
    """Return the layers whose edges show numbers."""
    edges = flow_state(trainer, show, WHOLE_BATCH).edges
    return [layer for layer, edge in enumerate(edges, start=1) if edge.values is not None]


def lit(trainer: Trainer) -> tuple[list[int], list[int]]:
    """Return the layers whose edges are lit, and those whose units are."""
    state = flow_state(trainer, EdgeValue.WEIGHT, WHOLE_BATCH)
    edges = [layer for layer, edge in enumerate(state.edges, start=1) if edge.lit]
    return edges, [layer for layer, unit in enumerate(state.units) if unit.lit]


def test_weights_are_known_from_the_start_gradients_and_updates_are_not() -> None:
    trainer = Trainer(DEEP)
    assert known_edges(trainer, EdgeValue.WEIGHT) == [1, 2, 3]
    assert known_edges(trainer, EdgeValue.GRADIENT) == []
    assert known_edges(trainer, EdgeValue.UPDATE) == []


@pytest.mark.parametrize(
    ("show", "role"), [(EdgeValue.GRADIENT, Role.WEIGHT_GRADIENT), (EdgeValue.UPDATE, Role.WEIGHT_UPDATE)]
)
def test_gradients_and_updates_become_known_layer_by_layer_from_the_output(show: EdgeValue, role: Role) -> None:
    for layer in (3, 2, 1):
        trainer = trainer_after(DEEP, role, layer)
        assert known_edges(trainer, show) == list(range(layer, 4))
        trainer.step_back()
        assert known_edges(trainer, show) == list(range(layer + 1, 4))


def test_a_unit_knows_its_sum_then_its_answer_then_its_delta() -> None:
    for role, known in [
        (Role.PRE_ACTIVATION, [True, False, False]),
        (Role.ACTIVATION, [True, True, False]),
        (Role.SLOPE, [True, True, False]),
        (Role.DELTA, [True, True, True]),
    ]:
        unit = flow_state(trainer_after(ARTICLE, role, 1), EdgeValue.WEIGHT, 0).units[1]
        assert [values is not None for values in (unit.pre_activation, unit.activation, unit.delta)] == known, role


def test_inputs_are_always_known() -> None:
    state = flow_state(Trainer(ARTICLE), EdgeValue.WEIGHT, 2)
    assert state.units[0].activation is not None
    assert state.units[0].activation.tolist() == [1, 0]
    assert state.targets.tolist() == [1]


@given(experiments())
def test_the_shares_of_all_samples_add_up_to_the_gradient_of_the_batch(experiment: Experiment) -> None:
    trainer = Trainer(experiment)
    trainer.go_to(trainer.plan.update_index)
    batch = gradients(trainer, WHOLE_BATCH)
    shares = [gradients(trainer, sample) for sample in range(trainer.plan.samples)]
    for layer, total in enumerate(batch):
        np.testing.assert_allclose(sum(share[layer] for share in shares), total, atol=1e-12 * (1 + np.abs(total).max()))


def gradients(trainer: Trainer, sample: int | None) -> list[Array]:
    edges = flow_state(trainer, EdgeValue.GRADIENT, sample).edges
    return [edge.values for edge in edges if edge.values is not None]


def test_an_update_is_what_the_step_changes() -> None:
    trainer = Trainer(ARTICLE)
    before = [weights.copy() for weights in trainer.plan.parameters.weights]
    trainer.run(1)
    updates = flow_state(trainer, EdgeValue.UPDATE, WHOLE_BATCH).edges
    for edge, old, new in zip(updates, before, trainer.plan.parameters.weights, strict=True):
        assert edge.values is not None
        assert np.array_equal(edge.values, new - old)
        assert edge.values.any()


def test_of_the_whole_batch_units_show_the_mean_of_the_samples() -> None:
    trainer = trainer_after(ARTICLE, Role.DELTA, 1)
    mean = flow_state(trainer, EdgeValue.WEIGHT, WHOLE_BATCH)
    each = [flow_state(trainer, EdgeValue.WEIGHT, sample) for sample in range(4)]
    for name in ("activation", "pre_activation", "delta"):
        together = [getattr(state.units[1], name) for state in each]
        np.testing.assert_allclose(getattr(mean.units[1], name), np.mean(together, axis=0))


@pytest.mark.parametrize(
    ("role", "layer", "edges", "units"),
    [
        (Role.PRE_ACTIVATION, 2, [2], []),
        (Role.ACTIVATION, 2, [], [2]),
        (Role.LOSS, 3, [], [3]),
        (Role.OUTPUT_GRADIENT, 3, [], [3]),
        (Role.SLOPE, 1, [], [1]),
        (Role.DELTA, 1, [], [1]),
        (Role.WEIGHT_GRADIENT, 3, [3], []),
        (Role.BIAS_GRADIENT, 3, [], [3]),
        (Role.ACTIVATION_GRADIENT, 2, [3], [2]),
        (Role.WEIGHT_UPDATE, 1, [1], []),
        (Role.BIAS_UPDATE, 2, [], [2]),
    ],
)
def test_what_an_operation_touches_is_lit(role: Role, layer: int, edges: list[int], units: list[int]) -> None:
    assert lit(trainer_after(DEEP, role, layer)) == (edges, units)


def test_between_two_batches_nothing_is_lit_and_no_phase_is_on() -> None:
    trainer = Trainer(ARTICLE)
    for _ in range(2):
        assert lit(trainer) == ([], [])
        assert flow_state(trainer, EdgeValue.WEIGHT, WHOLE_BATCH).phase is None
        trainer.run(1)


def test_the_phase_is_that_of_the_operation_done_last() -> None:
    trainer = Trainer(ARTICLE)
    trainer.step()
    assert flow_state(trainer, EdgeValue.WEIGHT, WHOLE_BATCH).phase is Phase.FORWARD
    trainer.step_phase()
    trainer.step_phase()
    assert flow_state(trainer, EdgeValue.WEIGHT, WHOLE_BATCH).phase is Phase.LOSS
