"""How the golden municipality looks, reads in a text browser, and sounds. `invoke seen` renews it.

python -m tests.browser.seen
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.browser import tools
from tests.browser.sites import Served, served, with_typeface
from tests.browser.windows import PHONE, WIDE
from tests.once import Once

FOLDER: Final = Path(__file__).parent / "seen"
COLOURS: Final = 48
NOTICEABLE: Final = 64
"""By how much of 255 a colour has to be another one, for an eye to see it."""
MOMENT: Final = datetime(2026, 3, 31, 10, tzinfo=UTC)
ACT: Final = "rregullore/2026/03/parkimi"


@dataclass(frozen=True, slots=True)
class View:
    """A page in a window, in light or dark colours."""

    name: str
    path: str
    window: Literal["wide", "phone"] = "wide"
    scheme: Literal["light", "dark"] = "light"


VIEWS: Final = (
    View("home-sq-wide", "sq/"),
    View("home-sr-cyrl-phone-dark", "sr-cyrl/", "phone", "dark"),
    View("release-sr-wide-dark", "sr/saopstenja/2026/03/bursat/", "wide", "dark"),
    View("release-tr-phone", "tr/bildiriler/2026/03/bursat/", "phone"),
    View("act-sq-wide", f"sq/{ACT}/"),
    View("session-sq-phone", "sq/seanca/2026/03/seanca-2/", "phone"),
    View("register-sq-wide-dark", "sq/kerkesa/2026/", "wide", "dark"),
    View("tested-en-phone", "en/accessibility/", "phone"),
)
READ: Final = {
    "home-en": "en/",
    "release-tr": "tr/bildiriler/2026/03/bursat/",
    "act-sr-cyrl": "sr-cyrl/uredbe/2026/03/parkimi/",
    "session-sq": "sq/seanca/2026/03/seanca-2/",
    "chooser": "",
}
"""What w3m shows of a page: no style, no script."""
HEARD: Final = {
    "release-sr": "sr/saopstenja/2026/03/bursat/",
    "act-sq": f"sq/{ACT}/",
    "home-tr": "tr/",
    "home-en": "en/",
    "register-sr-cyrl": "sr-cyrl/zahtevi/2026/",
}
"""What the browser tells a screen reader of a page."""


def picture(browser: Browser, site: Served, view: View) -> bytes:
    """Return a PNG of few colours of what somebody sees first of a page."""
    window = WIDE if view.window == "wide" else PHONE
    with browser.new_page(viewport=window, color_scheme=view.scheme) as page:
        page.clock.set_fixed_time(MOMENT)
        with_typeface(page, site).goto(f"{site.address}/{view.path}")
        page.evaluate("() => document.fonts.ready.then(() => true)")
        image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    out = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def share_of_change(one: bytes, other: bytes) -> float:
    """Return which share of two pictures an eye sees differ; all of it where their sizes do."""
    images = [Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other)]
    if images[0].size != images[1].size:
        return 1.0
    channels = ImageChops.difference(*images).split()
    largest = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    changed = sum(largest.histogram()[NOTICEABLE:])
    return changed / (images[0].width * images[0].height)


def read_aloud(page: Page, site: Served, path: str) -> str:
    """Return roles, names and texts of a page, in the order in which they are read."""
    page.clock.set_fixed_time(MOMENT)
    page.goto(f"{site.address}/{path}")
    return page.locator("body").aria_snapshot().replace(site.address, "") + "\n"


def read_plain(site: Served, path: str) -> str:
    """Return what w3m shows of a page."""
    file = site.folder / path / "index.html"
    command = (tools.command("w3m"), "-dump", "-cols", "80", "-T", "text/html", file)
    options = ("-I", "UTF-8", "-O", "UTF-8")
    done = subprocess.run((*command, *options), check=True, capture_output=True)
    lines = done.stdout.decode().splitlines()
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


def everything(browser: Browser, site: Served) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of all that is kept."""
    for view in VIEWS:
        yield f"{view.name}.png", picture(browser, site, view)
    for name, path in READ.items():
        yield f"{name}.w3m.txt", read_plain(site, path).encode()
    with browser.new_page(viewport=WIDE) as page:
        for name, path in HEARD.items():
            yield f"{name}.heard.yaml", read_aloud(page, site, path).encode()


def main() -> None:
    """Take what is seen, read and heard now as right."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Once(Path(folder)).golden()) as site,
        tools.chromium() as browser,
    ):
        for name, data in everything(browser, site):
            (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
