"""The golden municipality: what its site looks like, byte for byte. `invoke accept` renews it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.compiler.report import Report
from tellal.settings import Settings
from tests.histories import repository_in

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CONTENT = HERE / "content"
PAGES = HERE / "pages"
DIGESTS = HERE / "digests.txt"
HISTORY = HERE / "history"
"""What the texts said before: a folder for each commit, named by its place and its day."""
URL = "https://lug.example/zyra"

# One page of each kind and language, whole, so that a change can be read; of all others a digest.
WHOLE = (
    "index.html",
    "robots.txt",
    "sitemap.xml",
    "sq/index.html",
    "sq/404.html",
    "sq/drejtorite/index.html",
    "sq/etiketa/arsimi/2026/index.html",
    "sq/feeds/all.atom.xml",
    "sq/feeds/komunikata.rss.xml",
    "sq/kerkesa/2026/03/kontratat/index.html",
    "sq/kontakti/index.html",
    "sq/komunikata/2026/03/bursat/index.html",
    "sq/komunikata/2026/03/bursat/ndryshimet/index.html",
    "sq/komunikata/2026/03/bursat/forma/index.html",
    "sq/konkurse/2026/03/edukatore/index.html",
    "sq/konsultime/2026/02/parkimi/index.html",
    "sq/njoftime/2026/01/lista/index.html",
    "sq/raporte/2026/01/raporti/index.html",
    "sq/rregullore/2026/03/parkimi/index.html",
    "sq/seanca/2026/03/seanca-2/index.html",
    "sq/strategji/2026/02/strategjia/index.html",
    "sq/vendime/2026/02/oraret/index.html",
    "sq/vendime/2026/03/oraret-e-reja/index.html",
    "sr/feeds/all.json",
    "sr/konferencije/2026/index.html",
    "sr/saopstenja/2026/03/bursat/index.html",
    "sr/zapisnici/2026/03/procesverbali-2/index.html",
    "sr-cyrl/index.html",
    "sr-cyrl/konferencije/2026/03/mars/index.html",
    "sr-cyrl/saopstenja/2026/03/bursat/index.html",
    "sr-cyrl/saopstenja/2026/03/bursat/izmene/index.html",
    "sr-cyrl/konkursi/2026/03/edukatore/oblici/index.html",
    "sr-cyrl/uredbe/2026/03/parkimi/index.html",
    "tr/bildiriler/2026/03/bursat/index.html",
    "tr/davetler/2026/03/takimi/index.html",
    "tr/kararlar/2026/03/index.html",
    "en/index.html",
    "en/invitations/2026/03/takimi/index.html",
    "en/sitemap-2026.xml",
)


def golden_content(folder: Path) -> Path:
    """Return a folder with the golden content, under git, with what its texts said before."""
    if not folder.exists():
        shutil.copytree(CONTENT, folder)
        repository = repository_in(folder)
        now = {path: file.read_text("utf-8") for path, file in _earlier(CONTENT)}
        for commit in sorted(HISTORY.iterdir()):
            texts = {path: file.read_text("utf-8") for path, file in _earlier(commit)}
            repository.commit(texts, commit.name[2:])
        repository.commit(now, "2026-03-14")
    return folder


def _earlier(top: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder that are another in a commit of the history."""
    for commit in HISTORY.iterdir():
        for file in commit.rglob("*.md"):
            path = file.relative_to(commit)
            if (top / path).exists():
                yield path.as_posix(), top / path


def build_golden(output: Path, cache: Path, content: Path | None = None) -> Report:
    """Build the golden municipality for its own moment, at an address under a path."""
    content = content or golden_content(cache.with_name(f"{cache.name}-content"))
    settings = Settings(content, output, ROOT / "theme", URL, cache)
    return build(settings, Moments(None, None, datetime(1999, 1, 1, tzinfo=UTC)))


def digests(output: Path) -> Iterator[str]:
    """Yield a line per file: SHA-256 and path, as `sha256sum` writes and checks them."""
    for file in sorted(output.rglob("*"), key=lambda file: file.relative_to(output).as_posix()):
        if file.is_file():
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            yield f"{digest}  {file.relative_to(output).as_posix()}\n"


def accept(output: Path, cache: Path) -> None:
    """Take what is built now as right."""
    build_golden(output, cache)
    shutil.rmtree(PAGES, ignore_errors=True)
    for path in WHOLE:
        (PAGES / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(output / path, PAGES / path)
    DIGESTS.write_text("".join(digests(output)), "utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        accept(Path(folder, "output"), Path(folder, "cache"))
