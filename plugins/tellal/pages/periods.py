"""Working -> a period of the law as pages show it, day by day, with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tellal.domain.periods import Working
from tellal.domain.values import Words
from tellal.pages.views import DayShown, Link, PeriodShown, Said
from tellal.pages.voice import Voice

ADDRESS = re.compile(r"https?://[^\s;,]+")


def period_shown(key: str, event: str, working: Working, voice: Voice) -> PeriodShown:
    """Return a period of the law, by the keys of its name and of what its day zero was."""
    row = working.deadline
    return PeriodShown(
        key=key,
        event=event,
        value=row.value,
        unit=row.unit.value,
        starts=working.starts,
        due=working.due,
        moved=working.moved,
        days=tuple(_days(working, voice)),
        source=source_shown(row.source, voice),
        confidence=row.confidence.value,
    )


def _days(working: Working, voice: Voice) -> Iterator[DayShown]:
    for day in working.days:
        holiday = day.holiday
        yield DayShown(
            on=day.on,
            step=day.step.value,
            number=day.number,
            holiday=voice.said(holiday.name) if holiday else None,
            announced=holiday.announced if holiday else None,
            is_estimate=bool(holiday and holiday.estimate),
            is_due=day.on == working.due,
        )


def source_shown(source: str, voice: Voice) -> tuple[Said | Link, ...]:
    """Return where a period was read, in the office's words, its addresses as links."""
    language = voice.site.office.card.languages[0]
    parts: list[Said | Link] = []
    place = 0
    for match in ADDRESS.finditer(source):
        if before := source[place : match.start()].strip(" ;,"):
            parts.append(voice.said(Words(((language, before),))))
        parts.append(Link(urlsplit(match[0]).netloc, match[0]))
        place = match.end()
    if rest := source[place:].strip(" ;,"):
        parts.append(voice.said(Words(((language, rest),))))
    return tuple(parts)
