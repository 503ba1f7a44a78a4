"""The figures of the sessions of a period: held, broadcast, with minutes, called in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tellal.domain.editions import Publication
from tellal.domain.facts import Session
from tellal.domain.office import Unit
from tellal.domain.swift_dataclasses import dataclass
from tellal.site.conferences import begun_in
from tellal.site.figures import MEDIAN, Figure, Period, count_of, percentile_of
from tellal.site.figures import Measure as MeasuredIn
from tellal.site.measures import Measure, minutes_of, notice_of
from tellal.site.sessions import NOT_YET, minutes_for
from tellal.site.site import Site
from tellal.site.standing import state_in


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session that was held, with its minutes as far as there are any."""

    folder: str
    facts: Session
    state: str
    minutes: Publication | None


def session_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return the figures of the sessions that were to be held in a period."""
    called = [(one.folder, site.whole(one)) for one in begun_in(site, period, "session")]
    held = tuple(_held(site, called))
    folders = tuple(one.folder for one in held)
    put_off = (f for f, one in called if state_in(site, one) in ("postponed", "cancelled"))
    return (
        count_of("sessions_held", folders),
        count_of("sessions_called_off", put_off, of=len(called)),
        _which("sessions_interrupted", held, lambda one: one.state == "interrupted"),
        _which("sessions_streamed", held, _is_streamed),
        _which("sessions_on_youtube", held, _is_on_youtube),
        _which("sessions_on_radio", held, _is_on_radio),
        _which("sessions_recorded", held, _is_recorded),
        *_notices(site, held),
        *_minutes(site, held),
    )


def _held(site: Site, called: Iterable[tuple[str, Publication]]) -> Iterator[Sitting]:
    for folder, publication in called:
        state = state_in(site, publication) or ""
        if state not in NOT_YET and isinstance(publication.facts, Session):
            minutes = minutes_for(site, publication.reference)
            yield Sitting(folder, publication.facts, state, minutes)


def _which(key: str, held: tuple[Sitting, ...], holds: Callable[[Sitting], bool]) -> Figure:
    return count_of(key, (one.folder for one in held if holds(one)), of=len(held))


def _is_streamed(one: Sitting) -> bool:
    """Return whether a session was broadcast, by video or by radio."""
    return _is_on_youtube(one) or _is_on_radio(one)


def _is_on_youtube(one: Sitting) -> bool:
    return one.facts.streams is not None and bool(one.facts.streams.youtube)


def _is_on_radio(one: Sitting) -> bool:
    return one.facts.streams is not None and bool(one.facts.streams.radio)


def _is_recorded(one: Sitting) -> bool:
    streams = one.facts.streams
    return streams is not None and bool(streams.recording or streams.archive)


def _notices(site: Site, held: Iterable[Sitting]) -> Iterator[Figure]:
    measured = {one.folder: notice_of(one.facts, site.office) for one in held}
    ruled = {folder: m for folder, m in measured.items() if m and m.in_time is not None}
    in_time = (folder for folder, m in ruled.items() if m.in_time)
    yield count_of("sessions_notice_in_time", in_time, of=len(ruled))
    yield _median("sessions_notice_days_median", ruled)


def _minutes(site: Site, held: Iterable[Sitting]) -> Iterator[Figure]:
    sittings = tuple(held)
    written = {one.folder: one for one in sittings if one.minutes}
    yield count_of("sessions_with_minutes", written, of=len(sittings))
    approved = (f for f, one in written.items() if _is_approved(site, one.minutes))
    yield count_of("sessions_minutes_approved", approved, of=len(written))
    found = {f: minutes_of(one.facts, one.minutes, site.office) for f, one in written.items()}
    measured = {folder: measure for folder, measure in found.items() if measure}
    in_time = (folder for folder, measure in measured.items() if measure.in_time)
    yield count_of("sessions_minutes_in_time", in_time, of=len(measured))
    yield _median("sessions_minutes_days_median", measured)


def _is_approved(site: Site, minutes: Publication | None) -> bool:
    return minutes is not None and state_in(site, minutes) == "approved"


def _median(key: str, measured: Mapping[str, Measure]) -> Figure:
    """Return the median of days, in the unit of most: units differ only where the law changed."""
    units = [measure.unit for measure in measured.values()]
    unit = max(sorted(set(units), key=lambda one: one.value), key=units.count, default=None)
    days = {
        folder: measure.days
        for folder, measure in measured.items()
        if measure.unit is unit and measure.days is not None
    }
    is_working = unit is Unit.WORKING_DAYS
    return percentile_of(
        key, days, MEDIAN, MeasuredIn.WORKING_DAYS if is_working else MeasuredIn.DAYS
    )
