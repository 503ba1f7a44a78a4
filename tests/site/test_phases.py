"""What the site finds true of a publication is what the publication itself says, at any moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.build.store import Store
from tellal.compiler.archive import Archive
from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.compiler.packing import store_of
from tellal.domain.editions import Publication
from tellal.domain.facts import KINDS, AccessRequest, Act, Facts, Suspension
from tellal.domain.facts.acts import Session, SessionStatus
from tellal.domain.facts.competitions import Competition, Consultation, Stage
from tellal.domain.facts.press import Gathering, Notice
from tellal.domain.office import Holiday, Office
from tellal.domain.publication import Common, Withdrawal, WithdrawalReason
from tellal.domain.values import Key, Reference
from tellal.outputs.catalogues import compile_words
from tellal.outputs.words import messages_of
from tellal.pages.plan import plan_pages
from tellal.site.listings import listing_of
from tellal.site.phases import letters
from tellal.site.requests import course_of
from tellal.site.shelf import Memory
from tellal.site.site import Site
from tellal.site.states import state_of
from tests.domain.test_clock import lives
from tests.golden.accept import ROOT, URL, build_golden, golden_content
from tests.offices import with_days_off
from tests.test_promises import office

ZONES = [ZoneInfo(name) for name in ("Europe/Belgrade", "America/New_York", "Africa/Cairo")]
KIND = {kind.name: kind for kind in KINDS}
CLOCK_CHANGES = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 4, 23, 22, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
]
days = st.dates(date(2026, 3, 27), date(2026, 4, 26)) | st.sampled_from([date.min, date.max])
moments = st.builds(
    lambda base, minutes: base + timedelta(minutes=minutes),
    st.sampled_from(CLOCK_CHANGES),
    st.integers(-3000, 3000),
)


def facts_of(name: str, clock: st.SearchStrategy[datetime]) -> st.SearchStrategy[Facts]:
    """Return the facts of a kind, turning near a change of the clocks."""
    maybe, some_day = st.none() | clock, st.none() | days
    drawn: dict[str, st.SearchStrategy[Facts]] = {
        "notice": st.builds(Notice, until=some_day),
        "invitation": st.builds(Gathering, starts=clock, ends=maybe),
        "competition": st.builds(
            Competition, closes=clock, stage=st.sampled_from(Stage), stage_on=some_day
        ),
        "consultation": st.builds(
            Consultation, opens=days, closes=days, adopted_as=st.none() | st.just(SITTING)
        ),
        "session": st.builds(
            Session,
            body=st.just(Key("assembly")),
            starts=clock,
            ends=maybe,
            status=st.sampled_from(SessionStatus),
            status_on=some_day,
        ),
        "regulation": st.builds(
            Act,
            body=st.just(Key("assembly")),
            adopted=days,
            registered_at_ministry=some_day,
            published=some_day,
            in_force=some_day,
            suspended=st.lists(st.builds(Suspension, since=days, until=some_day), max_size=2).map(
                tuple
            ),
        ),
    }
    return drawn[name]


SITTING = Reference("sessions/2026/03-28-a")
WITH_TURNS = ["notice", "invitation", "competition", "consultation", "session", "regulation"]


@st.composite
def publications(draw: st.DrawFn, zone: ZoneInfo) -> Publication:
    """Draw a publication whose life turns near a change of the clocks."""
    clock = moments.map(lambda moment: moment.astimezone(zone))
    name = draw(st.sampled_from(WITH_TURNS))
    kind = KIND[name]
    facts = draw(facts_of(name, clock))
    gone = Withdrawal(on=draw(days), reason=WithdrawalReason.ANNULLED)
    common = Common(
        date=date(2026, 3, 28),
        publish_at=draw(st.none() | clock),
        expires=draw(st.none() | days),
        withdrawn=draw(st.sampled_from([None, gone])),
    )
    return Publication(
        reference=Reference(f"{kind.collection}/2026/03-28-a"),
        kind=kind,
        common=common,
        facts=facts,
        original="sq",
        editions=(),
        files=(),
    )


@given(st.data(), st.sampled_from(ZONES), st.integers(0, 40) | st.just(999_999_999))
def test_site_finds_at_any_moment_what_the_publication_says(
    data: st.DataObject, zone: ZoneInfo, grace: int
) -> None:
    publication = data.draw(publications(zone))
    known = office_with(grace)
    listing = listing_of(publication, known, zone)
    shelf = Memory({listing.folder: publication}, {})
    turns = [datetime.fromtimestamp(at, zone) for at, _ in listing.phases[1:]]
    near = [turn + timedelta(minutes=by) for turn in turns for by in (-1, 0, 1)]
    for as_of in [data.draw(moments).astimezone(zone), *near]:
        site = Site(known, as_of, (listing,), shelf)
        assert site.letters[listing.folder] == letters(publication, known, as_of)


def office_with(grace_days: int) -> Office:
    """Return the office with another period of grace."""
    known = office()
    return replace(known, card=replace(known.card, grace_days=grace_days))


RANKS = {
    "notice": ["open", "over"],
    "invitation": ["upcoming", "live", "over"],
    "competition": ["open", "closing_soon", "closed", "results", "cancelled"],
    "consultation": ["upcoming", "open", "closing_soon", "closed", "results"],
    "session": ["scheduled", "live", "over", "held", "interrupted", "postponed", "cancelled"],
}


@given(st.data(), st.sampled_from(ZONES))
def test_no_state_comes_back_and_none_turns_where_no_phase_begins(
    data: st.DataObject, zone: ZoneInfo
) -> None:
    publication = replace(data.draw(publications(zone)), common=Common(date=date(2026, 3, 28)))
    phases = listing_of(publication, office(), zone).phases
    turns = [at for at, _ in phases[1:]]
    times = sorted({*turns, *(at - 1 for at in turns), *(at + 3599 for at in turns)})
    states = [state_of(publication, office(), datetime.fromtimestamp(at, zone)) for at in times]

    known = [RANKS[publication.kind.name].index(state) for state in states if state]
    assert known == sorted(known)
    for before, after, old, new in zip(times, times[1:], states, states[1:], strict=False):
        assert old == new or any(before < turn <= after for turn in turns)


@given(lives(), st.sampled_from(ZONES), st.integers(-10, 130), st.integers(0, 86399))
def test_request_stands_all_through_a_phase_as_at_its_beginning(
    life: tuple[AccessRequest, list[Holiday]], zone: ZoneInfo, day: int, second: int
) -> None:
    asked, holidays = life
    place = with_days_off(*holidays)
    folder = f"requests/{asked.received:%Y/%m-%d}-a"
    publication = Publication(
        reference=Reference(folder),
        kind=KIND["request"],
        common=Common(date=asked.received),
        facts=asked,
        original="sq",
        editions=(),
        files=(),
    )
    as_of = datetime.combine(asked.received + timedelta(days=day), datetime.min.time(), zone)
    as_of = (as_of.astimezone(UTC) + timedelta(seconds=second)).astimezone(zone)
    listing = listing_of(publication, place, zone)
    since = max(at for at, _ in listing.phases if at <= as_of.timestamp())
    begun = datetime.fromtimestamp(since, zone)
    assert course_of(asked, place, as_of) == course_of(asked, place, begun)


@pytest.mark.parametrize("as_of", ["2026-03-31T12:00", "2026-01-20T12:00", "2026-04-02T18:00"])
def test_pages_are_planned_alike_from_memory_and_from_the_store(tmp_path: Path, as_of: str) -> None:
    """All but the index of the search, which is filed as of the moment of the build."""
    build_golden(tmp_path / "output", tmp_path / "cache")
    store = Store(store_of(tmp_path / "cache", tmp_path / "output"))
    memory = compile_site(
        golden_content(tmp_path / "cache-content"),
        Moments(as_of, None, datetime(1999, 1, 1, tzinfo=UTC)),
    )
    stored = Archive(store).site(memory.as_of)
    messages = messages_of(compile_words(ROOT / "theme", memory.office.languages))
    from_memory, from_store = (
        [page for page in plan_pages(site, URL, messages) if page.maker != "script"]
        for site in (memory, stored)
    )
    store.close()

    assert from_memory == from_store
    assert len(from_memory) > 50
