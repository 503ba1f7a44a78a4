"""How much a reader must load, and that the typeface which comes with it has all letters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import Served, tree_of, with_typeface

pytestmark = pytest.mark.browser

STYLE_AND_SCRIPT = 60_000
RELEASE = 30_000
RELEASES = ("komunikata", "saopstenja", "bildiriler", "releases")
# Albanian, Serbian in both scripts, Turkish, English: each letter that is not in all of them, too.
LATIN = "ABCÇĆČDĐEËFGĞHIİIıJKLMNOÖPQRSŞŠTUÜVWXYZŽ abcçćčdđeëfgğhıijklmnoöpqrsşštuüvwxyzž 0123456789"
CYRILLIC = "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ абвгдђежзијклљмнњопрстћуфхцчџш 0123456789"


def test_style_and_script_of_the_whole_site_weigh_less_than_60_kb(golden: Served) -> None:
    ends = (".css", ".js", ".mjs")
    files = [
        file
        for file in golden.folder.rglob("*.*")
        if file.suffix in ends and golden.folder / "search" not in file.parents  # the index
    ]

    assert files
    assert sum(file.stat().st_size for file in files) < STYLE_AND_SCRIPT


@pytest.mark.parametrize("site", ["golden", "shipped"])
def test_page_of_a_release_weighs_less_than_30_kb(
    site: str, request: pytest.FixtureRequest
) -> None:
    built: Served = request.getfixturevalue(site)
    weights = {
        file.relative_to(built.folder).as_posix(): file.stat().st_size
        for section in RELEASES
        for file in built.folder.glob(f"*/{section}/*/*/*/index.html")
    }

    assert weights
    assert {path: weight for path, weight in weights.items() if weight >= RELEASE} == {}


def loaded(page: Page, address: str) -> list[str]:
    """Open a page; return the paths of all that it loads, when the typeface is there."""
    paths: list[str] = []
    page.on("request", lambda request: paths.append(request.url))
    page.goto(address)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    return paths


@pytest.mark.parametrize("path", ["sq/", "sr/", "tr/", "en/", "sr/saopstenja/2026/03/bursat/"])
def test_page_in_latin_script_loads_one_sheet_and_no_cyrillic_letters(
    browser: Browser, golden: Served, path: str
) -> None:
    with browser.new_page() as page:
        paths = loaded(page, f"{golden.address}/{path}")

    assert len([path for path in paths if path.endswith(".css")]) == 1
    assert [path for path in paths if path.endswith("latin.woff2")]
    assert [path for path in paths if "cyrillic" in path] == []


def typefaces(page: Page, letters: str, style: str) -> dict[str, int]:
    """Return how many of these letters came from each font file, "system" for the machine's own."""
    page.locator("main").evaluate(
        "(main, [letters, style]) => { main.innerHTML = `<${style}>${letters}</${style}>` }",
        [letters, style],
    )
    page.evaluate("() => document.fonts.ready.then(() => true)")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": f"main {style}"})
    fonts = session.send("CSS.getPlatformFontsForNode", node)["fonts"]
    session.detach()
    return {
        font["familyName"] if font["isCustomFont"] else "system": int(font["glyphCount"])
        for font in fonts
    }


@pytest.mark.parametrize("style", ["span", "strong", "em"])
@pytest.mark.parametrize(
    ("language", "letters"),
    [("sq", LATIN), ("sr", LATIN), ("tr", LATIN), ("sr-cyrl", CYRILLIC)],
    ids=["sq", "sr", "tr", "sr-cyrl"],
)
def test_every_letter_of_the_language_comes_from_the_typeface_of_the_site(
    browser: Browser, golden: Served, language: str, letters: str, style: str
) -> None:
    with browser.new_page() as page:
        with_typeface(page, golden).goto(f"{golden.address}/{language}/404.html")
        used = typefaces(page, letters, style)

    assert used
    assert "system" not in used


def test_letter_that_the_typeface_lacks_is_noticed(browser: Browser, golden: Served) -> None:
    with browser.new_page() as page:
        with_typeface(page, golden).goto(f"{golden.address}/sq/404.html")

        assert typefaces(page, "Ëء", "span")["system"] == 1


def test_typeface_is_told_to_have_every_letter_that_is_published(
    golden: Served, shipped: Served
) -> None:
    sheet = (golden.folder / "theme/css/site.css").read_text("utf-8")
    known = {
        letter for face in re.findall(r"unicode-range: ?([^;}]+)", sheet) for letter in _of(face)
    }
    for file in [*golden.files(), *shipped.files()]:
        text = "".join(tree_of(file).itertext())
        assert {letter for letter in text if letter.isalpha()} <= known, file


def _of(ranges: str) -> set[str]:
    """Return the letters of a `unicode-range`."""
    ends = (part.strip().removeprefix("U+").split("-") for part in ranges.split(","))
    return {chr(code) for end in ends for code in range(int(end[0], 16), int(end[-1], 16) + 1)}
