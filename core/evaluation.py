"""How good the answers to some samples are, without a step of training."""

from functools import cached_property
from math import nan

import numpy as np

from core.classes import Classes, classes_of
from core.experiment import Experiment
from core.kernels import Array, as_array, execute
from core.losses import LOSSES, terms_averaged
from core.network import Parameters, predict


class Evaluation:
    """Loss, mean squared error and accuracy on the training samples of an experiment or, with `test`, the test samples.

    `inputs` is what the network sees, shape (samples, features); `targets` has shape (samples, outputs).
    """

    def __init__(self, experiment: Experiment, *, test: bool = False) -> None:
        data = experiment.data
        self._experiment = experiment
        self.inputs = data.network_inputs(data.test_inputs if test else data.inputs)
        self.targets = as_array(data.test_targets if test else data.targets, data.target_count)

    def outputs(self, parameters: Parameters) -> Array:
        """Return what the network answers, shape (samples, outputs)."""
        return predict(self._experiment.layers, parameters, self.inputs)

    def loss(self, outputs: Array) -> float:
        """Return the experiment's loss of these answers."""
        training = self._experiment.training
        rule, terms = LOSSES[training.loss], np.empty_like(outputs)
        execute(rule.term(outputs, self.targets, terms))
        with np.errstate(all="ignore"):
            return float(
                np.add.reduce(terms, axis=None) / terms_averaged(training.loss, training.reduction, *terms.shape)
            )

    def mean_squared_error(self, outputs: Array) -> float:
        """Return the mean of the squared errors over samples and outputs."""
        with np.errstate(all="ignore"):
            return float(np.mean(np.square(outputs - self.targets)))

    def accuracy(self, outputs: Array) -> float | None:
        """Return the share of samples that are answered rightly, or None where the targets are no classes.

        With one output of two values, right is on the right side of their middle; with several, the largest output
        must be that of the largest target.
        """
        if self._classes is None:
            return None
        return float(np.mean(self._classes.of_outputs(outputs) == self._classes.of_targets(self.targets)))

    @cached_property
    def _classes(self) -> Classes | None:
        return classes_of(self._experiment.data)


class Accuracies:
    """Measures the accuracy on the training samples and on the test samples."""

    def __init__(self) -> None:
        self._experiment: Experiment | None = None
        self._evaluations: list[Evaluation] = []

    def __call__(self, experiment: Experiment, parameters: Parameters) -> Array:
        """Return both, shape (2,); NaN where there are no such samples, or where the targets are no classes."""
        if experiment is not self._experiment:
            self._experiment = experiment
            self._evaluations = [Evaluation(experiment, test=test) for test in (False, True)]
        return np.array([_accuracy(each, parameters) for each in self._evaluations])


def _accuracy(evaluation: Evaluation, parameters: Parameters) -> float:
    accuracy = evaluation.accuracy(evaluation.outputs(parameters)) if len(evaluation.inputs) else None
    return nan if accuracy is None else accuracy
