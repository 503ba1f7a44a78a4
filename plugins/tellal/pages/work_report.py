"""Site -> WorkReportView: the office's report of a period in one language, with all its lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tellal.pages.figures import COMPLEMENTS, charts_of, lines_of, list_anchors, lists_of
from tellal.pages.telling import sentences_of
from tellal.pages.views import (
    Amount,
    ChapterView,
    Counted,
    CountedList,
    Day,
    Link,
    Sentence,
    WorkReportView,
)
from tellal.pages.voice import Voice
from tellal.site.figures import MEDIAN, NINETIETH, Figure, Period, nearest_rank
from tellal.site.reports import Chapter, chapters_of

WHOLE = "published"
WAYS_DATA = "releases.csv"
DATA = {"report_figures": "figures.csv", "report_lists": "lists.csv"}


def report_name(tag: str, extension: str) -> str:
    """Return the file of the report in a language."""
    return f"report.{tag}.{extension}"


def report_view(
    voice: Voice, period: Period, digest: str, seconds: Sequence[int] = ()
) -> WorkReportView:
    """Return the report of a period as of the site's moment.

    `seconds` are those that releases took from commit to public; it opens with them if any are
    known. They come from no content, so nothing that is counted depends on them.
    """
    place = voice.place
    return WorkReportView(
        tag=voice.tag,
        office=place.office,
        municipality=place.municipality,
        state=place.state,
        first=period.first,
        last=period.last,
        as_of=voice.site.as_of,
        digest=digest,
        home=f"{voice.host}{place.home}",
        opening=(_opening(period), *_releases(seconds)),
        chapters=tuple(_chapters(voice, period)),
        others=tuple(_others(voice)),
        files=tuple(_files(voice, bool(seconds))),
    )


def _opening(period: Period) -> Sentence:
    """Return the first sentence: which days the report is of."""
    return Sentence("report_opening", (("first", Day(period.first)), ("last", Day(period.last))))


def _releases(seconds: Sequence[int]) -> Iterator[Sentence]:
    """Yield how soon what was committed was public, where that is known."""
    if seconds:
        ordered = sorted(seconds)
        ranks = (("median", MEDIAN), ("p90", NINETIETH))
        known = ((name, Amount(nearest_rank(ordered, percent))) for name, percent in ranks)
        yield Sentence("report_releases", (("n", Amount(len(ordered))), *known), "n")


def _others(voice: Voice) -> Iterator[Link]:
    """Yield the report in the other languages."""
    for language in voice.site.office.languages:
        if language.tag != voice.tag:
            yield Link(language.native, report_name(language.tag, "html"), language.tag)


def _files(voice: Voice, has_releases: bool) -> Iterator[Link]:
    yield Link("PDF", report_name(voice.tag, "pdf"))
    for key, file in DATA.items():
        yield Link(f"{voice.messages[key]} (CSV)", file)
    if has_releases:
        yield Link(f"{voice.messages['report_releases_data']} (CSV)", WAYS_DATA)


def _chapters(voice: Voice, period: Period) -> Iterator[ChapterView]:
    """Yield the chapters; a figure leads to its list, wherever in the report that stands."""
    counted = chapters_of(voice.site, period)
    lists = {
        one.name: tuple(_absolute(each, voice.host) for each in lists_of(one, voice, period))
        for one in _with_lists(counted)
    }
    anchors = list_anchors(each for some in lists.values() for each in some)
    yield from (_chapter(one, voice, lists[one.name], anchors) for one in counted)


def _with_lists(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    """Yield the chapters with those figures whose list stands there: each list stands once."""
    first: dict[object, str] = {}
    standing: dict[str, list[Figure]] = {}
    for chapter in chapters:
        standing[chapter.name] = []
        for figure in chapter.figures:
            behind = (figure.folders, figure.values) if figure.folders else figure.key
            if not _is_complement(figure):
                standing[first.setdefault(behind, chapter.name)].append(figure)
    yield from (Chapter(name, tuple(figures)) for name, figures in standing.items())


def _chapter(
    chapter: Chapter, voice: Voice, lists: tuple[CountedList, ...], anchors: dict[str, str]
) -> ChapterView:
    def target(figure: Figure) -> str | None:
        anchor = (
            anchors.get(_listed_as(figure.key, anchors)) if figure.folders or figure.value else None
        )
        return f"#{anchor}" if anchor else None

    return ChapterView(
        name=chapter.name,
        lines=lines_of(chapter.figures, voice, target),
        charts=charts_of(chapter, voice),
        sentences=sentences_of(chapter, voice, target),
        lists=lists,
    )


def _is_complement(figure: Figure) -> bool:
    return figure.key.partition(".")[0] in COMPLEMENTS


def _listed_as(key: str, anchors: dict[str, str]) -> str:
    """Return the figure whose list a figure leads to: its own, or that of what is not there."""
    name, _, tag = key.partition(".")
    if name not in COMPLEMENTS:
        return key
    other = f"{COMPLEMENTS[name]}.{tag}"
    return other if other in anchors else WHOLE


def _absolute(one: CountedList, host: str) -> CountedList:
    """Return a list whose links lead to the site from anywhere."""
    return replace(one, entries=tuple(_from_anywhere(entry, host) for entry in one.entries))


def _from_anywhere(entry: Counted, host: str) -> Counted:
    return replace(entry, address=f"{host}{entry.address}") if entry.address else entry
