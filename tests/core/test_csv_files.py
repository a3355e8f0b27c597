from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import csv_files
from core.csv_files import load_csv, load_text, read_block, read_csv, write_block, write_csv
from core.data import Data
from core.text import RefusalError

SAMPLES = ((0.0, 1.5), (2.0, -3.0))
TARGETS = ((1.0,), (0.25,))
finite = st.floats(allow_nan=False, allow_infinity=False)


def refusal(text: str, target_count: int = 1) -> str:
    with pytest.raises(RefusalError) as refused:
        read_csv(text, target_count)
    return str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "0,1.5,1\n2,-3,0.25\n",
        "0,1.5,1\n2,-3,0.25",
        "0;1.5;1\n2;-3;0.25\n",
        "0;1,5;1\n2;-3;0,25\n",
        "0\t1.5\t1\n2\t-3\t0.25\n",
        "0 1.5 1\n2 -3 0.25\n",
        "  0   1.5 1  \n 2  -3 0.25\n",
        "0, 1.5, 1\r\n2, -3, 0.25\r\n",
        "0,1.5,1\r2,-3,0.25\r",
        "\n0,1.5,1\n\n2,-3,0.25\n\n",
        "0,1.5,1\n,,\n2,-3,0.25\n , ,\n",
        '"0","1.5","1"\n"2","-3","0.25"\n',
        '0,"1.5",1\n2,"−3",0.25\n',
        "\ufeff0,1.5,1\n2,-3,0.25\n",
        "+0,15e-1,1.\n2,-3,.25\n",
    ],
)
def test_numbers_are_read_however_their_cells_are_parted(text: str) -> None:
    assert read_csv(text) == Data(SAMPLES, TARGETS)


@pytest.mark.parametrize(
    "header",
    [
        "age,height,label",
        " age , height,label ",
        '"age","height","label"',
        '\n\n"age", "height",label',
    ],
)
def test_a_first_row_that_is_not_all_numbers_gives_the_names(header: str) -> None:
    data = read_csv(f"{header}\n0,1.5,1\n2,-3,0.25\n")
    assert data == Data(SAMPLES, TARGETS, input_names=("age", "height"), target_names=("label",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"a;b",c\n1,2\n', ("a;b", "c")),
        ('"a\tb;c",d,e\n1,2,3\n', ("a\tb;c", "d", "e")),
        ('"a ""b"" c;",d\n1,2\n', ('a "b" c;', "d")),
        ('"a\n1;2",b\n1,2\n', ("a\n1;2", "b")),
        ('width 5",height 6"\n1,2\n', ('width 5"', 'height 6"')),
        ('"the width" height\n1 2\n', ("the width", "height")),
        ("2024,height\n1,2\n", ("2024", "height")),
        ("1_000,2_000\n1,2\n", ("1_000", "2_000")),
        (",b,,d\n1,2,3,4\n", ("x1", "b", "x3", "d")),
        ("a,\n1,2\n", ("a", "y1")),
        ("高さ,幅\n1,2\n", ("高さ", "幅")),
    ],
)
def test_names_are_as_they_are_written(text: str, names: tuple[str, ...]) -> None:
    data = read_csv(text)
    assert data.input_names + data.target_names == names
    assert data.samples == 1


