"""English text that a window may show in another language.

The core speaks English and knows no translator. It marks what a learner may read, so that the translator's tools find
it, and keeps the values that belong into a sentence apart from the sentence, so that they can be put into any language.
"""


def translatable(context: str, text: str) -> str:  # noqa: ARG001 - the context is read from the source by the tools
    """Return `text` as it is; it is collected for translation under `context`."""
    return text


class RefusalError(ValueError):
    """A setting that cannot be accepted. `str()` gives one English sentence that says why.

    `template` is the sentence with named places, `values` is what belongs into them.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values
