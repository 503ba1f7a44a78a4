"""A session binds one agenda: its page, its chapters, its decisions, its minutes."""

from __future__ import annotations

import pytest

from tellal.outputs.render import render
from tellal.pages.plan import plan_pages
from tellal.pages.views import PublicationView
from tellal.site.site import Site
from tests.conftest import OFFICE, CompileTexts
from tests.pages.told import theme

URL = "https://arnishta.example"
SESSION = """---
title: Seanca e parë
body: assembly
starts: 2026-03-05 10:00
status: held
called_on: 2026-02-23
streams:
  youtube: https://www.youtube.com/watch?v=abc_-12345
  radio: Radio Kulla
  archive: https://tube.example/w/aBc123
agenda:
  - number: "1"
    title: Hapja
    at: 0:00:30
  - number: "2"
    title: Parkimi
    at: 0:12:30
    votes: {in_favour: 20, against: 3}
    decision: decisions/2026/03-09-parkimi
  - number: "2.1"
    title: Tarifat
    at: 0:12:30
  - title: Të ndryshme
---

Teksti.
"""
DECISION = """---
title: {title}
number: 01/2026
body: assembly
adopted: 2026-03-05
{more}---

Teksti.
"""
MINUTES = """---
title: Procesverbali
session: sessions/2026/02-23-seanca
---

Teksti.
"""


def plain(title: str) -> str:
    return f"---\ntitle: {title}\n---\n\nTekst.\n"


FILES = {
    "sessions/2026/02-23-seanca/index.sq.md": SESSION,
    "decisions/2026/03-09-parkimi/index.sq.md": DECISION.format(title="Parkimi", more=""),
    "decisions/2026/03-09-parkimi/index.sr.md": plain("Parkiranje"),
    "minutes/2026/03-19-procesverbali/index.sq.md": MINUTES,
    "minutes/2026/03-19-procesverbali/index.sr.md": plain("Zapisnik"),
}
SESSION_PAGE = "sq/seanca/2026/02/seanca"


def rendered(site: Site, path: str) -> str:
    [page] = [one for one in plan_pages(site, URL, theme().messages) if one.path == path]
    view = page.view
    bodies = {view.body: ""} if isinstance(view, PublicationView) else {}
    return render(page, theme(), bodies).decode()


def with_hosts(*hosts: str) -> dict[str, str]:
    card = (OFFICE / "office.yaml").read_text("utf-8")
    return {"office/office.yaml": f"{card}video_hosts: [{', '.join(hosts)}]\n"}


def badge(page: str) -> str:
    return page.partition('<time class="badge badge-live')[2].partition("</time>")[0]


def test_browser_is_told_from_when_to_when_a_session_is_live(compile_texts: CompileTexts) -> None:
    text = SESSION.replace("status: held", "ends: 2026-03-05 12:30")
    files = {**FILES, "sessions/2026/02-23-seanca/index.sq.md": text}
    page = rendered(compile_texts(files, "2026-03-05T11:00"), f"{SESSION_PAGE}/index.html")

    assert badge(page).endswith('aria-live="polite">Në vazhdim')
    for said in (
        'datetime="2026-03-05T10:00:00+01:00"',
        'data-ends="2026-03-05T12:30:00+01:00"',
        'data-before="E planifikuar"',
        'data-during="Në vazhdim"',
        'data-after="Përfunduar"',
    ):
        assert said in badge(page)
    assert "/theme/js/live.js" in page


@pytest.mark.parametrize("status", ["held", "cancelled", "postponed"])
def test_browser_tells_no_time_of_what_is_over_or_called_off(
    status: str, compile_texts: CompileTexts
) -> None:
    text = SESSION.replace("status: held", f"status: {status}")
    files = {**FILES, "sessions/2026/02-23-seanca/index.sq.md": text}
    page = rendered(compile_texts(files), f"{SESSION_PAGE}/index.html")

    assert badge(page) == ""
    assert "live.js" not in page


def test_browser_tells_no_time_in_an_archive_that_stands_still(compile_texts: CompileTexts) -> None:
    card = (OFFICE / "office.yaml").read_text("utf-8")
    text = SESSION.replace("status: held", "status: scheduled")
    still = {"office/office.yaml": f"{card}as_of: 2026-03-05 11:00\n"}
    files = {**FILES, "sessions/2026/02-23-seanca/index.sq.md": text, **still}
    page = rendered(compile_texts(files, "2026-03-05T11:00"), f"{SESSION_PAGE}/index.html")

    assert badge(page) == ""
    assert "Në vazhdim" in page


def test_agenda_leads_to_the_second_in_the_recording(compile_texts: CompileTexts) -> None:
    page = rendered(compile_texts(FILES), f"{SESSION_PAGE}/index.html")

    assert 'href="https://tube.example/w/aBc123?start=750"' in page
    assert 'href="https://tube.example/w/aBc123?start=30"' in page


def test_chapters_lie_beside_the_page_and_points_of_one_second_are_one(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(FILES)

    assert rendered(site, f"{SESSION_PAGE}/chapters.txt") == (
        "0:00 Fillimi i incizimit\n0:30 1. Hapja\n12:30 2. Parkimi · 2.1. Tarifat\n"
    )
    assert "00:00:30.000 --> 00:12:30.000" in rendered(site, f"{SESSION_PAGE}/chapters.vtt")


def test_session_without_times_has_no_chapters(compile_texts: CompileTexts) -> None:
    lines = [line for line in SESSION.splitlines() if not line.strip().startswith("at:")]
    site = compile_texts({**FILES, "sessions/2026/02-23-seanca/index.sq.md": "\n".join(lines)})

    paths = [page.path for page in plan_pages(site, URL, theme().messages)]

    assert [path for path in paths if "chapters" in path] == []


def test_decision_says_under_which_point_it_was_decided_and_how(
    compile_texts: CompileTexts,
) -> None:
    page = rendered(compile_texts(FILES), "sq/vendime/2026/03/parkimi/index.html")
    vote = page.partition('class="box decided"')[2].partition("</section>")[0]

    assert 'href="/sq/seanca/2026/02/seanca/"' in vote
    assert 'href="https://tube.example/w/aBc123?start=750"' in vote
    assert "<strong>20</strong>" in vote


def test_minutes_lead_into_the_recording_of_their_session(compile_texts: CompileTexts) -> None:
    page = rendered(compile_texts(FILES), "sq/procesverbale/2026/03/procesverbali/index.html")

    assert 'href="https://tube.example/w/aBc123?start=750"' in page


def test_no_player_is_loaded_from_a_host_that_the_office_does_not_name(
    compile_texts: CompileTexts,
) -> None:
    page = rendered(compile_texts(FILES), f"{SESSION_PAGE}/index.html")

    assert "player" not in page
    assert "frame-src" not in page


def test_player_is_offered_and_allowed_only_where_the_office_names_its_host(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts({**FILES, **with_hosts("tube.example")})
    page = rendered(site, f"{SESSION_PAGE}/index.html")

    assert "frame-src https://tube.example" in page
    assert 'data-address="https://tube.example/videos/embed/aBc123?autoplay=1"' in page
    assert "<iframe" not in page
    assert "frame-src" not in rendered(site, "sq/index.html")


def test_what_is_seen_before_a_player_starts_is_a_picture_of_our_own(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts({**FILES, **with_hosts("tube.example")})
    page = rendered(site, f"{SESSION_PAGE}/index.html")

    assert '<img src="/cards/sq/session.png" width="1200" height="630" alt=""' in page
