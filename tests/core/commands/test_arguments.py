import argparse

import pytest

from core.commands.arguments import count
from core.settings import MOST_EPOCHS


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("10000", 10_000), ("10,000", 10_000), (str(MOST_EPOCHS), MOST_EPOCHS)]
)
def test_counts_are_understood(text: str, number: int) -> None:
    assert count(text) == number


@pytest.mark.parametrize("text", ["", "x", "1.5", "-1", str(MOST_EPOCHS + 1), "1_0"])
def test_other_words_are_not(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        count(text)
