"""Everything a learner can set: data, network, training and start.

All of it is frozen; an edit makes a new experiment out of an old one. A value that cannot be accepted is refused when
it is put in, by a RefusalError with one sentence, so that an experiment that exists is valid.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Annotated

from msgspec.structs import force_setattr, replace

from core.activations import ACTIVATIONS
from core.clipping import AnyClipping, NoClipping
from core.data import MAX_COLUMNS, MAX_SAMPLES, Data
from core.given_parameters import GivenParameters
from core.initializers import INITIALIZERS
from core.losses import LOSSES, REDUCTIONS
from core.optimizers import AnyOptimizer, Sgd
from core.regularizers import AnyRegularizer, NoRegularization
from core.schedules import AnySchedule, ConstantRate
from core.settings import MOST_EPOCHS, Range, Settings, one_of, require_known
from core.text import RefusalError, translatable

MAX_UNITS = MAX_COLUMNS
MAX_HIDDEN_LAYERS = 10
MAX_SEED = 2**32 - 1

UNITS = Range(least=1, most=MAX_UNITS, whole=True)
BATCH_SIZE = Range(least=1, most=MAX_SAMPLES, whole=True)
SEED = Range(least=0, most=MAX_SEED, whole=True)
SCALE = Range()
EPOCHS = Range(least=1, most=MOST_EPOCHS, whole=True)
LOSS_BELOW = Range(above=0)
ACCURACY = Range(least=0, most=1)


class Layer(Settings, frozen=True):
    """One layer of units after the input."""

    units: Annotated[int, UNITS.meta]
    activation: Annotated[str, one_of(ACTIVATIONS)] = "sigmoid"

    def __post_init__(self) -> None:
        if self.units not in UNITS:
            raise RefusalError(
                translatable("core", "A layer can have 1 to {most} units, not {units}."),
                place=".units",
                most=MAX_UNITS,
                units=self.units,
            )
        require_known(translatable("core", "activation"), self.activation, ACTIVATIONS, ".activation")


class Stop(Settings, frozen=True):
    """When a run ends by itself: after the first epoch in which one of these holds. None: never for that reason.

    `loss_below` is compared with the epoch's loss, `epochs` with the number of complete epochs, `accuracy` with the
    share of training samples that are answered rightly.
    """

    loss_below: Annotated[float, LOSS_BELOW.meta] | None = None
    epochs: Annotated[int, EPOCHS.meta] | None = None
    accuracy: Annotated[float, ACCURACY.meta] | None = None

    def __post_init__(self) -> None:
        if self.loss_below is not None:
            LOSS_BELOW.require(translatable("core", "loss to stop below"), self.loss_below, ".loss_below")
        if self.epochs is not None:
            EPOCHS.require(translatable("core", "number of epochs to stop after"), self.epochs, ".epochs")
        if self.accuracy is not None:
            ACCURACY.require(translatable("core", "accuracy to stop at"), self.accuracy, ".accuracy")

    @property
    def is_set(self) -> bool:
        """Whether there is any condition."""
        return self != Stop()


class Training(Settings, frozen=True):
    """What is made small, and how. `batch_size` None means all samples at once."""

    loss: Annotated[str, one_of(LOSSES)] = "squared_error"
    reduction: Annotated[str, one_of(REDUCTIONS)] = "sum"
    optimizer: AnyOptimizer = Sgd()
    batch_size: Annotated[int, BATCH_SIZE.meta] | None = None
    shuffle: bool = False
    regularization: AnyRegularizer = NoRegularization()
    schedule: AnySchedule = ConstantRate()
    clipping: AnyClipping = NoClipping()
    stop: Stop = Stop()

    def __post_init__(self) -> None:
        require_known(translatable("core", "loss"), self.loss, LOSSES, ".loss")
        require_known(translatable("core", "reduction"), self.reduction, REDUCTIONS, ".reduction")
        if self.batch_size is not None:
            BATCH_SIZE.require(translatable("core", "batch size"), self.batch_size, ".batch_size")

    @property
    def learning_rate(self) -> float:
        """The optimizer's learning rate, before any schedule."""
        return self.optimizer.learning_rate


