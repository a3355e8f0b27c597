from collections import Counter

import pytest

from gui.action_table import REDO, RUN, TABLE, UNDO, Row

MENUS = {"file", "edit", "train", "explore", "view", "help"}


def test_no_two_actions_share_a_target_a_key_or_a_text() -> None:
    keys = Counter(key for row in TABLE for key in row.keys)
    texts = Counter(row.text for row in TABLE)
    targets = Counter(row.target for row in TABLE)
    assert [each for each, count in (keys + texts + targets).items() if count > 1] == []


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.target)
def test_a_row_says_where_it_stands_and_what_it_does(row: Row) -> None:
    assert row.menu in MENUS
    assert row.text
    assert row.tip
    assert not (row.forward and row.backward)


def test_groups_of_a_menu_stand_together() -> None:
    for menu in MENUS:
        groups = [row.group for row in TABLE if row.menu == menu]
        assert groups == sorted(groups)


def test_those_that_change_their_text_are_in_the_table() -> None:
    assert {UNDO, REDO, RUN} <= {row.target for row in TABLE}
