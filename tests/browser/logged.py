"""The golden municipality as it was published, with its public log, for whoever damages it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from tellal.desk.chronicle import Chronicle
from tellal.publish import verify
from tellal.settings import Settings
from tests.browser import tools
from tests.golden.accept import CONTENT, ROOT, URL, build_golden
from tests.pdfs import pdf_of
from tests.publish.keys import new_key

PATH = urlsplit(URL).path
ACT = "decisions/2026/03-09-oraret-e-reja"
ACT_PAGE = "sq/vendime/2026/03/oraret-e-tregut/"
PDF = f"files/{ACT}/plani.pdf"
GONE = "files/releases/2026/03-12-bursat/shtojca.txt"
OLD, NEW = pdf_of(["Plani i vjeter"]), pdf_of(["Plani i ri"])
WITHDRAWN = b"Shtojca qe u hoq"


@dataclass
class Logged:
    """An office with a log. What it published is served at `address`."""

    place: Path
    address: str
    key: Path
    now: datetime = datetime(2026, 4, 1, 10, tzinfo=UTC)

    @property
    def folder(self) -> Path:
        """Return the folder that is served."""
        return self.place / "site" / PATH.lstrip("/")

    @property
    def settings(self) -> Settings:
        cache = self.place / "cache"
        return Settings(self.place / "content", self.place / "output", ROOT / "theme", URL, cache)

    @property
    def chronicle(self) -> Chronicle:
        """Return the log a day later."""
        self.now += timedelta(days=1)
        return Chronicle(self.settings, self.place / "log", str(self.key), self.now, "en")

    @property
    def fingerprint(self) -> str:
        return verify.fingerprint_of(Path(f"{self.key}.pub").read_text("utf-8"))

    @property
    def entries(self) -> list[verify.Entry]:
        return verify.read_log(self.folder / "log").entries

    def write(self, path: str, data: bytes) -> None:
        """Lay a file beside a text that links to it."""
        file = self.place / "content" / path
        text = file.with_name("index.sq.md")
        if not file.exists():
            link = f"\n[Skedari]({file.name})\n"
            text.write_text(text.read_text("utf-8") + link, "utf-8")
        file.write_bytes(data)

    def publish(self) -> None:
        """Build, add to the log, and lay out what is served."""
        build_golden(self.settings.output, self.settings.cache, self.settings.content)
        chronicle = self.chronicle
        chronicle.up_to_date()
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.settings.output, self.folder)
        for path, file in chronicle.files().items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, self.folder / path)

    @contextmanager
    def damaged(self, path: str, data: bytes | None) -> Iterator[None]:
        """Let a file hold something else for a while, or be away."""
        file = self.folder / path
        before = file.read_bytes()
        try:
            if data is None:
                file.unlink()
            else:
                file.write_bytes(data)
            yield
        finally:
            file.write_bytes(before)


@contextmanager
def logged_site(place: Path) -> Iterator[Logged]:
    """Give the golden municipality, published twice, by two keys of which one handed over."""
    shutil.copytree(CONTENT, place / "content")
    (place / "site").mkdir()
    with tools.serve(place / "site") as host:
        office = Logged(place, f"{host}{PATH}", new_key(place))
        office.chronicle.change_key(None, None)
        office.write(f"{ACT}/plani.pdf", OLD)
        office.write("releases/2026/03-12-bursat/shtojca.txt", WITHDRAWN)
        office.publish()
        office.chronicle.change_key(str(new_key(place, "next")), None)
        office.key = place / "next"
        office.write(f"{ACT}/plani.pdf", NEW)
        shutil.copyfile(
            CONTENT / "releases/2026/03-12-bursat/index.sq.md",
            place / "content/releases/2026/03-12-bursat/index.sq.md",
        )
        (place / "content/releases/2026/03-12-bursat/shtojca.txt").unlink()
        office.publish()
        yield office
