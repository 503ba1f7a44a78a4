"""The HTML is right by two checkers that do not know each other."""

from __future__ import annotations

import pytest

from tests.browser import tools
from tests.browser.sites import Served, looks

pytestmark = pytest.mark.browser


def test_nu_checker_finds_nothing_on_any_page(golden: Served, shipped: Served) -> None:
    assert tools.html_findings(golden.folder, shipped.folder) == []


def test_html_validate_finds_nothing(golden: Served, shipped: Served) -> None:
    """All pages of the golden municipality, and the shipped content's of every look, are right."""
    assert tools.markup_findings(golden.folder, *shipped.one_of_each(looks)) == []
