"""The HTML is right by two checkers that do not know each other."""

from __future__ import annotations

import pytest

from tests.browser import tools
from tests.browser.sites import Served, looks, looks_by_language, written

pytestmark = pytest.mark.browser


def test_nu_checker_finds_nothing_on_any_page(golden: Served, shipped: Served) -> None:
    """All of the golden municipality; of the shipped content what somebody wrote, and all looks."""
    pages = {*written(shipped), *shipped.one_of_each(looks)}

    assert tools.html_findings(golden.folder, *sorted(pages)) == []


def test_html_validate_finds_nothing(golden: Served, shipped: Served) -> None:
    """Every look of both sites, and of the golden municipality also in every language."""
    pages = {*golden.one_of_each(looks), *golden.one_of_each(looks_by_language)}

    assert tools.markup_findings(*sorted(pages), *shipped.one_of_each(looks)) == []
