"""Lines of figures -> one SVG with a chart for each question, side by side.

Both axes are logarithmic: a straight line that rises as steeply as its neighbour grows alike.
Colours are told apart by those who see few of them, and a mark of its own tells lines apart too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import log10

WIDTH, HEIGHT = 440, 340
LEFT, RIGHT, TOP, BOTTOM = 52, 126, 46, 44
BETWEEN_LABELS = 15
AXES = "publications (both axes logarithmic)"
MARKS = ("circle", "square", "triangle", "diamond", "cross", "ring")
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 14px }
.paper { fill: #ffffff }
.grid { stroke: #d0d7de; stroke-width: 1 }
.line { fill: none; stroke-width: 2 }
.s0 { --c: #0550ae } .s1 { --c: #bc4c00 } .s2 { --c: #116329 }
.s3 { --c: #8250df } .s4 { --c: #57606a } .s5 { --c: #a40e26 }
.line { stroke: var(--c) }
.mark { fill: var(--c); stroke: var(--c) }
text.label { fill: var(--c); font-weight: 600 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.paper { fill: #0d1117 }
.grid { stroke: #30363d }
.s0 { --c: #79c0ff } .s1 { --c: #ffa657 } .s2 { --c: #7ee787 }
.s3 { --c: #d2a8ff } .s4 { --c: #b1bac4 } .s5 { --c: #ff7b72 }
}
"""

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A question and the answers to it: points, sorted, by the name of their line."""

    title: str
    lines: Mapping[str, Points]


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high`, spread from `start` to `end` by their logarithm."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value is."""
        part = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return round(self.start + part * (self.end - self.start), 1)


def drawing(title: str, charts: Sequence[Chart]) -> str:
    """Return the SVG."""
    width = WIDTH * len(charts)
    names = list(dict.fromkeys(name for chart in charts for name in chart.lines))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" '
        f'width="{width}" height="{HEIGHT}" role="img" aria-labelledby="title">',
        f'<title id="title">{escape(title)}</title>',
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{HEIGHT}"/>',
    ]
    for place, chart in enumerate(charts):
        parts.append(f'<g transform="translate({place * WIDTH} 0)">')
        parts += _chart(chart, names)
        parts.append("</g>")
    return "\n".join((*parts, "</svg>", ""))


def _chart(chart: Chart, names: Sequence[str]) -> Iterator[str]:
    """Yield the elements of a chart; a name has the same colour and mark in every one."""
    points = [point for line in chart.lines.values() for point in line]
    sizes = sorted({x for x, _ in points})
    x = Scale(sizes[0], max(sizes[-1], sizes[0] * 2), LEFT, WIDTH - RIGHT)
    low, high = 10 ** _floor(min(y for _, y in points)), max(y for _, y in points) * 1.3
    y = Scale(low, high, HEIGHT - BOTTOM, TOP)
    yield f'<text class="title" x="{LEFT}" y="22">{escape(chart.title)}</text>'
    yield from _axes(x, y, sizes)
    ends: dict[float, dict[str, float]] = {}
    for name, line in chart.lines.items():
        drawn = [(x.at(at), y.at(value)) for at, value in line]
        yield from _line(names.index(name), drawn)
        ends.setdefault(drawn[-1][0], {})[name] = drawn[-1][1]
    for end, heights in ends.items():
        for name, height in apart(heights).items():
            number = names.index(name)
            at = f'class="label s{number}" x="{end + 10:g}" y="{height + 4:g}"'
            yield f"<text {at}>{escape(name)}</text>"


def _axes(x: Scale, y: Scale, sizes: Sequence[float]) -> Iterator[str]:
    exponent = _floor(y.low)
    while (value := 10**exponent) <= y.high:
        at = y.at(value)
        yield f'<path class="grid" d="M{LEFT} {at}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 6}" y="{at + 4:g}" text-anchor="end">{value:g} s</text>'
        exponent += 1
    for size in sizes:
        at = x.at(size)
        yield f'<path class="grid" d="M{at} {TOP}V{HEIGHT - BOTTOM}"/>'
        below = HEIGHT - BOTTOM + 18
        yield f'<text x="{at}" y="{below}" text-anchor="middle">{size:,.0f}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle:g}" y="{HEIGHT - 6}" text-anchor="middle">{AXES}</text>'


def _line(number: int, points: Points) -> Iterator[str]:
    way = "L".join(f"{x:g} {y:g}" for x, y in points)
    yield f'<path class="line s{number}" d="M{way}"/>'
    for x, y in points:
        yield f'<path class="mark s{number}" d="{mark(MARKS[number % len(MARKS)], x, y)}"/>'


def mark(kind: str, x: float, y: float) -> str:
    """Return the outline of a mark around a point."""
    at = f"M{x:g} {y:g}"
    return (
        at
        + {
            "circle": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
            "square": "m-4 -4h8v8h-8z",
            "triangle": "m0 -5l5 9h-10z",
            "diamond": "m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",
            "cross": "m-4 -4l8 8m-8 0l8 -8",
            "ring": "m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z",
        }[kind]
    )


def apart(heights: Mapping[str, float]) -> dict[str, float]:
    """Return heights at which labels do not cover each other, as near as may be below their own.

    >>> apart({"low": 100, "near": 95, "high": 20})
    {'high': 20, 'near': 95, 'low': 110}
    """
    placed: dict[str, float] = {}
    last = float("-inf")
    for name, height in sorted(heights.items(), key=lambda pair: pair[1]):
        last = max(height, last + BETWEEN_LABELS)
        placed[name] = last
    return placed


def _floor(value: float) -> int:
    """Return the power of ten at or below a value."""
    return int(log10(value) // 1)
