"""TableView -> CSV: open data as RFC 4180 has it, in UTF-8."""

from __future__ import annotations

import csv
from io import StringIO

from tellal.pages.views import TableView

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def render_table(view: TableView) -> str:
    """Return the table. A text that a spreadsheet would run gets an apostrophe before it."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(view.header)
    writer.writerows([_safe(cell) for cell in row] for row in view.rows)
    return stream.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    """Return whether a cell is a number, of which a minus is a part.

    >>> _is_number("-3"), _is_number("-2.5"), _is_number("-cmd")
    (True, True, False)
    """
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()
