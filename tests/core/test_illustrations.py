import numpy as np
import pytest

from core.activation import Activation
from core.activations import ACTIVATIONS
from core.adaptive_optimizers import Adagrad, Adam
from core.clipping import CLIPPINGS, Clipping, ClippingByNorm, ClippingByValue, NoClipping
from core.illustrations import Curve, illustrate
from core.initializers import INITIALIZERS, Initializer
from core.kernels import Array
from core.losses import LOSSES, REDUCTIONS, Loss
from core.optimizer import Optimizer
from core.optimizers import OPTIMIZERS, Momentum, Sgd
from core.regularizers import L1, L2, REGULARIZERS, NoRegularization, Regularizer
from core.schedules import SCHEDULES, ConstantRate, CosineDecay, ExponentialDecay, Schedule, StepDecay
from tests.core.shown import numpy_value

CHOICES = [kind() for registry in (OPTIMIZERS, REGULARIZERS, CLIPPINGS, SCHEDULES) for kind in registry.values()]
EVERY = [*ACTIVATIONS.values(), *LOSSES.values(), *REDUCTIONS.values(), *INITIALIZERS.values(), *CHOICES]


def main_curve(entry: object) -> Curve:
    return next(curve for curve in illustrate(entry).curves if not curve.quiet)


def quiet_curve(entry: object) -> Curve:
    return next(curve for curve in illustrate(entry).curves if curve.quiet)


def lengths(curve: Curve) -> Array:
    found: Array = np.hypot(curve.x, curve.y)
    return found


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: f"{type(entry).__name__}-{entry.name}")
def test_every_entry_of_every_registry_has_words_and_points_that_can_be_drawn(entry: object) -> None:
    illustration = illustrate(entry)
    assert illustration.title
    assert illustration.sentence.endswith(".")
    assert not illustration.curves or illustration.caption.endswith(".")
    for curve in illustration.curves:
        assert curve.x.shape == curve.y.shape
        assert np.isfinite([curve.x, curve.y]).all()
    if len({curve.text for curve in illustration.curves}) < len(illustration.curves):
        assert illustration.is_map


def test_what_is_in_no_registry_has_no_illustration() -> None:
    with pytest.raises(TypeError, match="int is no entry of a registry"):
        illustrate(3)


@pytest.mark.parametrize("activation", [entry for entry in ACTIVATIONS.values() if not entry.mixes_units])
def test_an_activation_is_shown_as_it_answers_with_its_slope(activation: Activation) -> None:
    answer, slope = illustrate(activation).curves
    expected = numpy_value(activation.numpy.format(z="z"), z=answer.x)
    np.testing.assert_allclose(answer.y, expected, rtol=1e-12, atol=1e-15)
    smooth = np.abs(answer.x) > 0.1
    np.testing.assert_allclose(slope.y[smooth], np.gradient(answer.y, answer.x)[smooth], atol=0.03)
    assert (answer.text, slope.text) == ("a", "∂a/∂z")


def test_an_activation_of_a_whole_layer_is_shown_for_one_of_two_units() -> None:
    answer, slope = illustrate(ACTIVATIONS["softmax"]).curves
    np.testing.assert_allclose(answer.y, 1 / (1 + np.exp(-answer.x)), rtol=1e-12)
    np.testing.assert_allclose(slope.y, answer.y * (1 - answer.y), rtol=1e-9)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_a_loss_is_shown_for_both_targets(loss: Loss) -> None:
    for curve, target in zip(illustrate(loss).curves, (1.0, 0.0), strict=True):
        expected = numpy_value(loss.numpy.format(a="a", y="y"), a=curve.x, y=target)
        np.testing.assert_allclose(curve.y, expected, rtol=1e-9, atol=1e-12)
        assert curve.text == f"y = {target:.0f}"
        assert not loss.for_probabilities or (curve.x.min() > 0 and curve.x.max() < 1)


def test_gradient_descent_is_shown_on_the_way_it_takes() -> None:
    way = main_curve(Sgd(learning_rate=123.0))
    steps = np.arange(len(way.x))
    np.testing.assert_allclose(way.x, way.x[0] * (1 - 0.1) ** steps, rtol=1e-9)
    np.testing.assert_allclose(way.y, way.y[0] * (1 - 0.1 * 13) ** steps, rtol=1e-9)


