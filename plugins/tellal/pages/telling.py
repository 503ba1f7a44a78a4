"""Figures -> the sentences of the office's report: what each chapter claims, number by number.

A sentence is left out where what it counts did not occur, but for the first of its chapter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tellal.domain.facts import KINDS
from tellal.pages.figures import Target
from tellal.pages.teller import Teller
from tellal.pages.views import Amount, Sentence, Term
from tellal.pages.views.figures import Argument
from tellal.pages.voice import Voice
from tellal.site.figures import Measure
from tellal.site.reports import Chapter

SECTIONS = {kind.name: f"section_{kind.collection}" for kind in KINDS}


def sentences_of(chapter: Chapter, voice: Voice, target: Target) -> tuple[Sentence, ...]:
    """Return what a chapter says."""
    return tuple(TELLERS[chapter.name](Teller(chapter, voice, target)))


def _communications(told: Teller) -> Iterator[Sentence]:
    yield told.counted(
        "report_communications", "communications", kinds=told.phrases("communications")
    )
    yield told.counted(
        "report_working_days",
        "working_days",
        rate=told.amount("communications_per_day"),
        releases=told.amount("communications_per_day.release"),
    )
    if told.has("communications"):
        rates = told.pairs("communications_per_day")
        yield Sentence("report_rates", (("rates", rates),))
    if any(told.parts("procedures")):
        yield Sentence("report_procedures", (("calls", told.phrases("procedures")),))


def _speed(told: Teller) -> Iterator[Sentence]:
    times = ("median", "p90", "fastest")
    medians = [key for key in told.figures if key.startswith("publication_minutes_median.")]
    for part in (key.partition(".")[2] for key in medians):
        spans = ((name, told.amount(f"publication_minutes_{name}.{part}")) for name in times)
        yield Sentence("report_speed", (("kind", Term(SECTIONS[part])), *spans))
        median = told.figures[f"publication_minutes_median.{part}"]
        measured = Amount(median.of, to=told.target(median))
        yield Sentence("report_measured", (("n", measured),), "n")
    if told.has("second_language_minutes_p90"):
        seconds = (("median", "median"), ("p90", "p90"))
        spans = ((name, told.amount(f"second_language_minutes_{key}")) for name, key in seconds)
        yield Sentence("report_second", tuple(spans))
    yield from told.some(
        ("report_second_unknown", "second_language_unknown"),
        ("report_second_none", "second_language_none"),
    )


def _conferences(told: Teller) -> Iterator[Sentence]:
    presenters = told.amount("presenters")
    yield told.counted("report_conferences", "conferences_held", presenters=presenters)
    for who in ("directorate", "enterprise"):
        if any(told.parts(f"{who}_presented")):
            names = told.pairs(f"{who}_presented")
            yield Sentence(f"report_{who}_presented", (("names", names),))


def _requests(told: Teller) -> Iterator[Sentence]:
    categories = told.pairs("requests_received")
    yield told.counted("report_requests", "requests_received", categories=categories)
    yield from told.some(
        ("report_requests_in_time", "requests_in_time"),
        ("report_requests_late", "requests_late"),
        ("report_requests_in_process", "requests_in_process"),
        ("report_requests_overdue", "requests_overdue"),
    )
    if told.has("requests_days_median"):
        yield Sentence("report_requests_days", (("median", told.amount("requests_days_median")),))


def _acts(told: Teller) -> Iterator[Sentence]:
    yield told.counted("report_acts", "acts_published", kinds=told.phrases("acts_published"))
    if any(told.parts("acts_in")):
        yield Sentence("report_acts_languages", (("languages", told.pairs("acts_in")),))
    yield from told.some(
        ("report_acts_both", "acts_in_both_official_languages"),
        ("report_acts_scanned", "acts_scanned_only"),
    )


def _sessions(told: Teller) -> Iterator[Sentence]:
    yield told.counted("report_sessions", "sessions_held")
    held, streamed = told.figures["sessions_held"], told.figures["sessions_streamed"]
    if held.value and streamed.value == held.value:
        streams = replace(told.amount("sessions_streamed"), measure=Measure.COUNT.value)
        yield Sentence("report_sessions_all", (("streamed", streams),))
    else:
        yield from told.some(("report_sessions_streamed", "sessions_streamed"))
    if streamed.value:
        places = ("youtube", "radio")
        where = ((one, told.amount(f"sessions_on_{one}")) for one in places)
        yield Sentence("report_sessions_where", tuple(where))
    yield from told.some(("report_sessions_minutes", "sessions_with_minutes"))


def _languages(told: Teller) -> Iterator[Sentence]:
    yield told.counted("report_published", "published")
    for language in told.voice.site.office.languages:
        tag = language.tag
        names = ("present", "missing", "outdated")
        numbers = ((name, told.amount(f"languages_{name}.{tag}")) for name in names)
        words: tuple[tuple[str, Argument], ...] = (
            ("language", Term(f"language_{tag}")),
            ("published", told.amount("published")),
            *numbers,
        )
        key = "report_language" if told.is_owed(language.written) else "report_language_free"
        yield Sentence(key, words)
    if any(told.parts("official_languages")):
        yield Sentence("report_official", (("kinds", told.shares("official_languages")),))


def _files(told: Teller) -> Iterator[Sentence]:
    yield from told.some(("report_attachments", "attachments"))
    if told.has("photos"):
        undescribed = told.amount("photos_undescribed")
        yield told.counted("report_photos", "photos", undescribed=undescribed)


TELLERS: Mapping[str, Callable[[Teller], Iterator[Sentence]]] = {
    "communications": _communications,
    "speed": _speed,
    "conferences": _conferences,
    "requests": _requests,
    "acts": _acts,
    "sessions": _sessions,
    "languages": _languages,
    "files": _files,
}
