"""What the browser tests share."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tellal.settings import Settings
from tests.browser import tools
from tests.browser.examination import looking_at, speaking_at
from tests.browser.sites import Served, served
from tests.browser.sites import alarmed as alarmed_by
from tests.golden.accept import CONTENT, ROOT, URL
from tests.once import Once

ALARM = """\
text: {sq: Mos e pini ujin., tr: Suyu içmeyin.}
until: 2099-01-01 00:00
about: notices/2026/03-20-uji
"""


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
def alarmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the golden municipality in an emergency."""
    place = tmp_path_factory.mktemp("alarmed")
    settings = Settings(CONTENT, place, ROOT / "theme", URL, place)
    alarmed_by(settings, place, ALARM, datetime(1999, 1, 1, tzinfo=UTC))
    return place / "site"


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
