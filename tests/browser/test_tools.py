"""The helpers themselves: each finds a planted fault, passes a good page, and never looks away."""

from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.browser import tools

pytestmark = pytest.mark.browser

GOOD = """<!DOCTYPE html>
<html lang="sr-Cyrl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Општина</title>
</head>
<body>
<main>
<h1>Скупштина</h1>
<p><img src="photo.png" alt="Чесма на тргу"></p>
</main>
</body>
</html>
"""
WITHOUT_ALT = GOOD.replace(' alt="Чесма на тргу"', "")
UNCLOSED = GOOD.replace("</main>", "")


def axe_findings_in(html: str, folder: Path, browser: Browser) -> list[str]:
    """Serve the page, open it and ask axe."""
    (folder / "index.html").write_text(html, "utf-8")
    with tools.serve(folder) as address, browser.new_page() as page:
        page.goto(f"{address}/")
        return tools.axe_findings(page)


def test_axe_finds_an_image_without_a_text_alternative(tmp_path: Path, browser: Browser) -> None:
    findings = axe_findings_in(WITHOUT_ALT, tmp_path, browser)

    assert [finding.split(": ", 1)[1] for finding in findings] == [
        "Images must have alternative text [image-alt] at img"
    ]


def test_axe_passes_a_good_page_that_allows_no_script(tmp_path: Path, browser: Browser) -> None:
    assert axe_findings_in(GOOD, tmp_path, browser) == []


def test_page_is_served_from_the_folder_and_only_while_wanted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(GOOD, "utf-8")

    with tools.serve(tmp_path) as address, urlopen(f"{address}/") as answer:
        assert answer.read().decode() == GOOD

    with pytest.raises(OSError, match="refused"):
        urlopen(f"{address}/")


def test_html_checker_names_file_and_line_of_every_fault_in_a_folder(tmp_path: Path) -> None:
    for name, html in [("good", GOOD), ("image", WITHOUT_ALT), ("unclosed", UNCLOSED)]:
        (tmp_path / f"{name}.html").write_text(html, "utf-8")

    findings = tools.html_findings(tmp_path)

    assert not [finding for finding in findings if "good.html" in finding]
    assert f"{tmp_path / 'unclosed.html'}:10: Unclosed element “main”." in findings
    assert any(
        finding.startswith(f"{tmp_path / 'image.html'}:12: ") and "“alt”" in finding
        for finding in findings
    )


def test_html_checker_passes_a_good_page(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(GOOD.replace("<p>", "<p>Један<br />"), "utf-8")

    assert tools.html_findings(page) == []


def test_markup_checker_finds_what_is_unclosed_and_passes_a_good_page(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(GOOD, "utf-8")
    unclosed = tmp_path / "unclosed.html"
    unclosed.write_text(UNCLOSED, "utf-8")

    findings = tools.markup_findings(tmp_path)

    assert findings
    assert all(finding.startswith(f"{unclosed}:") for finding in findings)
    assert any("[close-order]" in finding for finding in findings)


def test_markup_checker_does_not_allow_inline_style(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(GOOD.replace("<p>", '<p style="color: red">'), "utf-8")

    assert [finding.rsplit(" ", 1)[1] for finding in tools.markup_findings(page)] == [
        "[no-inline-style]"
    ]


@pytest.mark.parametrize("check", [tools.html_findings, tools.markup_findings])
def test_nothing_to_check_is_not_taken_for_nothing_found(
    check: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match="No HTML to check"):
        check(tmp_path)


def test_missing_browser_fails_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tools, "CHROMIUM", tmp_path / "chromium")

    with (
        pytest.raises(tools.MissingTool, match=r"chromium is missing.*make tools"),
        tools.chromium(),
    ):
        pass


def test_missing_command_fails_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(tools.MissingTool, match=r"java is missing.*make tools"):
        tools.command("java")
