"""content/ -> docs/pictures/: what the site looks like, for the README and the documentation.

python -m tests.browser.pictures FOLDER
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from tellal.settings import read_settings
from tests.browser import tools
from tests.browser.logged import logged_site
from tests.browser.sites import Served, alarmed, served, shipped_site, with_typeface
from tests.browser.windows import PHONE, WIDE
from tests.golden.accept import ROOT, URL
from tests.once import Built
from tests.worlds import NOW

COLOURS: Final = (128, 64, 32, 16)
LARGEST_BYTES: Final = 80_000
# A4 at 96 pixels an inch; the page's own margins are white on a screen, too.
WINDOWS: Final[dict[str, ViewportSize]] = {
    "wide": WIDE,
    "phone": PHONE,
    "sheet": {"width": 794, "height": 1123},
}
MARGINS: Final = "@media print { body { margin: 20mm 18mm !important } }"
# -> Where the sheet ends: above the first block that would reach into its lower margin.
END: Final = """() => Math.min(1047, ...[...document.querySelectorAll("p, li, h2, h3, tr, .box")]
  .map((block) => block.getBoundingClientRect())
  .filter((box) => box.bottom > 1047)
  .map((box) => box.top))"""


# -> What is looked at stands at the top of the window.
TO_TOP: Final = "element => element.scrollIntoView()"
ALARM: Final = """\
text:
  sq: Uji në Dardani nuk është i pijshëm. Cisternat janë para shkollës fillore.
  sr: Voda u Dardaniji nije za piće. Cisterne su ispred osnovne škole.
  tr: Dardania'daki su içilmez. Tankerler ilkokulun önündedir.
  en: Water in Dardania is not safe to drink. Tankers stand in front of the primary school.
until: 2026-04-01 20:00
about: notices/2019/07-17-nderprerjet-e-ujit-dhe-rrymes
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """What to show of a site, and how. `path` is relative to its address; `of` is waited for.

    With `top` that stands at the top of the window.
    """

    name: str
    path: str
    window: Literal["wide", "phone", "sheet"] = "wide"
    scheme: Literal["light", "dark"] = "light"
    of: str = "body"
    top: bool = False
    site: Literal["shipped", "alarmed", "logged"] = "shipped"


FOUND: Final = ".search-results li"
KEYS: Final = "#log-now"
FAIR: Final = "sq/komunikata/2019/09/panairi-i-bujqesise/"
SPRING: Final = "sr-cyrl/saopstenja/2019/04/aksioni-i-pranveres/"
GARDENS: Final = "sq/konsultime/2019/07/rregullorja-e-hapesirave-te-gjelbra/ndryshimet/"
GARDENS_SR: Final = "sr-cyrl/konsultacije/2019/07/rregullorja-e-hapesirave-te-gjelbra/izmene/"
WATER: Final = "tr/kararlar/2019/07/kursimi-i-ujit/"

