import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.experiment import Experiment
from core.notation import Symbol
from core.operations import NOTHING, SAMPLES, Operation, Phase, Quantity, Role, units
from tests.core.plans import plan_at, scattered_parameters
from tests.core.strategies import experiments, seeds

# What has flat pieces, where a source does not count: signs, limits, and the factor 0 that some options may be.
FLAT = ("np.sign", "np.log(", "1e-43", "np.minimum(1", "np.clip", ">= 0", " 0.0 *", "(0.0 *", "np.power(0.0")


@st.composite
def operations(draw: st.DrawFn) -> Operation:
    experiment = draw(experiments())
    plan = plan_at(experiment, scattered_parameters(experiment, draw(seeds)))
    return draw(st.sampled_from(plan.operations))


@st.composite
def cells(draw: st.DrawFn) -> tuple[Operation, tuple[int, int]]:
    operation = draw(operations())
    rows, columns = operation.result.values.shape
    return operation, (draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1)))


@given(cells())
def test_a_number_is_made_of_its_sources_and_of_nothing_else(chosen: tuple[Operation, tuple[int, int]]) -> None:
    operation, cell = chosen
    before = operation.result.values[cell]
    for operand, region in zip(operation.operands, operation.sources(*cell), strict=True):
        kept = operand.values[region].copy()
        operand.values[...] = 1e3
        operand.values[region] = kept
    operation.execute()
    assert operation.result.values[cell] == before


@given(cells(), st.data())
def test_every_source_of_a_sum_counts(chosen: tuple[Operation, tuple[int, int]], draw: st.DataObject) -> None:
    operation, cell = chosen
    assume(not any(flat in operation.numpy for flat in FLAT))
    for operand in operation.operands:
        operand.values[...] = np.abs(operand.values) + 1.0  # where no factor is 0 and no ReLU is shut
    operation.execute()
    before = operation.result.values[cell]
    index = draw.draw(st.integers(0, len(operation.operands) - 1))
    source = operation.operands[index].values[operation.sources(*cell)[index]]
    place = tuple(draw.draw(st.integers(0, size - 1)) for size in source.shape)
    source[place] += 0.3
    operation.execute()
    assert operation.result.values[cell] != before or operation.role is Role.SLOPE  # of ReLU and linear, constant here


@given(operations())
def test_an_operation_reads_its_operands_and_writes_only_its_result(operation: Operation) -> None:
    before = [operand.values.copy() for operand in operation.operands]
    operation.result.values[...] = np.nan
    operation.execute()
    assert np.isfinite(operation.result.values).all()
    for operand, values in zip(operation.operands, before, strict=True):
        np.testing.assert_array_equal(operand.values, values)


@given(operations())
def test_every_operation_has_a_title_and_a_sentence(operation: Operation) -> None:
    assert "{" not in str(operation.title)
    assert operation.sentence.endswith(".")


@given(operations())
def test_there_is_a_sign_before_between_and_after_the_operands(operation: Operation) -> None:
    assert len(operation.signs) == len(operation.operands) + 1


@given(operations())
def test_an_operation_goes_by_the_symbol_of_its_result(operation: Operation) -> None:
    assert operation.symbol is operation.result.symbol
    assert operation.formula.startswith(f"{operation.symbol.latex} ")
    assert operation.numpy.startswith(f"{operation.symbol.code} ")


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_title_and_a_sentence(role: Role) -> None:
    shown = role.title.format(layer=3, parameters="weights")
    assert shown == role.title.replace("{layer}", "3").replace("{parameters}", "weights")
    assert role.sentence.endswith(".")
    assert "{" not in role.sentence


def test_no_two_roles_share_their_words() -> None:
    assert len({role.title for role in Role}) == len({role.sentence for role in Role}) == len(Role)


def test_the_phases_are_in_the_order_of_a_batch() -> None:
    assert list(Phase) == [Phase.FORWARD, Phase.LOSS, Phase.BACKWARD, Phase.UPDATE]


WEIGHTS = Quantity(Symbol("W", "W^{(2)}", "W2"), np.arange(6.0).reshape(2, 3), units(1), units(2))


def test_a_transpose_is_another_view_of_the_same_numbers() -> None:
    transposed = WEIGHTS.transposed
    assert np.shares_memory(transposed.values, WEIGHTS.values)
    assert transposed.values.shape == (3, 2)
    assert (transposed.rows, transposed.columns) == (units(2), units(1))
    assert transposed.symbol.code == "W2.T"


def test_a_number_belongs_to_what_its_row_and_its_column_stand_for() -> None:
    assert WEIGHTS.place(1, 2) == {units(1): 1, units(2): 2}
    assert Quantity(WEIGHTS.symbol, WEIGHTS.values, SAMPLES, units(2)).place(1, 2) == {SAMPLES: 1, units(2): 2}
    assert Quantity(WEIGHTS.symbol, WEIGHTS.values, NOTHING, units(2)).place(0, 2) == {units(2): 2}
    assert Quantity(WEIGHTS.symbol, WEIGHTS.values, NOTHING, NOTHING).place(0, 0) == {}


@given(experiments())
def test_the_axes_of_every_array_are_as_long_as_what_they_stand_for(experiment: Experiment) -> None:
    lengths = {NOTHING: 1, SAMPLES: experiment.data.samples}
    lengths |= {units(layer): size for layer, size in enumerate(experiment.sizes)}
    for operation in plan_at(experiment, np.zeros(experiment.parameter_count), 0).operations:
        for quantity in (operation.result, *operation.operands):
            assert quantity.values.shape == (lengths[quantity.rows], lengths[quantity.columns])
