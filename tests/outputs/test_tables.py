"""Open data opens everywhere, and runs nothing."""

from __future__ import annotations

import csv

from tellal.outputs.tables import render_table
from tellal.pages.views import TableView


def test_table_has_its_header_and_every_text_as_it_is() -> None:
    rows = (("KQ-01/2019", 'Plani "dimëror", rrugët'), ("", "dy\nrreshta"))
    text = render_table(TableView(("reference", "title"), rows))
    assert [tuple(row) for row in csv.reader(text.splitlines(keepends=True))] == [
        ("reference", "title"),
        *rows,
    ]


def test_text_that_a_spreadsheet_would_run_is_text() -> None:
    text = render_table(TableView(("title", "days"), (("=HYPERLINK(1)", "-3"), ("+1", "4"))))
    assert text.split("\r\n")[1:3] == ["'=HYPERLINK(1),-3", "'+1,4"]
