"""The line of text below a plot of outputs: the numbers under the probe or, without one, how good the answers are."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from core.numerals import format_exactly, format_number
from gui.painting.plane_points import Flags
from gui.text import count_text
from gui.theme import number_font, styled

Named = Sequence[tuple[str, float]]


class PlaneLine(QLabel):
    """Shows four digits of each number; the tooltip has them all."""

    def __init__(self) -> None:
        super().__init__()
        styled(self, "quiet")
        self.setFont(number_font(10))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_probe(self, inputs: Named, answer: tuple[str, float]) -> None:
        """Show what is answered at a place."""
        short, exact = (f"{_listed(inputs, digits)} → {_listed([answer], digits)}" for digits in _BOTH)
        self._show(short, exact)

    def show_sample(self, sample: int, inputs: Named, answer: tuple[str, float], target: float, *, test: bool) -> None:
        """Show what is answered to a sample, and what it should be."""
        template = (
            self.tr("test {sample}: {inputs} → {answer}, target {target}")
            if test
            else self.tr("{sample}: {inputs} → {answer}, target {target}")
        )
        short, exact = (
            template.format(
                sample=count_text(sample + 1),
                inputs=_listed(inputs, digits),
                answer=_listed([answer], digits),
                target=digits(target),
            )
            for digits in _BOTH
        )
        self._show(short, exact)

    def show_classes(self, wrong: Flags, is_test: Flags) -> None:
        """Show how many of the samples that are drawn are answered rightly."""
        texts = [self.tr("{right} of {count} right").format(**_counts(wrong[~is_test]))]
        if is_test.any():
            texts.append(self.tr("test {right} of {count}").format(**_counts(wrong[is_test])))
        self._show(" · ".join(texts), "")

    def show_errors(self, mean: float, largest: float) -> None:
        """Show the mean and the largest of the errors of the samples that are drawn."""
        template = self.tr("error: mean {mean}, largest {largest}")
        short, exact = (template.format(mean=digits(mean), largest=digits(largest)) for digits in _BOTH)
        self._show(short, exact)

    def _show(self, short: str, exact: str) -> None:
        if short != self.text():
            self.setText(short)
        self.setToolTip(exact)


_BOTH: tuple[Callable[[float], str], ...] = (format_number, format_exactly)


def _listed(values: Named, digits: Callable[[float], str]) -> str:
    return ", ".join(f"{name} {digits(value)}".strip() for name, value in values)


def _counts(wrong: Flags) -> dict[str, str]:
    return {"right": count_text(int(np.count_nonzero(~wrong))), "count": count_text(len(wrong))}
