import pytest

from core.export import sections
from core.export.pytorch_optimizers import TORCH_OPTIMIZERS, optimizer_lines
from core.export.run import run_of
from core.optimizers import OPTIMIZERS
from core.training import Trainer
from tests.core.export.runs import RUNS


def lines_of(trainer: Trainer) -> list[str]:
    run = run_of(trainer)
    return [*optimizer_lines(run, sections.arrays(run))]


def test_every_optimizer_has_its_counterpart() -> None:
    assert set(TORCH_OPTIMIZERS) == set(OPTIMIZERS.values())
    for optimizer, entry in TORCH_OPTIMIZERS.items():
        assert set(entry.kept) == set(optimizer.vectors)


@pytest.mark.parametrize(
    ("at", "expected"),
    list(
        enumerate(
            [
                "SGD(parameters, lr=0.1)",
                "SGD(parameters, lr=0.1, momentum=0.8)",
                "SGD(parameters, lr=0.1, momentum=0.0)",
                "SGD(parameters, lr=0.1, momentum=0.9, nesterov=True)",
                "SGD(parameters, lr=0.1, momentum=0.0)",
                "Adagrad(parameters, lr=0.1, eps=1e-10)",
                "RMSprop(parameters, lr=0.01, alpha=0.9, eps=1e-08)",
                "Adam(parameters, lr=0.01, betas=(0.9, 0.999), eps=1e-08)",
            ]
        )
    ),
)
def test_options_are_those_of_ours(at: int, expected: str) -> None:
    assert lines_of(RUNS[f"optimizer {at}"]()) == [f"optimizer = torch.optim.{expected}"]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (1, "optimizer.state[W1].update(momentum_buffer=v_W1)"),
        (5, "optimizer.state[W1].update(step=torch.tensor(0.0), sum=s_W1)"),
        (6, "optimizer.state[W1].update(step=torch.tensor(0.0), square_avg=s_W1)"),
        (7, "optimizer.state[W1].update(step=torch.tensor(13.0), exp_avg=m_W1, exp_avg_sq=s_W1)"),
    ],
)
def test_it_goes_on_from_what_was_kept(at: int, expected: str) -> None:
    lines = lines_of(RUNS[f"continued {at}"]())
    assert expected in lines
    assert sum("optimizer.state" in line for line in lines) == 4


def test_what_is_not_kept_is_not_written() -> None:
    assert len(lines_of(RUNS["continued 0"]())) == 1