class Initial(Settings, frozen=True):
    """Where the parameters start: how weights and biases are drawn, or set, and from which seed.

    `scale` multiplies what the scheme would draw; biases are drawn after all weights.
    """

    scheme: Annotated[str, one_of(INITIALIZERS)] = "normal"
    seed: Annotated[int, SEED.meta] = 0
    scale: float = 1.0
    bias_scheme: Annotated[str, one_of([name for name, rule in INITIALIZERS.items() if not rule.by_units])] = "zeros"
    bias_scale: float = 1.0

    def __post_init__(self) -> None:
        require_known(translatable("core", "initializer"), self.scheme, INITIALIZERS, ".scheme")
        SEED.require(translatable("core", "seed"), self.seed, ".seed")
        SCALE.require(translatable("core", "scale of the weights"), self.scale, ".scale")
        require_known(translatable("core", "initializer"), self.bias_scheme, INITIALIZERS, ".bias_scheme")
        SCALE.require(translatable("core", "scale of the biases"), self.bias_scale, ".bias_scale")
        if INITIALIZERS[self.bias_scheme].by_units:
            raise RefusalError(
                translatable("core", "“{name}” depends on a layer’s units and cannot be used for biases."),
                place=".bias_scheme",
                name=self.bias_scheme,
            )


class ParameterIndex(Settings, frozen=True):
    """One weight or bias: that of `unit`, from 0, in `layer`, from 1.

    `before` is the unit of the layer before from which a weight comes, from 0; None stands for the bias.
    """

    layer: int
    unit: int
    before: int | None = None

    def is_in(self, sizes: Sequence[int]) -> bool:
        """Say whether a network of layers with so many units, the input first, has it."""
        return (
            1 <= self.layer < len(sizes)
            and 0 <= self.unit < sizes[self.layer]
            and (self.before is None or 0 <= self.before < sizes[self.layer - 1])
        )


