"""What may be seen as of a moment, and in which order."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date

from tellal.domain.editions import Publication
from tellal.domain.values import Reference
from tellal.site.listings import Listing
from tellal.site.site import Site, build_site
from tests.conftest import CompileTexts
from tests.pages.told import text


def release(day: str, name: str, *facts: str) -> dict[str, str]:
    return {f"releases/2026/{day}-{name}/index.sq.md": text(name, *facts)}


def names(publications: Iterable[Publication | Listing]) -> list[str]:
    return [publication.reference.short_name for publication in publications]


# --- what may be seen ---


def test_publication_is_hidden_until_the_day_of_its_issue(compile_texts: CompileTexts) -> None:
    files = release("04-02", "bora")

    assert names(compile_texts(files, "2026-04-01T23:59").publications) == []
    assert compile_texts(files, "2026-04-01T23:59").waiting == 1
    assert names(compile_texts(files, "2026-04-02T00:00").publications) == ["bora"]
    assert compile_texts(files, "2026-04-02T00:00").waiting == 0


def test_publication_with_a_time_is_hidden_until_then(compile_texts: CompileTexts) -> None:
    files = release("04-02", "bora", "time: 14:30")

    assert names(compile_texts(files, "2026-04-02T14:29").publications) == []
    assert names(compile_texts(files, "2026-04-02T14:30").publications) == ["bora"]


def test_publish_at_wins_over_the_day_of_issue_in_both_directions(
    compile_texts: CompileTexts,
) -> None:
    later = release("03-12", "me-vone", "publish_at: 2026-04-02 08:00")
    earlier = release("05-01", "me-heret", "publish_at: 2026-04-02 08:00")

    assert names(compile_texts(later | earlier, "2026-04-02T07:59").publications) == []
    assert names(compile_texts(later | earlier, "2026-04-02T08:00").publications) == [
        "me-heret",
        "me-vone",
    ]


def test_embargo_wins_over_all_else(compile_texts: CompileTexts) -> None:
    files = release("03-12", "bora", "publish_at: 2026-03-12 08:00", "embargo: 2026-04-02 10:00")

    assert names(compile_texts(files, "2026-04-02T09:59").publications) == []
    assert names(compile_texts(files, "2026-04-02T10:00").publications) == ["bora"]


def test_moment_is_on_the_clock_of_the_office_in_summer_and_in_winter(
    compile_texts: CompileTexts,
) -> None:
    summer = release("07-01", "vera", "time: 10:00")
    winter = release("01-10", "dimri", "time: 10:00")

    assert names(compile_texts(summer, "2026-07-01T07:59+00:00").publications) == []
    assert names(compile_texts(summer, "2026-07-01T08:00+00:00").publications) == ["vera"]
    assert names(compile_texts(winter, "2026-01-10T08:59+00:00").publications) == []
    assert names(compile_texts(winter, "2026-01-10T09:00+00:00").publications) == ["dimri"]


def test_standing_page_may_always_be_seen(compile_texts: CompileTexts) -> None:
    site = compile_texts({"pages/per-ne/index.sq.md": text("Për ne")}, "1999-01-01T00:00")

    assert names(site.pages) == ["per-ne"]
    assert site.listed == ()


def test_what_waits_cannot_be_found(compile_texts: CompileTexts) -> None:
    site = compile_texts(release("04-02", "bora"))

    assert site.find(Reference("releases/2026/04-02-bora")) is None
    assert site.sections == {}


# --- the order of lists ---


def test_newest_stands_first_and_of_one_day_the_latest(compile_texts: CompileTexts) -> None:
    site = compile_texts(
        release("03-12", "pa-ore")
        | release("03-12", "mengjes", "time: 08:00")
        | release("03-12", "mbremje", "time: 20:00")
        | release("03-13", "neser")
        | release("03-11", "dje", "time: 23:59")
    )

    assert names(site.listed) == ["neser", "mbremje", "mengjes", "pa-ore", "dje"]


def test_what_was_held_back_stands_at_the_day_of_its_issue(compile_texts: CompileTexts) -> None:
    held_back = release("03-12", "me-vone", "publish_at: 2026-03-20 08:00")
    site = compile_texts(held_back | release("03-15", "bora"))

    assert names(site.listed) == ["bora", "me-vone"]


def test_order_does_not_depend_on_the_order_of_files(compile_texts: CompileTexts) -> None:
    files: dict[str, str] = {}
    for day in range(1, 20):
        files |= release(f"03-{day // 3 + 1:02}", f"bora-{day}")
    site = compile_texts(files)
    shuffled = list(site.publications)
    random.Random(1).shuffle(shuffled)

    assert build_site(shuffled, site.office, site.as_of, {}).publications == site.publications


def test_pages_of_the_menu_come_first_in_its_order(compile_texts: CompileTexts) -> None:
    site = compile_texts(
        {
            "pages/a/index.sq.md": text("A"),
            "pages/b/index.sq.md": text("B", "menu: 2"),
            "pages/c/index.sq.md": text("C", "menu: 1"),
            "pages/d/index.sq.md": text("D", "menu: 0"),
        }
    )

    assert names(site.pages) == ["d", "c", "b", "a"]


def event(name: str, starts: str, *facts: str) -> dict[str, str]:
    return {f"invitations/2026/03-01-{name}/index.sq.md": text(name, f"starts: {starts}", *facts)}


def session(name: str, starts: str, *facts: str) -> dict[str, str]:
    stated = ("body: assembly", f"starts: {starts}", *facts)
    return {f"sessions/2026/03-01-{name}/index.sq.md": text(name, *stated)}


def test_events_that_come_or_are_live_stand_in_the_order_of_their_start(
    compile_texts: CompileTexts,
) -> None:
    files = (
        event("maj", "2026-05-01 10:00")
        | session("prill", "2026-04-01 10:00")
        | event("sot", "2026-03-31 12:01")
        | event("tani", "2026-03-31 12:00", "ends: 2026-03-31 14:00")
        | event("dje", "2026-03-30 10:00")
    )

    assert names(compile_texts(files).upcoming) == ["tani", "sot", "prill", "maj"]


def test_what_was_cancelled_postponed_or_withdrawn_is_not_upcoming(
    compile_texts: CompileTexts,
) -> None:
    files = (
        session("anuluar", "2026-04-01 10:00", "status: cancelled")
        | session(
            "shtyre", "2026-04-02 10:00", "status: postponed", "postponed_to: 2026-04-09 10:00"
        )
        | event("hequr", "2026-04-03 10:00", "withdrawn: {on: 2026-03-20, reason: annulled}")
        | event("mbetet", "2026-04-04 10:00")
    )

    assert names(compile_texts(files).upcoming) == ["mbetet"]


def open_things() -> dict[str, str]:
    """Return a notice, a competition and a consultation that close on three days."""
    files = {
        "consultations/2026/03-01-parkimi/index.sq.md": text(
            "Parkimi", "opens: 2026-03-01", "closes: 2026-04-10"
        )
    }
    for folder, fact in (
        ("notices/2026/03-01-uji", "until: 2026-04-20"),
        ("notices/2026/03-02-pa-afat", "number: 1"),
        ("competitions/2026/03-01-edukatore", "closes: 2026-04-05 15:00"),
    ):
        files[f"{folder}/index.sq.md"] = text(folder, fact)
        files[f"{folder}/index.sr.md"] = text(folder)
    return files


def test_what_is_open_stands_in_the_order_of_its_last_day(compile_texts: CompileTexts) -> None:
    site = compile_texts(open_things())

    assert names(site.open_now) == ["edukatore", "parkimi", "uji"]
    days = [date.fromordinal(listing.closes).day for listing in site.open_now]
    assert days == [5, 10, 20]


def test_what_closes_leaves_the_open_ones_at_its_moment(compile_texts: CompileTexts) -> None:
    for as_of, left in (
        ("2026-04-05T15:00", ["edukatore", "parkimi", "uji"]),
        ("2026-04-05T15:01", ["parkimi", "uji"]),
        ("2026-04-10T23:59", ["parkimi", "uji"]),
        ("2026-04-11T00:00", ["uji"]),
        ("2026-04-21T00:00", []),
    ):
        assert names(compile_texts(open_things(), as_of).open_now) == left


# --- groups and relations ---


def grouped(site: Site) -> dict[str, list[str]]:
    return {key: names(some) for key, some in site.directorates.items()}


def test_directorates_and_tags_hold_what_names_them_newest_first(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(
        release("03-12", "bora", "directorate: culture", "tags: [Rrugët, dimri]")
        | release("03-13", "akulli", "directorate: culture", "tags: rruget")
        | release("03-14", "era")
    )

    assert grouped(site) == {"culture": ["akulli", "bora"]}
    assert {slug: names(some) for slug, some in site.tags.items()} == {
        "rruget": ["akulli", "bora"],
        "dimri": ["bora"],
    }
    assert site.tag_names["rruget"] == "Rrugët"  # as it was first written


def test_what_was_withdrawn_names_nobody_back(compile_texts: CompileTexts) -> None:
    target = "releases/2026/03-10-bora"
    files = release("03-10", "bora") | release("03-12", "akulli", f"about: {target}")
    withdrawn = files | release(
        "03-12", "akulli", f"about: {target}", "withdrawn: {on: 2026-03-20, reason: annulled}"
    )

    for written, named in ((files, {"mentioned_in": ["akulli"]}), (withdrawn, {})):
        site = compile_texts(written)
        back = site.relations(target)
        assert {key: names(some) for key, some in back.items()} == named


def test_publication_that_names_another_twice_is_named_back_once(
    compile_texts: CompileTexts,
) -> None:
    target = "releases/2026/03-10-bora"
    link = f"[a]({{filename}}/{target}/index.sq.md) [b]({{filename}}/{target}/index.sq.md#s-tjeter)"
    files = release("03-10", "bora") | {
        "releases/2026/03-12-akulli/index.sq.md": text("x", f"about: {target}", body=link)
    }
    files[f"{target}/index.sq.md"] += "\n## Tjetër\n"
    site = compile_texts(files)

    assert {key: names(some) for key, some in site.relations(target).items()} == {
        "mentioned_in": ["akulli"]
    }
