"""content/ -> docs/pictures/: what the site looks like, for the README and the documentation.

python -m tests.browser.pictures FOLDER
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from tests.browser import tools
from tests.browser.sites import Served, shipped_site, with_typeface
from tests.browser.windows import PHONE, WIDE

COLOURS: Final = 128
LARGEST_BYTES: Final = 120_000
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


@dataclass(frozen=True, slots=True)
class Picture:
    """What to show of the site, and how. `path` is relative to its address."""

    name: str
    path: str
    window: Literal["wide", "phone", "sheet"] = "wide"
    scheme: Literal["light", "dark"] = "light"


PICTURES: Final = (
    Picture("home.png", "sq/"),
    Picture("phone.png", "sr-cyrl/sednice/2019/09/seanca-9/", "phone", "dark"),
    Picture("act.png", "sq/rregullore/2019/06/parkimi/"),
    Picture("session.png", "sq/seanca/2019/09/seanca-8/"),
    Picture("missing.png", "tr/kararlar/2019/07/emertimi-i-rrugeve/"),
    Picture("register.png", "sq/kerkesa/2019/"),
    Picture("request.png", "sq/kerkesa/2019/07/shpenzimet-e-reklamave/#working-answer"),
    Picture("parallel.png", "sq/rregullore/2019/06/parkimi/krahas/"),
    Picture("parallel-phone.png", "tr/kararlar/2019/09/sherbimi-dimeror/yan-yana/#art-1", "phone"),
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
        answer = with_typeface(page, site).goto(f"{site.address}/{picture.path}")
        if answer is None or not answer.ok:
            raise FileNotFoundError(f"{picture.name} shows {picture.path}, which is not there")
        page.evaluate("() => document.fonts.ready.then(() => true)")
        if picture.window != "sheet":
            return smaller(page.screenshot())
        page.emulate_media(media="print")
        page.add_style_tag(content=MARGINS)
        return smaller(page.screenshot(), end=int(page.evaluate(END)))


def smaller(data: bytes, end: int | None = None) -> bytes:
    """Return a PNG of few colours, white below `end`. Raises ValueError if it is still large."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    if end is not None:
        image.paste("white", (0, end, *image.size))
    out = io.BytesIO()
    few = image.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    if out.tell() > LARGEST_BYTES:
        raise ValueError(f"A picture has {out.tell()} bytes, more than {LARGEST_BYTES}")
    return out.getvalue()


def main(folder: Path) -> None:
    """Take all pictures into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with shipped_site() as site, tools.chromium() as browser:
        for picture in PICTURES:
            (folder / picture.name).write_bytes(take(picture, site, browser))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
