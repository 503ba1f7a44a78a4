"""The sizes in which pictures are shown: which there are of one, and how it is cut for a card."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass

WIDTHS = (480, 960, 1440)
"""In pixels: a phone, a phone with a sharp screen or a column of text, the same on a sharp one."""
SMALL_FORMS = ("avif", "webp")
"""In which forms a picture is shown; a browser takes the first one that it knows."""
OLD_FORM = "jpg"
"""What every browser and every other reader of pages knows: in one width only."""
MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
COLUMN = "(min-width: 64em) 38rem, 100vw"
"""How wide the column of a text is, for a browser that chooses a picture before it knows."""
CARD = (1200, 630)
CARD_FILES = (
    "css/tokens.css",
    "fonts/tellal-sans-latin.woff2",
    "fonts/tellal-sans-cyrillic.woff2",
)
"""What of the theme's static files makes cards: colours, and letters of both scripts."""
SMALLEST_CARD = (600, 315)
"""What other sites show of a page that somebody shares: all of them take this shape."""


@dataclass(frozen=True, slots=True)
class Size:
    """A picture in one size and form, in pixels. In another shape than its own it is cut."""

    width: int
    height: int
    form: str

    @property
    def name(self) -> str:
        """Return how the file of this size ends.

        >>> Size(960, 640, "avif").name
        '960x640.avif'
        """
        return f"{self.width}x{self.height}.{self.form}"


def is_sized(width: int) -> bool:
    """Return whether a picture is shown in smaller sizes; a small one is shown as it is."""
    return width > WIDTHS[0]


def sizes_in(form: str, width: int, height: int) -> tuple[Size, ...]:
    """Return the sizes of a picture in a form, the smallest first. None is larger than itself.

    >>> [size.width for size in sizes_in("avif", 1100, 700)]
    [480, 960, 1100]
    >>> sizes_in("jpg", 4000, 3000)
    (Size(width=960, height=720, form='jpg'),)
    """
    widths = (WIDTHS[1],) if form == OLD_FORM else WIDTHS
    fitting = sorted({min(wide, width) for wide in widths})
    return tuple(Size(wide, max(1, round(height * wide / width)), form) for wide in fitting)


def sizes_of(width: int, height: int) -> tuple[Size, ...]:
    """Return every size in which pages show a picture, none of one that is shown as it is."""
    if not is_sized(width):
        return ()
    forms = (*SMALL_FORMS, OLD_FORM)
    return tuple(size for form in forms for size in sizes_in(form, width, height))


def card_of(width: int, height: int) -> Size | None:
    """Return the card that can be cut out of a picture, None of one that is too small for it.

    >>> card_of(4000, 3000)
    Size(width=1200, height=630, form='jpg')
    >>> card_of(800, 3000), card_of(500, 500)
    (Size(width=800, height=420, form='jpg'), None)
    """
    wide = min(CARD[0], width, height * CARD[0] // CARD[1])
    if wide < SMALLEST_CARD[0]:
        return None
    return Size(wide, round(wide * CARD[1] / CARD[0]), OLD_FORM)
