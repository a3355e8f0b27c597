"""What inputs, outputs and classes are called: by the data's own names, or else by letters and numbers."""

from core.classes import classes_of
from core.data import Data
from core.notation import subscript
from gui.text import round_text


def input_name(data: Data, number: int) -> str:
    """Return what an input is called: its own name, or x₁."""
    return data.input_names[number] if data.input_names else f"x{subscript(number + 1)}"


def target_name(data: Data, number: int) -> str:
    """Return what an output is called: its target's name, or y₁."""
    return data.target_names[number] if data.target_names else f"y{subscript(number + 1)}"


def class_names(data: Data) -> list[str]:
    """Return what the classes are called: of one output its values, of several their targets' names or numbers.

    Where the targets name no classes, there are none.
    """
    classes = classes_of(data)
    if classes is None:
        return []
    if data.target_names and not classes.one_output:
        return list(data.target_names)
    return [round_text(value) for value in classes.values]
