"""What holds for all tests: Hypothesis draws the same examples in every run, and takes its time."""

from hypothesis import settings

settings.register_profile("gyaku", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("gyaku")
