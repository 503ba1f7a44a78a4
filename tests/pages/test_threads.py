"""The thread of a matter: from the consultation to the act and after, on each page that belongs."""

from __future__ import annotations

from tellal.pages.views import Thread, ThreadEntry
from tellal.site.site import Site
from tests.conftest import CompileTexts
from tests.pages.told import pages_of, source_of, text, view_of

ACT = ("number: 1/2026", "body: assembly", "adopted: 2026-02-20")

ASKED = "consultations/2026/02-01-parkimi"
SESSION = "sessions/2026/02-20-seanca"
DECISION = "decisions/2026/02-23-parkimi"
OTHER = "decisions/2026/02-24-tregu"
TOLD = "releases/2026/03-01-parkimi"
REQUEST = "requests/2026/03-05-parkimi"
AGENDA = f"""agenda:
  - number: "2.1"
    title: Parkimi
    votes: {{in_favour: 20, against: 3}}
    decision: {DECISION}
  - title: Tregu
    decision: {OTHER}"""
MATTER = {
    ASKED: ("Konsultimi", "opens: 2026-02-01", "closes: 2026-02-15", f"adopted_as: {DECISION}"),
    SESSION: ("Seanca", "body: assembly", "starts: 2026-02-20 10:00", AGENDA),
    DECISION: ("Parkimi", *ACT, f"decided_in: {SESSION}"),
    OTHER: ("Tregu", "number: 2/2026", *ACT[1:], f"decided_in: {SESSION}"),
    TOLD: ("Parkimi fillon", f"about: {DECISION}"),
    REQUEST: (
        "Kontrata e parkimit",
        *("reference: 1/2026", "received: 2026-03-04", "channel: email", "category: media"),
        f"about: {TOLD}",
    ),
}


def matter(*but: str, **more: tuple[str, ...]) -> dict[str, str]:
    """Return the texts of the matter, without some of them."""
    texts = {}
    for folder, (title, *facts) in {**MATTER, **more}.items():
        if folder not in but:
            texts[f"{folder}/index.sq.md"] = text(title, *facts)
            texts[f"{folder}/index.sr.md"] = text(title)
    return texts


def thread_on(site: Site, folder: str) -> Thread:
    kind, year, name = folder.split("/")
    words = {"consultations": "konsultime", "decisions": "vendime", "sessions": "seanca"}
    words |= {"releases": "komunikata", "requests": "kerkesa"}
    page = view_of(pages_of(site), f"sq/{words[kind]}/{year}/{name[:2]}/{name[6:]}/index.html")
    return page.thread


def told(entries: tuple[ThreadEntry, ...]) -> list[str]:
    return [f"{e.on:%m-%d} {e.kind}{' *' if e.is_current else ''}" for e in entries if e.on]


def test_each_page_of_a_matter_shows_its_whole_course_by_days(compile_texts: CompileTexts) -> None:
    site = compile_texts(matter())
    course = ["02-01 consultation", "02-20 session", "02-20 decision", "03-01 release"]
    course += ["03-04 request"]

    for place, folder in ((0, ASKED), (2, DECISION), (3, TOLD), (4, REQUEST)):
        marked = [f"{one} *" if n == place else one for n, one in enumerate(course)]
        assert told(thread_on(site, folder).near) == marked


def test_a_session_is_on_the_thread_with_its_point_and_vote_and_no_thread_leads_through_it(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(matter())
    session = thread_on(site, ASKED).near[1]

    assert [(point.number, point.title.text) for point in session.points] == [("2.1", "Parkimi")]
    assert session.points[0].votes
    assert thread_on(site, OTHER).near == thread_on(site, SESSION).near == ()


def test_what_is_on_the_thread_is_not_told_again(compile_texts: CompileTexts) -> None:
    site = compile_texts(matter())
    pages = pages_of(site)
    page = source_of(site, pages["sq/vendime/2026/02/parkimi/index.html"])

    assert page.count(">Parkimi fillon</a>") == page.count(">Konsultimi</a>") == 1


def test_two_publications_are_related_and_no_thread(compile_texts: CompileTexts) -> None:
    alone = {f"{DECISION}/index.sq.md": text("Parkimi", *ACT)}
    site = compile_texts(matter(ASKED, SESSION, OTHER, REQUEST) | alone)
    page = view_of(pages_of(site), "sq/komunikata/2026/03/parkimi/index.html")

    assert page.thread.near == ()
    assert [row.key for row in page.related] == ["about"]


def test_of_a_long_thread_ten_entries_are_shown_and_the_others_folded(
    compile_texts: CompileTexts,
) -> None:
    chain = {
        f"releases/2026/01-{day:02}-hapi-{day}": text(
            "Hapi", f"about: releases/2026/01-{day - 1:02}-hapi-{day - 1}"
        )
        for day in range(2, 20)
    } | {"releases/2026/01-01-hapi-1": text("Hapi")}
    site = compile_texts({f"{folder}/index.sq.md": words for folder, words in chain.items()})
    thread = thread_on(site, "releases/2026/01-10-hapi-10")

    assert [len(part) for part in (thread.before, thread.near, thread.after)] == [4, 10, 5]
    assert told(thread.near)[5] == "01-10 release *"


def test_what_waits_or_was_withdrawn_is_on_no_thread(compile_texts: CompileTexts) -> None:
    waiting = {
        f"{TOLD}/index.sq.md": text("Pritet", f"about: {DECISION}", "embargo: 2027-01-01 08:00")
    }
    gone = text(
        "Parkimi fillon", f"about: {DECISION}", "withdrawn: {on: 2026-03-02, reason: annulled}"
    )

    for texts in (waiting, {f"{TOLD}/index.sq.md": gone}):
        site = compile_texts(matter(REQUEST) | texts)
        assert told(thread_on(site, DECISION).near) == [
            *("02-01 consultation", "02-20 session", "02-20 decision *")
        ]
