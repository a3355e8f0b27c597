"""Numbers as comma-separated values, to be copied into a spreadsheet or saved."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a line of names and a line for each row; numbers keep all their digits."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
