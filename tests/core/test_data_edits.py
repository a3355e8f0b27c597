import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.data import Data
from core.data_edits import moved_to, with_block
from core.text import RefusalError
from tests.core.strategies import data, values

TABLE = Data(((1.0, 2.0), (3.0, 4.0)), ((5.0,), (6.0,)), ((7.0, 8.0),), ((9.0,),))


def test_a_block_goes_over_the_cells_from_its_corner_on() -> None:
    assert with_block(TABLE, 0, 1, ((0.5, 0.25),)).rows() == ((1.0, 0.5, 0.25), (3.0, 4.0, 6.0))
    assert with_block(TABLE, 0, 0, ((0.5,),), test=True).rows(test=True) == ((0.5, 8.0, 9.0),)


def test_rows_that_are_missing_are_added_with_zeros() -> None:
    longer = with_block(TABLE, 1, 2, ((1.0,), (2.0,), (3.0,)))
    assert longer.rows() == ((1.0, 2.0, 5.0), (3.0, 4.0, 1.0), (0.0, 0.0, 2.0), (0.0, 0.0, 3.0))


@pytest.mark.parametrize(("column", "room"), [(2, 1), (3, 0), (9, 0)])
def test_a_block_too_wide_is_refused(column: int, room: int) -> None:
    with pytest.raises(RefusalError) as refused:
        with_block(TABLE, 0, column, ((1.0, 2.0),))
    assert str(refused.value) == f"The cells have 2 columns, but from here on there are {room}."


@given(data(), st.data())
def test_a_block_is_found_where_it_was_put_and_all_else_stays(table: Data, draw: st.DataObject) -> None:
    columns = table.input_count + table.target_count
    row, column = draw.draw(st.integers(0, table.samples)), draw.draw(st.integers(0, columns - 1))
    width = draw.draw(st.integers(1, columns - column))
    block = draw.draw(st.lists(st.tuples(*[values] * width), min_size=1, max_size=3).map(tuple))
    edited = with_block(table, row, column, block)
    assert edited.samples == max(table.samples, row + len(block))
    for at, cells in enumerate(edited.rows()):
        before = table.rows()[at] if at < table.samples else (0.0,) * columns
        inside = row <= at < row + len(block)
        assert cells[column : column + width] == (block[at - row] if inside else before[column : column + width])
        assert (cells[:column], cells[column + width :]) == (before[:column], before[column + width :])


def test_samples_go_to_the_end_of_the_others() -> None:
    tested = moved_to(TABLE, {0}, test=True)
    assert tested == Data(((3.0, 4.0),), ((6.0,),), ((7.0, 8.0), (1.0, 2.0)), ((9.0,), (5.0,)))
    learned = moved_to(TABLE, {0}, test=False)
    assert learned == replace(
        TABLE,
        inputs=(*TABLE.inputs, (7.0, 8.0)),
        targets=(*TABLE.targets, (9.0,)),
        test_inputs=(),
        test_targets=(),
    )


def test_one_sample_at_least_stays_to_learn_from() -> None:
    with pytest.raises(RefusalError, match="The data needs 1 to 100000 samples, not 0"):
        moved_to(TABLE, {0, 1}, test=True)
