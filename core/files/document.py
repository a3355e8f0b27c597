"""What a file holds, as types: they say which keys there are, their ranges and their defaults."""

from typing import Annotated, Literal

from msgspec import Meta

from core.data import Data
from core.experiment import Experiment, Initial, Layer, ParameterIndex, Training
from core.given_parameters import GivenParameters
from core.settings import Range, Settings
from core.text import translatable

FORMAT = "gyaku"
VERSION = 1
MAX_BYTES = 64 * 2**20
MAX_COUNT = 2**53  # up to here, whole numbers are the same in every program that reads JSON
KEY_WORDS = 624  # of the Mersenne twister

COUNT = Range(least=0, most=MAX_COUNT, whole=True)
WIDTH = Range(least=1, most=MAX_COUNT, whole=True)
WORD = Range(least=0, most=2**32 - 1, whole=True)
POSITION = Range(least=0, most=KEY_WORDS, whole=True)

Number = Annotated[
    float | Literal["infinity", "-infinity"] | None,
    Meta(description=translatable("core", "a number, “infinity”, “-infinity”, or null for what is not a number")),
]
"""JSON knows no other numbers than finite ones, and a run may come to others."""

Numbers = tuple[Number, ...]
Count = Annotated[int, COUNT.meta]


class Network(Settings, frozen=True):
    """The layers after the input: the hidden ones and, last, the output layer with a unit for each target."""

    layers: tuple[Layer, ...]


class ParameterValues(Settings, frozen=True):
    """A number for each weight, `weights[layer][unit before][unit]`, and each bias, `biases[layer][unit]`."""

    weights: tuple[tuple[Numbers, ...], ...]
    biases: tuple[Numbers, ...]


class VectorValues(ParameterValues, frozen=True, kw_only=True):
    """What an optimizer keeps for each parameter, under the name it has there, such as `m`."""

    name: str


class OptimizerValues(Settings, frozen=True):
    """What an optimizer keeps; `count` is how many updates it has made, where it counts them."""

    vectors: tuple[VectorValues, ...] = ()
    count: Number = None


class RandomValues(Settings, frozen=True):
    """The state of the random numbers, as NumPy's `RandomState.get_state` gives it (MT19937)."""

    key: Annotated[
        tuple[Annotated[int, WORD.meta], ...],
        Meta(min_length=KEY_WORDS, max_length=KEY_WORDS, description=translatable("core", "a list of 624 integers")),
    ]
    position: Annotated[int, POSITION.meta]
    has_gauss: bool = False
    gauss: float = 0.0


class MeasuredValues(Settings, frozen=True):
    """What the batches before this one have added to what is measured of the epoch, and the epoch's test loss."""

    loss: Number = 0.0
    mean_squared_error: Number = 0.0
    test_loss: Number = None


class ReadingValues(Settings, frozen=True):
    """The loss of a batch, and its mean squared error."""

    loss: Number
    mean_squared_error: Number


class MomentValues(Settings, frozen=True, kw_only=True):
    """The start of a batch. Batches are counted through the run, `index` is which one of its epoch it is.

    `random` is what the epoch's samples are shuffled with. Without it, it is that of the moment before this one in the
    file and, for the first, what the seed gives after the parameters are drawn.
    """

    batch: Count
    epoch: Count
    index: Count
    parameters: ParameterValues
    optimizer: OptimizerValues = OptimizerValues()
    random: RandomValues | None = None
    measured: MeasuredValues = MeasuredValues()


class SegmentValues(MomentValues, frozen=True, kw_only=True):
    """From this moment on, these parts of the experiment held; what is left out is as in the file's own experiment."""

    data: Data | None = None
    network: Network | None = None
    training: Training | None = None
    frozen: tuple[ParameterIndex, ...] | None = None


class CurveValues(Settings, frozen=True):
    """The smallest and the largest value of each bucket of epochs; without `high`, they are the same."""

    low: Numbers = ()
    high: Numbers | None = None


class HistoryValues(Settings, frozen=True):
    """What was measured in the epochs 0 to `length` − 1, of which `width` share a bucket."""

    length: Count = 0
    width: Annotated[int, WIDTH.meta] = 1
    loss: CurveValues = CurveValues()
    mean_squared_error: CurveValues = CurveValues()
    test_loss: CurveValues | None = None


class RunValues(MomentValues, frozen=True, kw_only=True):
    """The run so far: the start of the batch under way, in which `cursor` operations are done, and the past."""

    cursor: Count
    reading_before: ReadingValues | None = None
    segments: tuple[SegmentValues, ...]
    history: HistoryValues = HistoryValues()


class Document(Settings, frozen=True, kw_only=True):
    """An experiment of Gyaku: data, network, training and start and, optionally, the run so far."""

    format: Literal["gyaku"] = "gyaku"
    version: Annotated[int, Meta(ge=1, description="an integer from 1 on")] = VERSION
    data: Data
    network: Network
    training: Training = Training()
    initial: Initial = Initial()
    parameters: GivenParameters | None = None
    frozen: tuple[ParameterIndex, ...] = ()
    state: RunValues | None = None

    @property
    def experiment(self) -> Experiment:
        """The experiment; raises RefusalError where its parts do not fit together."""
        return Experiment(self.data, self.network.layers, self.training, self.initial, self.parameters, self.frozen)


def document_of(experiment: Experiment, state: RunValues | None = None) -> Document:
    """Return what a file for `experiment` holds."""
    return Document(
        data=experiment.data,
        network=Network(experiment.layers),
        training=experiment.training,
        initial=experiment.initial,
        parameters=experiment.parameters,
        frozen=experiment.frozen,
        state=state,
    )
