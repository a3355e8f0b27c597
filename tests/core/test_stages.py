import numpy as np
import pytest

from core.clipping import CLIPPINGS
from core.freezing import HOLD
from core.kernels import Array, Kernel, execute
from core.optimizers import OPTIMIZERS
from core.regularizers import REGULARIZERS
from core.stages import NEW, PARAMETERS, Stage, parameter_step

STAGES = [
    stage
    for registry in (OPTIMIZERS, REGULARIZERS, CLIPPINGS)
    for kind in registry.values()
    for stage in (*kind().stages, *getattr(kind, "final_stages", ()))
] + [HOLD]


def copy(values: Array, out: Array) -> list[Kernel]:
    return [lambda: np.copyto(out, values)]


def test_a_parameter_step_is_taken_off_the_parameters() -> None:
    stage = parameter_step(("a",), ("· 3",), "{a}", "{a}", "{1}", copy)
    assert (stage.result, stage.operands, stage.signs) == (NEW + PARAMETERS, (PARAMETERS, "a"), ("", "−", "· 3"))
    assert (stage.latex, stage.numpy, stage.written, stage.is_step) == ("{p} - {a}", "{a}", "{0} − {1}", True)
    out = np.zeros(2)
    execute(stage.kernels(np.array([5.0, 1.0]), np.array([2.0, 3.0]), out))
    assert out.tolist() == [3.0, -2.0]


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_names_its_operands_in_every_form(stage: Stage) -> None:
    assert len(stage.signs) == len(stage.operands) + 1
    names = {name: f"<{name}>" for name in stage.operands}
    latex, line = stage.latex.format(**names), stage.numpy.format(**names)
    for name in names.values():
        assert name in latex
        assert name in line or stage.is_step
    assert stage.written.format(*range(len(stage.operands)))


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_does_the_same_to_a_vector_as_to_its_pieces(stage: Stage) -> None:
    operands = [np.random.RandomState(at).uniform(0.5, 2.0, 7) for at in range(len(stage.operands))]
    cells = [
        values[0, ...] if name in ("lr", "t", "factor") else None
        for name, values in zip(stage.operands, operands, strict=True)
    ]
    whole, pieces = np.empty(7), np.empty(7)
    execute(stage.kernels(*[v if c is None else c for v, c in zip(operands, cells, strict=True)], whole))
    for piece in (slice(0, 3), slice(3, 7)):
        read = [v[piece] if c is None else c for v, c in zip(operands, cells, strict=True)]
        execute(stage.kernels(*read, pieces[piece]))
    np.testing.assert_array_equal(whole, pieces)
