"""Dates make sense together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from tellal.checks.collection import Collection
from tellal.domain.editions import Publication
from tellal.domain.facts import AccessRequest, Outcome
from tellal.domain.findings import Finding, finding

DISORDER = (
    "{later} ({later_day}) is before {earlier} ({earlier_day}). Correct one of the two dates."
)
NO_OUTCOME = 'The request was answered, but "outcome" is missing. Add a line "outcome: …".'
NO_ANSWER = 'The request has an outcome, but "answered" is missing. Add a line "answered: …".'
NO_FORWARDING = 'The outcome is "forwarded", but "forwarded" does not say to whom and when. Add it.'

EARLY = (
    "translated_at ({followed}) is before the original was published ({published}). Write the "
    "moment at which this language followed."
)

# (earlier, later): the later fact may not lie before the earlier one.
ORDER = (
    ("starts", "ends"),
    ("date", "until"),
    ("date", "expires"),
    ("date", "closes"),
    ("opens", "closes"),
    ("called_on", "starts"),
    ("called_on", "status_on"),
    ("date", "stage_on"),
    ("starts", "postponed_to"),
    ("adopted", "registered_at_ministry"),
    ("adopted", "published"),
    ("adopted", "in_force"),
    ("received", "answered"),
    ("received", "extended.on"),
    ("received", "forwarded.on"),
    ("answered", "complaint.on"),
    ("period_from", "period_until"),
    ("date", "withdrawn.on"),
)


def check_dates_follow_each_other(collection: Collection) -> Iterator[Finding]:
    """What comes later in life does not come earlier in the facts."""
    for publication in collection.publications:
        for earlier, later in ORDER:
            first, second = _fact(publication, earlier), _fact(publication, later)
            line = publication.line_of(later)
            yield from _disorder(publication, line, (earlier, first), (later, second))
        for suspension in getattr(publication.facts, "suspended", ()):
            line = publication.line_of("suspended", suspension.until or "")
            first, second = suspension.since, suspension.until
            yield from _disorder(publication, line, ("since", first), ("until", second))


def _disorder(
    publication: Publication,
    line: int,
    first: tuple[str, date | None],
    second: tuple[str, date | None],
) -> Iterator[Finding]:
    (earlier, earlier_day), (later, later_day) = first, second
    if earlier_day is None or later_day is None:
        return
    if _comparable(later_day, earlier_day) < earlier_day:
        yield finding(
            publication.path,
            line,
            "dates-disorder",
            DISORDER,
            earlier=earlier,
            later=later,
            earlier_day=str(earlier_day)[:16],
            later_day=str(later_day)[:16],
        )


def _fact(publication: Publication, key: str) -> date | None:
    name, _, inner = key.partition(".")
    for record in (publication.facts, publication.common):
        value = getattr(record, name, None)
        if inner and value is not None:
            value = getattr(value, inner)
        if isinstance(value, date):
            return value
    return None


def _comparable(second: date, first: date) -> date:
    """Return the second date in a form that compares with the first: a day is its whole day."""
    if isinstance(second, datetime) and not isinstance(first, datetime):
        return second.date()
    if isinstance(first, datetime) and not isinstance(second, datetime):
        return datetime.combine(second, datetime.max.time(), tzinfo=first.tzinfo)
    return second


def check_translations_follow_their_original(collection: Collection) -> Iterator[Finding]:
    """How long a language took is counted from the original, so it was not there before it."""
    for publication in collection.publications:
        published = publication.public_from(collection.as_of.tzinfo)
        for edition in publication.editions:
            followed = edition.translated_at
            if followed and followed.timestamp() < published.timestamp():
                yield finding(
                    edition.path,
                    0,
                    "translation-early",
                    EARLY,
                    followed=f"{followed:%Y-%m-%d %H:%M}",
                    published=f"{published:%Y-%m-%d %H:%M}",
                )


def check_answers_have_an_outcome(collection: Collection) -> Iterator[Finding]:
    """A request that was answered says how, and one that ended says when."""
    silent = (Outcome.FORWARDED, Outcome.WITHDRAWN, Outcome.NO_RESPONSE)
    for publication in collection.publications:
        facts = publication.facts
        if not isinstance(facts, AccessRequest):
            continue
        if facts.answered and facts.outcome is None:
            yield _incomplete(publication, "answered", NO_OUTCOME)
        if facts.outcome and facts.outcome not in silent and facts.answered is None:
            yield _incomplete(publication, "outcome", NO_ANSWER)
        if facts.outcome is Outcome.FORWARDED and facts.forwarded is None:
            yield _incomplete(publication, "outcome", NO_FORWARDING)


def _incomplete(publication: Publication, key: str, message: str) -> Finding:
    return finding(publication.path, publication.line_of(key), "request-incomplete", message)
