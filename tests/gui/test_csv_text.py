import csv

from hypothesis import given
from hypothesis import strategies as st

from gui.csv_text import csv_text

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(st.tuples(finite, finite)))
def test_what_is_read_back_is_what_was_written(rows: list[tuple[float, float]]) -> None:
    header, *lines = csv.reader(csv_text(("x", "a, and “b”"), rows).splitlines())
    assert header == ["x", "a, and “b”"]
    assert [(float(first), float(second)) for first, second in lines] == rows
