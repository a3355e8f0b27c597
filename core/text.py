"""English text that a window may show in another language.

The core speaks English and knows no translator. It marks what a learner may read, so that the translator's tools find
it, and keeps the values that belong into a sentence apart from the sentence, so that they can be put into any language.
"""

SHOWN_CHARACTERS = 40  # of what a person typed and cannot be used


def translatable(context: str, text: str) -> str:  # noqa: ARG001 - the context is read from the source by the tools
    """Return `text` as it is; it is collected for translation under `context`."""
    return text


def shortened(text: str) -> str:
    """Return as much of what a person typed as a sentence has room for."""
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


class Phrase:
    """A marked text with named places, and what belongs into them: numbers, a learner's own words, or other phrases."""

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template


class RefusalError(ValueError):
    """A setting that cannot be accepted. `str()` gives one English sentence that says why.

    `template` is the sentence with named places, `values` is what belongs into them. `place` says which setting of the
    object it is, such as `.units` or `.inputs[3][1]`, where it can be said.
    """

    def __init__(self, template: str, *, place: str = "", **values: object) -> None:
        super().__init__(str(Phrase(template, **values)))
        self.template = template
        self.values = values
        self.place = place
