"""Figures -> lines, charts and the lists behind them: for the statistics and for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tellal.domain.office import Duty
from tellal.pages.views import Amount, Bar, Chart, Counted, CountedList, FigureLine, Said
from tellal.pages.voice import Voice
from tellal.site.figures import Figure, Period
from tellal.site.phases import EXPIRED
from tellal.site.reports import Chapter

Target = Callable[[Figure], str | None]
"""Says where the list behind a figure is, None where there is nothing to see."""

CHARTS = {
    "communications": "communications",
    "speed": "publication_minutes_median",
    "requests": "requests_outcome",
    "acts": "acts_published",
    "languages": "languages_present",
}
"""Of each chapter the figures whose parts make a chart."""
# The lists behind what is there are as long as the archive: what is not there says the same.
COMPLEMENTS = {"languages_present": "languages_missing", "languages_derived": "languages_missing"}
BY_MONTH = "communications"
FAMILIES = ("kind", "category", "outcome", "language")


def lines_of(figures: Iterable[Figure], voice: Voice, target: Target) -> tuple[FigureLine, ...]:
    """Return figures as lines of a table, each with the list behind it."""
    return tuple(
        FigureLine(
            key=figure.key,
            name=f"figure_{figure.key.partition('.')[0]}",
            part=voice.said(figure.part) if figure.part else part_of(figure.key, voice),
            amount=amount_of(figure, target),
            of=figure.of,
        )
        for figure in figures
    )


def amount_of(figure: Figure, target: Target) -> Amount:
    """Return the number of a figure, with the list behind it where there is one."""
    return Amount(figure.value, figure.measure.value, target(figure))


def part_of(key: str, voice: Voice) -> str | None:
    """Return the key of the word for the part of a figure's name, None for a whole."""
    _, _, part = key.partition(".")
    if not part:
        return None
    known = (f"{family}_{part}" for family in FAMILIES)
    return next(word for word in known if word in voice.messages)


def anchor_of(key: str) -> str:
    """Return a figure's name as an anchor."""
    return key.replace(".", "-").replace("_", "-").lower()


def lists_of(
    chapter: Chapter, voice: Voice, period: Period, longest: int | None = None
) -> tuple[CountedList, ...]:
    """Return the lists behind the figures of a chapter; figures of the same list share it.

    `longest` is how many entries of a list are wanted, None for all.
    """
    shared: dict[tuple[tuple[str, ...], tuple[int, ...]], list[Figure]] = {}
    for figure in chapter.figures:
        if figure.folders:
            shared.setdefault((figure.folders, figure.values), []).append(figure)
    lists = [_list(figures, voice, longest) for figures in shared.values()]
    return (*lists, *_days_off(chapter, voice, period))


def _list(figures: list[Figure], voice: Voice, longest: int | None) -> CountedList:
    first = figures[0]
    each = first.values or (None,) * len(first.folders)
    return CountedList(
        anchor=anchor_of(first.key),
        lines=lines_of(figures, voice, lambda _: None),
        entries=tuple(
            counted(
                voice, folder, Amount(value, first.measure.value) if value is not None else None
            )
            for folder, value in zip(first.folders[:longest], each[:longest], strict=True)
        ),
        left=max(0, len(first.folders) - longest) if longest else 0,
    )


def _days_off(chapter: Chapter, voice: Voice, period: Period) -> Iterator[CountedList]:
    """Yield what the working days were counted without: the days off that are no weekend."""
    counted_days = [figure for figure in chapter.figures if figure.key == "working_days"]
    if not counted_days:
        return
    weekdays = (h for h in voice.site.office.holidays if h.on in period and h.on.weekday() < 5)
    entries = tuple(
        Counted(title=voice.said(holiday.name), on=holiday.on)
        for holiday in sorted(weekdays, key=lambda holiday: holiday.on)
    )
    if entries:
        lines = lines_of(counted_days, voice, lambda _: None)
        yield CountedList(anchor="working-days", lines=lines, entries=entries)


def list_anchors(lists: Iterable[CountedList]) -> dict[str, str]:
    """Return by the name of each figure the anchor of its list."""
    return {line.key: one.anchor for one in lists for line in one.lines}


def counted(voice: Voice, folder: str, amount: Amount | None = None) -> Counted:
    """Return a publication as lists behind figures show it: from its listing alone."""
    site, listing = voice.site, voice.site.by_folder[folder]
    on = listing.on if listing.is_dated else None
    titles, slugs = dict(listing.titles), dict(listing.slugs)
    title = Said(titles.get(voice.tag) or titles[listing.original])
    if voice.tag not in titles:
        title = Said(title.text, listing.original)
    if EXPIRED in site.letters[folder]:
        title = Said(voice.messages[f"kind_{listing.kind.name}"])
    duty = site.office.duty_of(listing.kind.name, voice.language.written)
    tag = voice.tag if voice.tag in slugs or duty is not Duty.OPTIONAL else listing.original
    slug = slugs.get(tag, listing.reference.short_name)
    return Counted(
        title=title,
        on=on,
        address=voice.addresses.item(tag, listing.kind, on, slug),
        lang=tag if tag != voice.tag else None,
        amount=amount,
    )


def charts_of(chapter: Chapter, voice: Voice) -> tuple[Chart, ...]:
    """Return the charts of a chapter: of the parts of a figure, and of months."""
    charts = []
    family = CHARTS.get(chapter.name)
    parts = [one for one in chapter.figures if one.value and one.key.startswith(f"{family}.")]
    if family and len(parts) > 1:
        bars = (Bar(part_of(one.key, voice) or "", amount_of(one, _nowhere)) for one in parts)
        charts.append(Chart(family, tuple(bars)))
    months = _months(chapter)
    if len(months) > 1:
        columns = tuple(Bar(month, Amount(number)) for month, number in months.items())
        charts.append(Chart("months", columns, columns=True))
    return tuple(charts)


def _nowhere(_: Figure) -> None:
    return None


def _months(chapter: Chapter) -> dict[date, int]:
    """Return how many communications there were in each month that had any, in order."""
    folders = next((one.folders for one in chapter.figures if one.key == BY_MONTH), ())
    months = Counter(folder.split("/", 2)[1] + folder.split("/", 3)[2][:2] for folder in folders)
    return {date(int(m[:4]), int(m[4:]), 1): months[m] for m in sorted(months)}