def test_the_last_columns_are_the_targets() -> None:
    data = read_csv("a,b,c\n1,2,3\n", target_count=2)
    assert data == Data(((1.0,),), ((2.0, 3.0),), input_names=("a",), target_names=("b", "c"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1,2\n3,abc\n", "Row 2, column 2: “abc” is not a number."),
        ("a,b\n1,2\n\n3,abc\n", "Row 4, column 2 (“b”): “abc” is not a number."),
        ('"a\nb",c\n1,2\nz,2\n', "Row 3, column 1 (“a\nb”): “z” is not a number."),
        ("a,b\n1,\n", "Row 2, column 2 (“b”): there is no number."),
        ("1,,3\n1,2,3\n", "Row 1, column 2: there is no number."),
        ("1,nan\n", "Row 1, column 2: “nan” is not a finite number."),
        ("a,b\n-inf,1\n", "Row 2, column 1 (“a”): “-inf” is not a finite number."),
        ("1,1e999\n", "Row 1, column 2: “1e999” is not a finite number."),
        ("1,2\n1_000,2\n", "Row 2, column 1: “1_000” is not a number."),
        ("1;2\n1.000,5;2\n", "Row 2, column 1: “1.000,5” is not a number."),
        ("1\t2\n1,5\t2\n", "Row 2, column 1: “1,5” is not a number."),
        ("1,2\n{0},2\n", "Row 2, column 1: “{0}” is not a number."),
        ("1,2\n" + "z" * 41 + ",2\n", "Row 2, column 1: “" + "z" * 39 + "…” is not a number."),
        ("1,2\n" + "z" * 40 + ",2\n", "Row 2, column 1: “" + "z" * 40 + "” is not a number."),
        ("1,2\n3\n", "Row 2 has 1, not 2 cells like the first one."),
        ("a,b\n\n1,2,3\n", "Row 3 has 3, not 2 cells like the first one."),
        ("", "The table is empty."),
        (" \n\n,,\n", "The table is empty."),
        ("a,b\n", "The table has the names of columns, but no row of numbers."),
        ("1\n2\n", "The table needs 2 columns at least, inputs first; it has 1."),
        ('1,2\n3,"4\n', "The quotation marks in row 2 do not match."),
        ('a,b\n1,2\n"3"4,5\n', "The quotation marks in row 3 do not match."),
        ('"1\n', "The quotation marks in row 1 do not match."),
        (",".join(["1"] * 66), "There can be 1 to 64 inputs, not 65."),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


def test_as_many_inputs_as_can_be_are_read() -> None:
    assert read_csv(",".join(["1"] * 65)).input_count == 64


@pytest.mark.parametrize(
    ("target_count", "sentence"),
    [
        (0, "The number of targets must be an integer from 1 to 64, not 0."),
        (65, "The number of targets must be an integer from 1 to 64, not 65."),
        (2, "The table needs 3 columns at least, inputs first; it has 2."),
    ],
)
def test_targets_that_cannot_be_are_refused(target_count: int, sentence: str) -> None:
    assert refusal("1,2\n", target_count) == sentence


def test_too_many_samples_are_refused_before_all_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_files, "MAX_SAMPLES", 3)
    assert read_csv("a,b\n" + "1,2\n" * 3).samples == 3
    sentence = "The table has more than 3 samples, which is too many."
    assert refusal("1,2\n" * 4 + "what comes later is not looked at") == sentence
    assert refusal("a,b\n" + "1,2\n" * 4) == sentence


def test_a_hundred_thousand_samples_are_read() -> None:
    assert read_csv("1,2\n" * 100_000).samples == 100_000


def test_what_is_written_has_names() -> None:
    data = Data(((1.0, 2.0),), ((3.0, 4.0),))
    assert write_csv(data) == '"x1","x2","y1","y2"\n1.0,2.0,3.0,4.0\n'
    named = Data(((1.0,),), ((0.1,),), input_names=("a,b",), target_names=('c"',))
    assert write_csv(named) == '"a,b","c"""\n1.0,0.1\n'
    assert write_csv(Data(((1.0,),), ((0.1,),), target_names=("z",))) == '"x1","z"\n1.0,0.1\n'


@pytest.mark.parametrize("names", [("1", " 2 "), ("", "3"), (" ", "3"), ("", "")])
def test_names_that_would_be_read_as_numbers_are_not_written(names: tuple[str, str]) -> None:
    data = Data(((1.0,),), ((0.1,),), input_names=names[:1], target_names=names[1:])
    assert write_csv(data) == '"x1","y1"\n1.0,0.1\n'


def test_samples_for_testing_are_written_apart() -> None:
    data = Data(((1.0,),), ((2.0,),), test_inputs=((3.0,),), test_targets=((4.0,),))
    assert write_csv(data) == '"x1","y1"\n1.0,2.0\n'
    assert write_csv(data, test=True) == '"x1","y1"\n3.0,4.0\n'


def test_where_there_are_none_for_testing_that_is_said() -> None:
    with pytest.raises(RefusalError) as refused:
        write_csv(Data(((1.0,),), ((2.0,),)), test=True)
    assert str(refused.value) == "There are no samples for testing."


def test_the_inputs_are_written_and_not_the_features_made_of_them() -> None:
    data = Data(((2.0, 3.0),), ((1.0,),), features=("x_squared",))
    assert write_csv(data) == '"x1","x2","y1"\n2.0,3.0,1.0\n'


@st.composite
def tables(draw: st.DrawFn) -> Data:
    samples, inputs, targets = (draw(st.integers(1, 4)) for _ in range(3))

    def rows(columns: int) -> st.SearchStrategy[tuple[tuple[float, ...], ...]]:
        return st.tuples(*[st.tuples(*[finite] * columns)] * samples)

    def names(columns: int) -> st.SearchStrategy[tuple[str, ...]]:
        word = st.text(st.sampled_from("az09 ;,\t\"'\r\n.高"), max_size=4).map(lambda text: f"n{text}m")
        return st.tuples(*[word] * columns)

    return Data(
        draw(rows(inputs)), draw(rows(targets)), input_names=draw(names(inputs)), target_names=draw(names(targets))
    )


@given(tables())
def test_what_is_written_is_read_back_exactly(data: Data) -> None:
    again = read_csv(write_csv(data), data.target_count)
    assert again == data
    assert repr(again) == repr(data)  # which tells −0 from 0


@given(tables(), st.sampled_from([";", "\t", " "]))
def test_numbers_parted_by_other_marks_are_read_back_exactly(data: Data, mark: str) -> None:
    lines = write_csv(Data(data.inputs, data.targets)).replace(",", mark)
    again = read_csv(lines, data.target_count)
    assert (again.inputs, again.targets) == (data.inputs, data.targets)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(RefusalError):
        assert read_csv(text).samples


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "高さ"), ("utf-8-sig", "高さ"), ("cp932", "高さ"), ("utf-16", "高さ"),
        ("utf-8", "Größe"), ("cp1252", "é"),
    ],
)  # fmt: skip
def test_a_file_is_read_in_the_encodings_of_spreadsheets(tmp_path: Path, encoding: str, name: str) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes(f"{name},b\r\n1,2\r\n".encode(encoding))
    assert load_csv(path) == Data(((1.0,),), ((2.0,),), input_names=(name,), target_names=("b",))
    path.write_bytes("1,2,3\r\n".encode(encoding))
    assert load_csv(path, target_count=2) == Data(((1.0,),), ((2.0, 3.0),))


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"\xff\xfe1", b"\x81\x20", b"1,\x002\n"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "data.xlsx"
    path.write_bytes(content)
    with pytest.raises(RefusalError) as refused:
        load_csv(path)
    assert str(refused.value) == "The file is no text; save the table as CSV."


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_files, "MAX_BYTES", 2**20)
    path = tmp_path / "data.csv"
    largest = b"1,2\n".ljust(2**20, b"\n")
    path.write_bytes(largest)
    assert load_csv(path).samples == 1
    path.write_bytes(largest + b"\n")
    with pytest.raises(RefusalError) as refused:
        load_csv(path)
    assert str(refused.value) == "The file is too large: up to 1 MB can be read."


