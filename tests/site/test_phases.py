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
from tellal.domain.facts.press import Gathering, Notice
from tellal.domain.office import Holiday
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
from tests.domain.test_clock import lives
from tests.golden.accept import CONTENT, ROOT, URL, build_golden
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


acts = st.builds(
    Act,
    body=st.just(Key("assembly")),
    adopted=days,
    registered_at_ministry=st.none() | days,
    published=st.none() | days,
    in_force=st.none() | days,
    suspended=st.lists(st.builds(Suspension, since=days, until=st.none() | days), max_size=2).map(
        tuple
    ),
)


@st.composite
def publications(draw: st.DrawFn, zone: ZoneInfo) -> Publication:
    """Draw a publication whose life turns near a change of the clocks."""
    clock = moments.map(lambda moment: moment.astimezone(zone))
    name = draw(st.sampled_from(["notice", "invitation", "decision", "regulation"]))
    kind = KIND[name]
    facts: Facts = Notice(until=draw(st.none() | days))
    if name == "invitation":
        facts = Gathering(starts=draw(clock), ends=draw(st.none() | clock))
    if kind.facts is Act:
        facts = draw(acts)
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
    owing = replace(office(), card=replace(office().card, grace_days=grace))
    listing = listing_of(publication, owing, zone)
    shelf = Memory({listing.folder: publication}, {})
    turns = [datetime.fromtimestamp(at, zone) for at, _ in listing.phases[1:]]
    near = [turn + timedelta(minutes=by) for turn in turns for by in (-1, 0, 1)]
    for as_of in [data.draw(moments).astimezone(zone), *near]:
        site = Site(owing, as_of, (listing,), shelf)
        assert site.letters[listing.folder] == letters(publication, owing, as_of)


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
    build_golden(tmp_path / "output", tmp_path / "cache")
    store = Store(store_of(tmp_path / "cache", tmp_path / "output"))
    memory = compile_site(CONTENT, Moments(as_of, None, datetime(1999, 1, 1, tzinfo=UTC)))
    stored = Archive(store).site(memory.as_of)
    messages = messages_of(compile_words(ROOT / "theme", memory.office.languages))
    from_memory, from_store = (list(plan_pages(site, URL, messages)) for site in (memory, stored))
    store.close()

    assert from_memory == from_store
    assert len(from_memory) > 50