@pytest.mark.parametrize("kind", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_every_optimizer_comes_down(kind: type[Optimizer]) -> None:
    way = main_curve(kind())
    heights = way.x**2 + 13 * way.y**2
    assert heights[-1] < heights[0] / 2


def test_an_optimizer_is_shown_with_its_own_options() -> None:
    assert not np.array_equal(main_curve(Momentum(momentum=0.1)).x, main_curve(Momentum(momentum=0.9)).x)
    slow, fast = main_curve(Adagrad()), main_curve(Adam())
    assert abs(slow.x[-1]) > abs(fast.x[-1])


def test_formulas_of_an_optimizer_are_those_of_its_operations() -> None:
    assert illustrate(Momentum()).formulas == (r"v \leftarrow \mu\,v + g", r"W \leftarrow W - \eta\,v")
    assert len(illustrate(Adam()).formulas) == 3


@pytest.mark.parametrize(
    ("schedule", "last"),
    [
        (ConstantRate(), 10_000),
        (ExponentialDecay(), 10_000),
        (StepDecay(every=7), 21),
        (CosineDecay(epochs=100), 300),
    ],
)
def test_a_schedule_is_shown_as_long_as_it_takes(schedule: Schedule, last: int) -> None:
    curve = main_curve(schedule)
    assert (curve.x[0], curve.x[-1]) == (0, last)
    assert curve.y.tolist() == [schedule.rate(1.0, round(epoch)) for epoch in curve.x]


@pytest.mark.parametrize(
    ("regularizer", "penalty"),
    [(NoRegularization(), [0, 0, 0]), (L1(rate=0.5), [1, 0, 1]), (L2(rate=0.5), [1, 0, 1])],
)
def test_a_penalty_is_shown_over_one_weight(regularizer: Regularizer, penalty: list[float]) -> None:
    curve = main_curve(regularizer)
    assert np.interp([-2, 0, 2], curve.x, curve.y) == pytest.approx(penalty)


def test_a_penalty_that_stops_at_zero_says_so() -> None:
    assert len(illustrate(L1()).formulas) == len(illustrate(L2()).formulas) + 1
    assert illustrate(NoRegularization()).formulas == ()


@pytest.mark.parametrize("clipping", [NoClipping(), ClippingByNorm(limit=5.0), ClippingByValue(limit=5.0)])
def test_gradients_below_the_limit_are_shown_as_they_are(clipping: Clipping) -> None:
    before, after = illustrate(clipping).curves
    np.testing.assert_allclose([after.x, after.y], [before.x, before.y])


def test_clipping_is_shown_by_what_it_cuts_off() -> None:
    before = quiet_curve(NoClipping())
    np.testing.assert_allclose(lengths(before), 1.3)
    cut, shortened = main_curve(ClippingByValue()), main_curve(ClippingByNorm())
    np.testing.assert_array_equal([cut.x, cut.y], np.clip([before.x, before.y], -1, 1))
    np.testing.assert_allclose(lengths(shortened), 1, rtol=1e-5)
    np.testing.assert_allclose(np.arctan2(shortened.y, shortened.x), np.arctan2(before.y, before.x))
    assert len(illustrate(ClippingByNorm()).formulas) == 2


@pytest.mark.parametrize("initializer", INITIALIZERS.values(), ids=INITIALIZERS)
def test_an_initializer_is_shown_by_what_it_draws(initializer: Initializer) -> None:
    curve = main_curve(initializer)
    width = np.diff(curve.x)
    middle = (curve.x[1:] + curve.x[:-1]) / 2
    mean = np.sum(width * curve.y[1:] * middle) / np.sum(width * curve.y[1:])
    spread = np.sqrt(np.sum(width * curve.y[1:] * (middle - mean) ** 2) / np.sum(width * curve.y[1:]))
    size = initializer.size(8, 8)
    expected = {"normal": size, "uniform": size / np.sqrt(3)}.get(initializer.name.split("_")[-1], 0.0)
    assert spread == pytest.approx(expected, abs=0.07)
    assert mean == pytest.approx(size if initializer.name == "constant" else 0.0, abs=0.06)
    assert illustrate(initializer).formulas[0].startswith(r"w \sim" if expected else "w =")


def test_an_illustration_may_be_words_alone() -> None:
    assert illustrate(REDUCTIONS["mean"]).curves == ()
