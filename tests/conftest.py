"""What the tests share: a municipality that does not exist, and content as editors write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from shutil import copytree
from typing import Protocol

import pytest
from hypothesis import settings
from lxml import etree

from tellal.checks.history import check_history
from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.desk.speech import finding_line
from tellal.domain.findings import Refused
from tellal.reading.content import read_content
from tellal.site.site import Site
from tests.histories import repository_in
from tests.once import Once

settings.register_profile("tellal", derandomize=True, deadline=None, database=None)
settings.load_profile("tellal")

OFFICE = Path(__file__).parent / "office"
AS_OF = "2026-03-31T12:00"
NOW = datetime(2026, 3, 31, 10, tzinfo=UTC)

Files = Mapping[str, str | bytes | Path | None]
"""Files by their path in the content folder: a text, bytes, a link to a place, or None for none.

They stand beside those of the office, which they may replace or take away.
"""


LONGEST = (
    *("tests/publish/test_interrupted.py", "tests/browser/test_layout.py"),
    *("tests/browser/test_accessibility.py", "tests/build/test_processes.py"),
    *("tests/build/", "tests/publish/", "tests/browser/", "tests/test_"),
)
"""What takes minutes, the longest first: processes that share the tests end at the same time."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put first what takes longest, where several processes share the tests."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _turn(item.nodeid))


def _turn(test: str) -> int:
    return next((turn for turn, path in enumerate(LONGEST) if test.startswith(path)), len(LONGEST))


class WriteContent(Protocol):
    """Writes a content folder with an office that is in order."""

    def __call__(self, files: Files) -> Path:
        """Return the new folder."""


class CompileTexts(Protocol):
    """Compiles content as editors write it."""

    def __call__(self, files: Files, as_of: str = AS_OF) -> Site:
        """Return the site as of a moment. Raises Refused."""


class FindingsOf(Protocol):
    """Says what must be corrected in content."""

    def __call__(
        self,
        files: Files,
        as_of: str = AS_OF,
        language: str = "en",
        before: Mapping[str, str] | None = None,
    ) -> list[str]:
        """Return each finding as it is printed, with its path in the content folder.

        `before` is what was committed to the same folder earlier.
        """


class HistoryOf(Protocol):
    """Says what was public in content and is in other content changed without a word."""

    def __call__(
        self, before: Files, after: Files, as_of: str = AS_OF, language: str = "en"
    ) -> list[str]:
        """Return each finding as it is printed."""


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Give the sites that are built once, however many processes share the tests."""
    base = tmp_path_factory.getbasetemp()
    root = (base if worker_id == "master" else base.parent) / "once"
    root.mkdir(exist_ok=True)
    return Once(root)


@pytest.fixture
def write_content(tmp_path: Path) -> WriteContent:
    """Give what writes a content folder; each call makes a new one."""
    numbers = count(1)

    def write(files: Files) -> Path:
        root = tmp_path / f"content-{next(numbers)}"
        copytree(OFFICE, root / "office")
        for path, content in files.items():
            _write(root / path, content)
        return root

    return write


def _write(file: Path, content: str | bytes | Path | None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case str():
            file.write_bytes(content.encode())  # as it is, also the ends of its lines
        case bytes():
            file.write_bytes(content)
        case Path():
            file.symlink_to(content)
        case None:
            file.unlink()


@pytest.fixture
def compile_texts(write_content: WriteContent) -> CompileTexts:
    """Give what compiles content and returns the site."""

    def compiled(files: Files, as_of: str = AS_OF) -> Site:
        return compile_site(write_content(files), Moments(as_of, None, NOW))

    return compiled


@pytest.fixture
def findings_of(write_content: WriteContent) -> FindingsOf:
    """Give what returns the findings of content, none where it may be published."""

    def findings(
        files: Files,
        as_of: str = AS_OF,
        language: str = "en",
        before: Mapping[str, str] | None = None,
    ) -> list[str]:
        root = write_content(files)
        if before:
            now = {path: (root / path).read_text("utf-8") for path in before}
            repository = repository_in(root)
            repository.commit(before)
            repository.commit(now, "2026-03-13")
        try:
            compile_site(root, Moments(as_of, None, NOW))
        except Refused as refusal:
            return [finding_line(found, "", language) for found in refusal.findings]
        return []

    return findings


@pytest.fixture
def history_of(write_content: WriteContent) -> HistoryOf:
    """Give what compares two contents."""

    def history(before: Files, after: Files, as_of: str = AS_OF, language: str = "en") -> list[str]:
        (was, _), (now, _) = (read_content(write_content(files)) for files in (before, after))
        assert now.office
        moment = Moments(as_of, None, NOW).as_of(now.office.card)
        old, new = ({p.reference.folder: p for p in c.publications} for c in (was, now))
        found = check_history(old, new, now.folders, moment)
        return [finding_line(one, "", language) for one in sorted(found)]

    return history


def parsed(html: str) -> etree._Element:
    """Return a piece of HTML as a tree. Raises XMLSyntaxError where it is not whole."""
    closed = re.sub(r"<(br|hr|img)((?: [^>]*)?)>", r"<\1\2/>", html).replace("&nbsp;", "&#160;")
    return etree.fromstring(f"<body>{closed}</body>", etree.XMLParser(huge_tree=True))