class Experiment(Settings, frozen=True):
    """One experiment. `layers` are the hidden layers and, last, the output layer, a unit for each target.

    Training leaves the parameters in `frozen` as they are. An edit that changes the number of units in any layer, the
    input too, frees them all: its parameters are other ones.
    """

    data: Data
    layers: tuple[Layer, ...]
    training: Training = Training()
    initial: Initial = Initial()
    parameters: GivenParameters | None = None
    frozen: tuple[ParameterIndex, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.layers) <= MAX_HIDDEN_LAYERS + 1:
            raise RefusalError(
                translatable("core", "A network needs an output layer and can have up to {most} hidden layers."),
                place=".network.layers",
                most=MAX_HIDDEN_LAYERS,
            )
        last = len(self.layers) - 1
        if self.layers[last].units != self.data.target_count:
            raise RefusalError(
                translatable("core", "The output layer needs one unit for each target."),
                place=f".network.layers[{last}].units",
            )
        for at, layer in enumerate(self.layers[:last]):
            if ACTIVATIONS[layer.activation].mixes_units:
                raise RefusalError(
                    translatable("core", "“{name}” can only be the activation of the output layer."),
                    place=f".network.layers[{at}].activation",
                    name=layer.activation,
                )
        self._require_probabilities()
        if self.parameters is not None:
            self.parameters.require_fit(self.sizes)
        if self.frozen:
            self._normalize_frozen()

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of every layer, the input first."""
        return (self.data.network_input_count, *(layer.units for layer in self.layers))

    @property
    def parameter_count(self) -> int:
        """Number of weights and biases."""
        return sum((before + 1) * after for before, after in pairwise(self.sizes))

    @property
    def batch_size(self) -> int:
        """Number of samples in a batch; the last one of an epoch may have fewer."""
        return min(self.training.batch_size or self.data.samples, self.data.samples)

    @property
    def batches(self) -> int:
        """Number of batches in an epoch."""
        return -(-self.data.samples // self.batch_size)

    def starts_like(self, other: "Experiment") -> bool:
        """Say whether both start from the same parameters, so that one's training can go on as the other's.

        What is frozen does not matter: it holds from here on.
        """
        return self.sizes == other.sizes and self.initial == other.initial and self.parameters == other.parameters

    def has_batches_of(self, other: "Experiment") -> bool:
        """Say whether an epoch is made of the same batches, so that one that is under way can go on."""
        return (
            self.data.samples == other.data.samples
            and self.batch_size == other.batch_size
            and self.training.shuffle == other.training.shuffle
        )

    def with_data(self, data: Data) -> "Experiment":
        """Use other data; the output layer gets a unit for each target."""
        return self._with_shape(data, (*self.layers[:-1], replace(self.layers[-1], units=data.target_count)))

    def with_layer(self, index: int, layer: Layer) -> "Experiment":
        """Put `layer` in the place of layer `index`."""
        return self._with_shape(self.data, (*self.layers[:index], layer, *self.layers[index + 1 :]))

    def with_hidden_layer(self, index: int, layer: Layer) -> "Experiment":
        """Put a hidden layer in front of layer `index`."""
        return self._with_shape(self.data, (*self.layers[:index], layer, *self.layers[index:]))

    def without_hidden_layer(self, index: int) -> "Experiment":
        """Take hidden layer `index` out."""
        return self._with_shape(self.data, (*self.layers[:index], *self.layers[index + 1 :]))

    def with_hidden_layer_moved(self, index: int, to: int) -> "Experiment":
        """Move hidden layer `index` to the place `to`."""
        return self.without_hidden_layer(index).with_hidden_layer(to, self.layers[index])

    def with_training(self, **settings: object) -> "Experiment":
        """Change training settings, named as in Training."""
        return replace(self, training=replace(self.training, **settings))

    def with_learning_rate(self, rate: float) -> "Experiment":
        """Change the optimizer's learning rate."""
        return self.with_training(optimizer=replace(self.training.optimizer, learning_rate=rate))

    def with_seed(self, seed: int) -> "Experiment":
        """Start from another seed; given parameters make way for drawn ones."""
        return replace(self, initial=replace(self.initial, seed=seed), parameters=None)

    def with_frozen(self, indices: Iterable[ParameterIndex], frozen: bool) -> "Experiment":
        """Freeze single parameters, or let training change them again."""
        kept = (*self.frozen, *indices) if frozen else tuple(set(self.frozen).difference(indices))
        return replace(self, frozen=kept)

    def _with_shape(self, data: Data, layers: tuple[Layer, ...]) -> "Experiment":
        sizes = data.network_input_count, *(layer.units for layer in layers)
        if sizes == self.sizes:
            return replace(self, data=data, layers=layers)
        return replace(self, data=data, layers=layers, parameters=None, frozen=())

    def _require_probabilities(self) -> None:
        loss = LOSSES[self.training.loss]
        if not loss.for_probabilities:
            return
        if not ACTIVATIONS[self.layers[-1].activation].probabilities:
            raise RefusalError(
                translatable("core", "“{loss}” needs outputs between 0 and 1: those of a sigmoid or softmax layer."),
                place=f".network.layers[{len(self.layers) - 1}].activation",
                loss=loss.name,
            )
        for place, rows in (("targets", self.data.targets), ("test_targets", self.data.test_targets)):
            for at, row in enumerate(rows):
                if not all(0 <= value <= 1 for value in row):
                    raise RefusalError(
                        translatable("core", "“{loss}” needs targets between 0 and 1."),
                        place=f".data.{place}[{at}]",
                        loss=loss.name,
                    )

    def _normalize_frozen(self) -> None:
        """Have each frozen parameter once, in one order; raises RefusalError where there is none such."""
        for at, index in enumerate(self.frozen):
            if not index.is_in(self.sizes):
                raise RefusalError(
                    translatable("core", "Layer {layer} has no such weight or bias."),
                    place=f".frozen[{at}]",
                    layer=index.layer,
                )
        force_setattr(self, "frozen", tuple(sorted(set(self.frozen), key=_order)))


def _order(index: ParameterIndex) -> tuple[int, int, int]:
    return index.layer, index.unit, -1 if index.before is None else index.before
