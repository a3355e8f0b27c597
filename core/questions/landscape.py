"""The landscape: the loss over a plane through the space of all parameters.

Three kinds of plane: two random directions of which each unit's part is as long as the unit's own weights (“filter
normalization”; Li et al. 2018, Visualizing the Loss Landscape of Neural Nets), two parameters, and the two directions
in which a run has moved the most (the principal components of its path, section 7 of that paper).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from core.experiment import Experiment
from core.kernels import Array
from core.network import Parameters
from core.questions.whole_data import ManyLosses, parameter_names
from core.text import RefusalError, translatable

SIZE = 61  # points along an axis; odd, so that the center is one of them
RANDOM_EXTENT = 1.0  # at 1, a direction is as long as the parameters themselves
WEIGHT_EXTENT = 5.0
MARGIN = 0.25  # of a path's size, on each side of it
MOST_POINTS_AT_ONCE = 512  # so that a window sees progress

Place = int | str | tuple[int, int, int]
"""A parameter: its index in Parameters.flat, its name such as “W1[0,1]”, or (layer, row, column) of a weight, the layer
counted from 1."""


@dataclass(frozen=True, eq=False)
class Landscape:
    """The losses on a plane: losses[j, i] is that of origin + x[i] · directions[0] + y[j] · directions[1].

    `x` has shape (nx,), `y` (ny,), `losses` (ny, nx), `directions` (2, parameters). `losses` are NaN until they are
    computed; a penalty is no part of them. `center` is where the parameters lie that were given, `path`, of shape
    (points, 2), where a run came along, and `labels` what the axes are called, where they have a name.
    `explained_variance` is the share of the path's variance along either axis.
    """

    experiment: Experiment
    x: Array
    y: Array
    origin: Array
    directions: Array
    center: tuple[float, float] = (0.0, 0.0)
    labels: tuple[str, str] = ("", "")
    path: Array | None = None
    explained_variance: tuple[float, float] | None = None
    losses: Array = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "losses", np.full((self.y.size, self.x.size), np.nan))

    def steps(self) -> Iterator[int]:
        """Compute the losses row by row, a few points at a time, and yield how many are known.

        Whoever has seen enough need not go on.
        """
        y, x = (places.ravel() for places in np.meshgrid(self.y, self.x, indexing="ij"))
        measure, losses = ManyLosses(self.experiment, min(MOST_POINTS_AT_ONCE, x.size)), self.losses.ravel()
        for start in range(0, x.size, measure.runs):
            piece = slice(start, min(start + measure.runs, x.size))
            losses[piece] = measure(self._vectors(x[piece], y[piece]))
            yield piece.stop

    def complete(self) -> "Landscape":
        """Compute all losses, and return the landscape itself."""
        for _ in self.steps():
            pass
        return self

    def projected(self, vectors: Array) -> Array:
        """Return the points of the plane that are nearest to parameters, shape (vectors, 2), of (vectors, parameters).

        Where the axes are weights themselves, that is their values.
        """
        with np.errstate(all="ignore"):
            points: Array = (vectors - self.origin) @ np.linalg.pinv(self.directions)
        return points

    def parameters_at(self, x: float, y: float) -> Parameters:
        """Return the parameters at a point of the plane."""
        return Parameters(self.experiment.sizes, self._vectors(np.array([x]), np.array([y]))[:, 0])

    def _vectors(self, x: Array, y: Array) -> Array:
        """Return the parameters at points, shape (parameters, points)."""
        first, second = self.directions
        vectors: Array = self.origin[:, np.newaxis] + np.outer(first, x) + np.outer(second, y)
        return vectors


def random_plane(
    experiment: Experiment, parameters: Parameters, seed: int = 0, *, extent: float = RANDOM_EXTENT, size: int = SIZE
) -> Landscape:
    """Return the plane of two random directions around `parameters`, from −`extent` to `extent` along either.

    Each unit's part of a direction is as long as its incoming weights; biases stay as they are.
    """
    random = np.random.RandomState(seed)
    directions = np.array([_filter_normalized(experiment, parameters, random) for _ in range(2)])
    axis = extent * np.linspace(-1, 1, size)
    return Landscape(experiment, axis, axis.copy(), parameters.flat.copy(), directions)


def weight_plane(
    experiment: Experiment,
    parameters: Parameters,
    first: Place,
    second: Place,
    *,
    extent: float = WEIGHT_EXTENT,
    size: int = SIZE,
) -> Landscape:
    """Return the plane of two parameters, each from `extent` below its value to `extent` above; the others stay.

    `x` and `y` are the parameters' very values. Raises RefusalError where there is no such parameter, or it is twice
    the same.
    """
    names = parameter_names(experiment)
    indices = [_index(names, place) for place in (first, second)]
    if indices[0] == indices[1]:
        raise RefusalError(translatable("core", "A plane needs two different parameters."))
    origin, directions = parameters.flat.copy(), np.zeros((2, parameters.flat.size))
    origin[indices] = 0
    directions[[0, 1], indices] = 1
    x, y = parameters.flat[indices].tolist()
    axis = extent * np.linspace(-1, 1, size)
    labels = names[indices[0]], names[indices[1]]
    return Landscape(experiment, x + axis, y + axis, origin, directions, (x, y), labels)


def trajectory_plane(experiment: Experiment, moments: Array, *, size: int = SIZE) -> Landscape:
    """Return the plane in which most of a path lies: its last point is the center, and the others are projected.

    `moments`, shape (points, parameters), are the parameters visited, as core.questions.trajectory returns them. The
    directions are the first two principal components of their differences to the last. Raises RefusalError where there
    are fewer than two points, or a number is not finite.
    """
    if len(moments) < 2 or not np.isfinite(moments).all():
        raise RefusalError(translatable("core", "A path needs at least two points, all of them finite."))
    differences = moments - moments[-1]
    _, sizes, components = np.linalg.svd(differences, full_matrices=False)
    directions = components[:2]
    largest = directions[[0, 1], np.argmax(np.abs(directions), axis=1)]
    directions = directions * np.where(largest < 0, -1.0, 1.0)[:, np.newaxis]  # svd leaves the sign open
    path = differences @ directions.T
    shares = np.square(sizes / (sizes[0] or 1.0))
    shares /= shares.sum() or 1.0
    x, y = _axes(path, size)
    explained = float(shares[0]), float(shares[1])
    return Landscape(experiment, x, y, moments[-1].copy(), directions, path=path, explained_variance=explained)


def _filter_normalized(experiment: Experiment, parameters: Parameters, random: np.random.RandomState) -> Array:
    direction = Parameters(experiment.sizes)
    for drawn, weights in zip(direction.weights, parameters.weights, strict=True):
        drawn[...] = random.standard_normal(drawn.shape)
        drawn *= np.linalg.norm(weights, axis=0) / np.linalg.norm(drawn, axis=0)
    return direction.flat


def _index(names: list[str], place: Place) -> int:
    if isinstance(place, int):
        known, index = 0 <= place < len(names), place
    else:
        name = place if isinstance(place, str) else "W{}[{},{}]".format(*place)
        known, index = name in names, names.index(name) if name in names else 0
    if not known:
        raise RefusalError(translatable("core", "There is no parameter “{parameter}”."), parameter=place)
    return index


def _axes(path: Array, size: int) -> list[Array]:
    """Return the two axes, of `size` points each, wide enough for a path that ends at 0, which is a point of both."""
    low, high = path.min(axis=0), path.max(axis=0)
    margins = MARGIN * (float(np.max(high - low)) or 1.0)
    axes = []
    for least, most in zip(low - margins, high + margins, strict=True):
        step = (most - least) / (size - 2)
        axes.append((np.arange(size) - np.ceil(-least / step)) * step)
    return axes
