"""The accessibility statement claims what the tests do, and nothing more."""

from __future__ import annotations

import pytest

from tellal.pages.tested import TESTED
from tests.browser.examination import reach, versions
from tests.browser.sites import Served

pytestmark = pytest.mark.browser

RENEW = "Renew the statement: .venv/bin/invoke tested"


def test_statement_claims_no_more_pages_and_states_than_are_looked_at(
    looking: list[str], speaking: list[str], golden: Served, shipped: Served
) -> None:
    for name, looked in reach(looking, speaking, golden, shipped).items():
        assert 0 < getattr(TESTED, name).looked <= looked, f"{name}. {RENEW}"


def test_statement_names_the_tools_that_are_installed() -> None:
    named = {tool.name: tool.version for tool in TESTED.tools}

    assert versions().items() <= named.items(), RENEW


def test_statement_tells_of_no_finding_which_the_other_tests_would_not_let_pass() -> None:
    assert TESTED.found == 0
