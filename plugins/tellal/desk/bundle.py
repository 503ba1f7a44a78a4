"""The built site -> the outage kit: one zip that opens from a stick, without a web server."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tellal.build.store import Store
from tellal.compiler.archive import Archive
from tellal.compiler.packing import store_of
from tellal.desk.publishing import FAILED, built_of
from tellal.desk.speech import sentence
from tellal.domain.addresses import Addresses
from tellal.domain.findings import saying_why
from tellal.outputs.catalogues import compile_words
from tellal.outputs.render import open_theme
from tellal.outputs.say import Say
from tellal.pages.voice import Voice, voices_of
from tellal.publish.bundled import SITE, START, write_bundle
from tellal.publish.log import FILES, opened
from tellal.publish.offline import Offline
from tellal.publish.shipment import shipment_of

if TYPE_CHECKING:
    from tellal.desk.errands import Errand
    from tellal.settings import Settings

WRITTEN = "Written: {file}, {files} files, {size} MB. Open START.html in it, from any disk."
HELD = "sha256sum -c manifest"


@dataclass(frozen=True, slots=True)
class Door:
    """The site in one language: its words, what they are called, where it begins."""

    say: Say
    native: str
    municipality: str
    home: str


@dataclass(frozen=True, slots=True)
class StartView:
    """The page with which a reader of the kit begins."""

    moment: datetime
    command: str
    tag: str
    doors: tuple[tuple[str, Door], ...]


def bundle(errand: Errand, file: Path | None) -> int:
    """Build, write the kit, and say where it is."""
    settings = errand.settings
    with saying_why(FAILED):
        report = errand.build()
        built = built_of(settings)
        shipment = shipment_of(settings.output, built, errand.cache, small=False)
        files = {path: Path(file) for path, file in shipment.files.items()}
        if (errand.log / "head").is_file():
            opened(errand.log)
            there = (name for name in FILES if (errand.log / name).is_file())
            files |= {f"log/{name}": errand.log / name for name in there}
        host, day = urlsplit(settings.url).hostname or "site", report.as_of.date()
        target = (file or Path(f"{host}-{day}.zip")).resolve()
        offline = Offline(urlsplit(settings.url).path.rstrip("/"))
        start = {START: start_page(settings, report.as_of)}
        manifest = write_bundle(files, offline, start, target)
    size = f"{target.stat().st_size / 1e6:.1f}"
    words = {"file": target, "files": len(manifest.entries), "size": size}
    print(sentence(WRITTEN, errand.language, **words))
    return 0


def start_page(settings: Settings, as_of: datetime) -> bytes:
    """Return the page that names each language in itself and leads to it."""
    with closing(Store(store_of(settings.cache, settings.output))) as store:
        site = Archive(store).site(as_of)
        theme = open_theme(settings.theme, compile_words(settings.theme, site.office.languages))
        voices = voices_of(site, settings.url, theme.messages)
        doors = tuple((tag, _door(voice, theme.voices[tag])) for tag, voice in voices.items())
    view = StartView(as_of, HELD, doors[0][0], doors)
    return theme.env.get_template("documents/start.html").render(page=view).encode()


def _door(voice: Voice, say: Say) -> Door:
    home = f"{SITE}{Addresses('').home(voice.tag)}index.html"
    return Door(say, voice.language.native, voice.place.municipality, home)