def test_a_file_that_is_not_there_is_for_the_caller_to_tell(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_csv(tmp_path / "none.csv")


@pytest.mark.parametrize(
    "text", ["1\t2\n3\t4.5\n", "1,2\n3,4.5", "1;2\r\n3;4,5\r\n", "x\ty\n1\t2\n3\t4.5", "\n1 2\n\n3 4.5\n"]
)
def test_cells_are_read_as_a_spreadsheet_copies_them(text: str) -> None:
    assert read_block(text) == ((1.0, 2.0), (3.0, 4.5))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The table is empty."),
        ("one", "Row 1, column 1: “one” is not a number."),
        ("1\t2\n3\tfour\n", "Row 2, column 2: “four” is not a number."),
        ("x\ty\n1\t\n", "Row 2, column 2: there is no number."),
        ("1\t2\n3\n", "Row 2 has 1, not 2 cells like the first one."),
        ("1\tinf", "Row 1, column 2: “inf” is not a finite number."),
        ('1\t"2', "The quotation marks in row 1 do not match."),
    ],
)
def test_cells_that_cannot_be_used_are_refused_by_their_place(text: str, sentence: str) -> None:
    with pytest.raises(RefusalError) as refused:
        read_block(text)
    assert str(refused.value) == sentence


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.tuples(*[finite] * width), min_size=1).map(tuple)))
def test_cells_that_were_written_are_read_again_to_the_last_digit(cells: tuple[tuple[float, ...], ...]) -> None:
    assert read_block(write_block(cells)) == cells


def test_a_text_is_read_in_the_encoding_it_was_written_in(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("年齢,身長\n1,2\n", encoding="cp932")
    assert load_text(path).startswith("年齢,身長")
