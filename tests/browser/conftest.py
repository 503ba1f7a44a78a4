"""What the browser tests share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import tools
from tests.browser.examination import looking_at, speaking_at
from tests.browser.sites import Served, served
from tests.once import Once


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give one browser to the tests of a module. Playwright allows no second one beside it."""
    with tools.chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def golden(once: Once) -> Iterator[Served]:
    """Give the golden municipality, which lives under a path, as some real sites do."""
    with served(once.golden()) as site:
        yield site


@pytest.fixture(scope="session")
def shipped(once: Once) -> Iterator[Served]:
    """Give the content that comes with Tellal, built and served."""
    with served(once.shipped()) as site:
        yield site


@pytest.fixture(scope="session")
def looking(golden: Served, shipped: Served) -> list[str]:
    """Give the addresses of pages that together show all that the style sheet can tell apart."""
    return looking_at(golden, shipped)


@pytest.fixture(scope="session")
def speaking(golden: Served) -> list[str]:
    """Give the addresses of pages that together show each part of a page in each language."""
    return speaking_at(golden)
