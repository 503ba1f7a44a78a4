"""What the browser tests share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import tools


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give one browser to the tests of a module. Playwright allows no second one beside it."""
    with tools.chromium() as browser:
        yield browser
