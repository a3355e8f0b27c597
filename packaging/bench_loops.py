"""What the core is measured against: the article's kind of loop, and PyTorch's."""

from collections.abc import Callable

import numpy as np

from core.experiment import Experiment
from core.kernels import Array, as_array
from core.network import initial_parameters


def sigmoid(x: Array) -> Array:
    """1 / (1 + e^-x)."""
    y: Array = 1 / (1 + np.exp(-x))
    return y


def sigmoid_derivative(x: Array) -> Array:
    """The slope of the sigmoid, worked out anew from x."""
    y: Array = sigmoid(x) * (1 - sigmoid(x))
    return y


def tanh_derivative(x: Array) -> Array:
    """The slope of tanh, worked out anew from x."""
    y: Array = 1 - np.tanh(x) ** 2
    return y


Function = Callable[[Array], Array]

FUNCTIONS: dict[str, tuple[Function, Function]] = {
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (np.tanh, tanh_derivative),
}


def article_loop(experiment: Experiment, epochs: int) -> list[Array]:
    """Train as the article does, operation by operation, with new arrays; return W1, b1, W2, b2 and so on.

    The experiment is one of the article's kind: summed squared error, plain gradient descent, all samples at once.
    """
    parameters = initial_parameters(experiment)
    weights = [array.copy() for array in parameters.weights]
    biases = [array.copy() for array in parameters.biases]
    functions = [FUNCTIONS[layer.activation] for layer in experiment.layers]
    data, lr = experiment.data, experiment.training.learning_rate
    inputs, y = as_array(data.inputs, data.input_count), as_array(data.targets, data.target_count)
    for _ in range(epochs):
        pre_activations, activations = [], [inputs]
        for w, b, (function, _derivative) in zip(weights, biases, functions, strict=True):
            pre_activations.append(activations[-1] @ w + b)
            activations.append(function(pre_activations[-1]))
        np.mean((activations[-1] - y) ** 2)
        d_loss_a = 2 * (activations[-1] - y)
        for layer in range(len(weights) - 1, -1, -1):
            d_a_z = functions[layer][1](pre_activations[layer])
            d_loss_w = activations[layer].T @ (d_loss_a * d_a_z)
            d_loss_b = np.sum(d_loss_a * d_a_z, axis=0, keepdims=True)
            if layer:
                d_loss_a = (d_loss_a * d_a_z) @ weights[layer].T
            weights[layer] = weights[layer] - lr * d_loss_w
            biases[layer] = biases[layer] - lr * d_loss_b
    return [array for pair in zip(weights, biases, strict=True) for array in pair]


def torch_loop(experiment: Experiment, epochs: int) -> None:
    """Train with PyTorch, eagerly, on one thread, in batches as the experiment has them. Raises ImportError."""
    import torch

    torch.set_num_threads(1)
    data = experiment.data
    inputs = torch.tensor(data.inputs, dtype=torch.float64)
    targets = torch.tensor(data.targets, dtype=torch.float64)
    modules: list[torch.nn.Module] = []
    for before, layer in zip(experiment.sizes, experiment.layers, strict=False):
        modules += [torch.nn.Linear(before, layer.units, dtype=torch.float64), torch.nn.Tanh()]
    network = torch.nn.Sequential(*modules)
    optimizer = torch.optim.SGD(network.parameters(), lr=experiment.training.learning_rate)
    for _ in range(epochs):
        for start in range(0, data.samples, experiment.batch_size):
            rows = slice(start, start + experiment.batch_size)
            optimizer.zero_grad()
            loss = ((network(inputs[rows]) - targets[rows]) ** 2).sum()
            loss.backward()
            optimizer.step()
