"""Chart -> SVG, drawn when the site is made: readable aloud, on paper and in the dark.

Colours are those of the page: shapes have classes, texts the page's own colour. All that a chart
shows stands in a table beside it too, so whoever does not see it misses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from tellal.pages.views import Bar, Chart

if TYPE_CHECKING:
    from tellal.outputs.say import Say

WIDTH = 360
ROW, THICK, BASELINE = 44, 12, 16
HEIGHT, FOOT, HEAD = 180, 22, 20
GAP = 4
COLOURS = (
    "text{font-family:'Libertinus Serif';font-size:13px;fill:#1c1c1c}"
    ".chart-bar{fill:#124a94}.chart-ground{fill:#e6e9ee}.chart-floor{stroke:#777}"
)
"""What a chart looks like where no page's style reaches it."""


def drawn(chart: Chart, say: Say) -> Markup:
    """Return a chart as SVG, with its title and what it shows in words."""
    title = say(f"chart_{chart.name}")
    told = "; ".join(f"{label_of(bar, say)}: {amount_of(bar, say)}" for bar in chart.bars)
    shapes = _columns(chart, say) if chart.columns else _bars(chart, say)
    height = HEAD + HEIGHT + FOOT if chart.columns else ROW * len(chart.bars)
    names = f"{chart.name}-title {chart.name}-told"
    return Markup(
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{names}">'
        f'<title id="{chart.name}-title">{escape(title)}</title>'
        f'<desc id="{chart.name}-told">{escape(told)}</desc>'
        f"{''.join(shapes)}</svg>"
    )


def in_colour(chart: Chart, say: Say) -> str:
    """Return a chart as an image by itself, with its colours and its letters."""
    opening, rest = drawn(chart, say).split(">", 1)
    return f'{opening} xmlns="http://www.w3.org/2000/svg"><style>{COLOURS}</style>{rest}'


def label_of(bar: Bar, say: Say) -> str:
    """Return what a bar is called."""
    return say.month_name(bar.label) if isinstance(bar.label, date) else say(bar.label)


def amount_of(bar: Bar, say: Say) -> str:
    """Return the number of a bar."""
    return say.amount(bar.amount.value, bar.amount.measure)


def _most(chart: Chart) -> float:
    return max([bar.amount.value or 0 for bar in chart.bars] + [1])


def _bars(chart: Chart, say: Say) -> Iterator[str]:
    """Yield bars below each other, each under its name, so that a phone has room for both."""
    for place, bar in enumerate(chart.bars):
        top = place * ROW
        length = round(WIDTH * (bar.amount.value or 0) / _most(chart))
        yield _text("name", 0, top + BASELINE, "start", label_of(bar, say))
        yield _text("number", WIDTH, top + BASELINE, "end", amount_of(bar, say))
        y = top + BASELINE + 6
        yield _rect("ground", 0, y, WIDTH, THICK)
        if length:
            yield _rect("bar", 0, y, length, THICK)


def _columns(chart: Chart, say: Say) -> Iterator[str]:
    """Yield columns beside each other, of months: below each the month's number."""
    step = WIDTH / len(chart.bars)
    floor = HEAD + HEIGHT
    for place, bar in enumerate(chart.bars):
        height = round(HEIGHT * (bar.amount.value or 0) / _most(chart))
        left, middle = round(place * step + GAP / 2), round((place + 0.5) * step)
        wide = round(step - GAP)
        name = str(bar.label.month) if isinstance(bar.label, date) else say(bar.label)
        yield _rect("bar", left, floor - height, wide, height)
        for y, text in ((floor - height - 5, amount_of(bar, say)), (floor + 17, name)):
            yield _text("number", middle, y, "middle", text)
    yield f'<path class="chart-floor" d="M0 {floor}H{WIDTH}"/>'


def _rect(what: str, x: int, y: int, width: int, height: int) -> str:
    return f'<rect class="chart-{what}" x="{x}" y="{y}" width="{width}" height="{height}"/>'


def _text(what: str, x: int, y: int, anchor: str, text: str) -> str:
    return (
        f'<text class="chart-{what}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
    )
