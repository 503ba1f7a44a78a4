"""The golden municipality looks, reads without style, and sounds as it was accepted.

After a change that is meant: .venv/bin/invoke seen, look at what changed, and a commit of its own.
"""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.seen import (
    FOLDER,
    HEARD,
    READ,
    VIEWS,
    View,
    picture,
    read_aloud,
    read_plain,
    share_of_change,
)
from tests.browser.sites import Served
from tests.browser.windows import WIDE

pytestmark = pytest.mark.browser

TOLERATED = 0.005
"""Edges of letters differ from one version of Chromium to the next; a line that moved is more."""


@pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])
def test_page_looks_as_accepted(browser: Browser, golden: Served, view: View) -> None:
    accepted = (FOLDER / f"{view.name}.png").read_bytes()

    assert share_of_change(picture(browser, golden, view), accepted) <= TOLERATED


@pytest.mark.parametrize("name", READ)
def test_page_reads_in_a_text_browser_as_accepted(golden: Served, name: str) -> None:
    accepted = (FOLDER / f"{name}.w3m.txt").read_text("utf-8")

    assert read_plain(golden, READ[name]) == accepted


@pytest.mark.parametrize("name", HEARD)
def test_page_sounds_in_a_screen_reader_as_accepted(
    browser: Browser, golden: Served, name: str
) -> None:
    accepted = (FOLDER / f"{name}.heard.yaml").read_text("utf-8")
    with browser.new_page(viewport=WIDE) as page:
        assert read_aloud(page, golden, HEARD[name]) == accepted


def test_line_that_moved_is_noticed_and_a_shade_is_not() -> None:
    def png(row: int, shade: int) -> bytes:
        image = Image.new("RGB", (200, 200), "white")
        image.paste((shade, 0, 0), (0, row, 200, row + 12))
        out = io.BytesIO()
        image.save(out, "PNG")
        return out.getvalue()

    assert share_of_change(png(40, 0), png(60, 0)) > TOLERATED
    assert share_of_change(png(40, 0), png(40, 30)) <= TOLERATED
    assert share_of_change(png(40, 0), png(40, 0)) == 0
