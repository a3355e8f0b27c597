import pytest

from core.activation import Activation
from core.activations import ACTIVATIONS


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS.keys())
def test_every_text_can_be_filled_in(activation: Activation) -> None:
    names = {"z": "<z>", "a": "<a>", "g": "<g>"}
    assert "<z>" in activation.latex.format(**names)
    assert "<z>" in activation.numpy.format(**names)
    assert "<z>" in activation.torch.format(**names)
    read = f"<{activation.derivative_reads}>"
    if activation.name != "linear":
        assert read in activation.latex_derivative.format(**names)
        assert read in activation.numpy_derivative.format(**names)
    assert activation.written.format(1, 2, sum=3)
    assert activation.written_derivative.format(1, 2, sum=3)


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS.keys())
def test_what_mixes_units_names_the_sum_of_its_row(activation: Activation) -> None:
    for written, summand in (
        (activation.written, activation.written_summand),
        (activation.written_derivative, activation.written_summand_derivative),
    ):
        assert ("{sum}" in written) == bool(summand) == activation.mixes_units
    assert (activation.derivative_reads == "g") == activation.mixes_units