# Twelve views and the front page, each wide and on a phone, one of the two in dark colours.
VIEWS: Final = (
    Picture("home.png", "sq/"),
    Picture("home-phone.png", "tr/", "phone", "dark"),
    Picture("emergency.png", "sr/", site="alarmed"),
    Picture("emergency-phone.png", "en/", "phone", "dark", site="alarmed"),
    Picture("search.png", "sq/kerkim/?q=parkimi", "wide", "dark", of=FOUND),
    Picture("search-phone.png", "sr-cyrl/pretraga/?q=parkiranje", "phone", of=FOUND, top=True),
    Picture("release.png", FAIR, "wide", "dark"),
    Picture("release-phone.png", SPRING, "phone"),
    Picture("act.png", "sq/rregullore/2019/06/parkimi/"),
    Picture("act-phone.png", "sr/uredbe/2019/06/parkimi/", "phone", "dark"),
    Picture("parallel.png", "sq/rregullore/2019/06/parkimi/krahas/", "wide", "dark"),
    Picture("parallel-phone.png", "tr/kararlar/2019/09/sherbimi-dimeror/yan-yana/#art-1", "phone"),
    Picture("comparison.png", GARDENS),
    Picture("comparison-phone.png", GARDENS_SR, "phone", "dark", of=".compared", top=True),
    Picture("thread.png", "sq/vendime/2019/09/sherbimi-dimeror/", of=".thread", top=True),
    Picture("thread-phone.png", WATER, "phone", "dark", of=".thread", top=True),
    Picture("session.png", "sq/seanca/2019/09/seanca-8/"),
    Picture("phone.png", "sr-cyrl/sednice/2019/09/seanca-9/", "phone", "dark"),
    Picture("register.png", "sq/kerkesa/2019/"),
    Picture("register-phone.png", "en/requests/2019/", "phone", "dark"),
    Picture("board.png", "sr/obavestenja/2019/09/ndertimet-pa-leje/oblici/", "wide", "dark"),
    Picture("board-phone.png", "sq/njoftime/2019/09/ndertimet-pa-leje/forma/", "phone"),
    Picture("media.png", "en/for-media/"),
    Picture("media-phone.png", "tr/basin-icin/", "phone", "dark"),
    Picture("verification.png", "sq/verifikimi/", of=KEYS, site="logged"),
    Picture(
        "verification-phone.png", "en/verification/", "phone", "dark", "#log-now", False, "logged"
    ),
)
OTHERS: Final = (
    Picture("missing.png", "tr/kararlar/2019/07/emertimi-i-rrugeve/"),
    Picture("request.png", "sq/kerkesa/2019/07/shpenzimet-e-reklamave/#working-answer"),
    Picture("calendar.png", "sq/kalendari/2019/05/"),
    Picture("parity.png", "tr/diller/2019/"),
    Picture("statistics.png", "sq/statistika/2019/", scheme="dark"),
    Picture("print.png", "sq/njoftime/2019/09/ndertimet-pa-leje/", "sheet"),
)


def take(picture: Picture, site: Served, browser: Browser) -> bytes:
    """Return the picture as PNG, as small as it looks well."""
    with browser.new_page(
        viewport=WINDOWS[picture.window],
        color_scheme=picture.scheme,
        device_scale_factor=2 if picture.window == "phone" else 1,
        bypass_csp=True,
    ) as page:
        page.clock.set_fixed_time(NOW)
        answer = with_typeface(page, site).goto(f"{site.address}/{picture.path}")
        if answer is None or not answer.ok:
            raise FileNotFoundError(f"{picture.name} shows {picture.path}, which is not there")
        page.evaluate("() => document.fonts.ready.then(() => true)")
        looked_at = page.locator(picture.of).first
        looked_at.wait_for()
        if picture.top:
            looked_at.evaluate(TO_TOP)
        if picture.window != "sheet":
            return smaller(page.screenshot())
        page.emulate_media(media="print")
        page.add_style_tag(content=MARGINS)
        return smaller(page.screenshot(), end=int(page.evaluate(END)))


def smaller(data: bytes, end: int | None = None) -> bytes:
    """Return a PNG of as many colours as fit, white below `end`. Raises ValueError if none do."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    if end is not None:
        image.paste("white", (0, end, *image.size))
    for colours in COLOURS:
        out = io.BytesIO()
        few = image.quantize(colours, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST_BYTES:
            return out.getvalue()
    raise ValueError(f"A picture has {out.tell()} bytes, more than {LARGEST_BYTES}")


@contextmanager
def alarmed_site() -> Iterator[Served]:
    """Give what the office published, in an emergency."""
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings(ROOT / "publishconf.py")
        with served(Built(alarmed(settings, Path(folder), ALARM, NOW), settings.url)) as site:
            yield site


@contextmanager
def logged() -> Iterator[Served]:
    """Give the golden municipality with its public log."""
    with tempfile.TemporaryDirectory() as folder, logged_site(Path(folder)) as office:
        yield Served(office.folder, office.address, URL, {})


SITES: Final = {"shipped": shipped_site, "alarmed": alarmed_site, "logged": logged}


def main(folder: Path) -> None:
    """Take all pictures into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tools.chromium() as browser:
        for name, open_site in SITES.items():
            with open_site() as site:
                for picture in (one for one in (*VIEWS, *OTHERS) if one.site == name):
                    (folder / picture.name).write_bytes(take(picture, site, browser))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
