"""What a change makes anew, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellal.compiler.report import Report
from tellal.compiler.warm import Warm
from tellal.domain.short import short_name_of
from tellal.domain.values import Reference
from tests.build.texts import Text
from tests.build.workplace import Workplace, differences, tree_of

LONG_AGO = 1_000_000_000
SCHOLARSHIPS = "releases/2026/03-12-bursat"
LANGUAGES = ("sq", "sr", "sr-cyrl", "tr")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    """Return a place whose output is up to date, and old."""
    place = Workplace(tmp_path)
    place.build()
    for file in place.output.rglob("*"):
        if file.is_file():
            os.utime(file, ns=(LONG_AGO, LONG_AGO))
    yield place
    assert differences(tree_of(place.output), place.build_from_nothing()) == []


def written_by(place: Workplace) -> tuple[set[str], Report]:
    """Build; return the files that were written since the output was old, and the report."""
    report = place.build()
    tree = tree_of(place.output)
    new = {path.removeprefix("./") for path, (_, stamp) in tree.items() if stamp != LONG_AGO}
    return new, report


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def short_page_of(folder: str) -> str:
    return f"k/{short_name_of(Reference(folder))}/index.html"


def feeds(tag: str, *names: str) -> set[str]:
    forms = ("rss.xml", "atom.xml", "json")
    return {f"{tag}/feeds/{name}.{form}" for name in names for form in forms}


# --- texts ---


def test_other_words_in_a_body_make_its_page_and_the_feeds_that_show_it(place: Workplace) -> None:
    edit(place.content / SCHOLARSHIPS / "index.tr.md", "burs** veriyor", "burs** verecek")
    written, report = written_by(place)

    assert written == {
        "tr/bildiriler/2026/03/bursat/index.html",
        "tr/bildiriler/2026/03/bursat/bicimler/index.html",
        f"kits/{SCHOLARSHIPS}.zip",
        "search/tr/quarter/0.js",
        *feeds("tr", "all", "bildiriler", "mudurlukler/education"),
    }
    assert report.rendered == report.written == len(written)


def test_change_that_was_undone_makes_nothing(place: Workplace) -> None:
    file = place.content / SCHOLARSHIPS / "index.tr.md"
    before = file.read_bytes()
    file.write_bytes(before + "Daha çok.\n".encode())
    file.write_bytes(before)

    written, report = written_by(place)
    assert written == set()
    assert report.rendered == 0


def test_change_that_shows_nowhere_writes_nothing(place: Workplace) -> None:
    edit(place.content / SCHOLARSHIPS / "index.sq.md", "tags: arsimi\n", "tags:   arsimi\n")
    written, report = written_by(place)

    assert written == set()
    assert report.rendered == 0


def test_title_is_made_anew_wherever_it_stands(place: Workplace) -> None:
    decision = place.content / "decisions/2026/02-23-oraret/index.sr.md"
    edit(decision, "radnom vremenu pijace", "vremenu pijace")
    written, _ = written_by(place)

    assert "sr/saopstenja/2026/03/bursat/index.html" in written  # it links to the decision
    assert "sr/odluke/2026/02/oraret/index.html" in written
    short = short_page_of("decisions/2026/02-23-oraret")
    search = {"search/sr/ire.js", "search/sr-cyrl/ire.js", "search/sr/quarter/0.js"}
    assert {short, *search} == {
        path for path in written if not path.startswith(("sr/", "sr-cyrl/"))
    }
    assert not any("konkursi" in path or "sednice" in path for path in written)


def test_addition_makes_its_pages_and_its_lists_and_no_other_publication(place: Workplace) -> None:
    folder = place.content / "releases/2026/03-20-bora"
    folder.mkdir()
    Text({"title": " Bora"}, ["Teksti."]).write(folder / "index.sq.md")
    written, report = written_by(place)

    own = {path for path in written if "bora" in path} | {short_page_of("releases/2026/03-20-bora")}
    data = {path for path in written if path.startswith("data/")}
    search = {path for path in written if path.startswith("search/")}
    lists = {path.split("/", 1)[1] for path in written - own - data - search - {"index.html"}}
    assert own <= written
    assert {path.split("/")[0] for path in own} == {*LANGUAGES, "kits", "k"}
    assert search == {
        *(f"search/{tag}/irf.js" for tag in LANGUAGES),  # what is of its month
        *("search/quarter.js", "search/sq/quarter/0.js"),
    }
    assert {path.split("/")[0] for path in lists} == {
        *("index.html", "feeds", "sitemap-2026.xml"),
        *("komunikata", "saopstenja", "bildiriler"),
        *("per-media", "za-medije", "basin-icin"),
        *("gjuhet", "jezici", "diller"),
        *("statistika", "istatistikler"),
        "kerkim",  # the year has a new letter, B, which stands on the pages of all its letters
    }
    assert all(path.startswith(("data/parity-", "data/statistics-2026")) for path in data)
    assert not any(other in path for path in lists for other in ("bursat", "education"))
    assert report.rendered < report.pages / 5


def test_new_letter_of_a_year_stands_on_the_pages_of_all_its_letters(place: Workplace) -> None:
    new = place.content / "decisions/2026/02-23-oraret/index.tr.md"
    Text({"title": " Yeni saatler"}, ["Metin."]).write(new)
    place.build()

    assert "/tr/arama/2026/y/" in (place.output / "tr/arama/2026/b/index.html").read_text("utf-8")


def test_list_loses_its_feed_on_the_pages_of_every_year(place: Workplace) -> None:
    folders = [place.content / f"reports/{day}" for day in ("2024/01-30-a", "2025/01-30-b")]
    for folder in folders:
        folder.mkdir(parents=True)
        model = Text.read(place.content / "reports/2026/01-30-raporti/index.sq.md")
        model.write(folder / "index.sq.md")
    Text({"title": " Izveštaj"}, ["Tekst."]).write(folders[0] / "index.sr.md")
    place.build()
    page = place.output / "sr/izvestaji/2025/index.html"
    assert "/sr/feeds/izvestaji.rss.xml" in page.read_text("utf-8")
    (folders[0] / "index.sr.md").unlink()
    place.build()

    assert "/sr/feeds/izvestaji.rss.xml" not in page.read_text("utf-8")


# --- the theme ---


# --- the clock ---

CONTRACTS = "requests/2026/03-02-kontratat"
CONTRACTS_SQ = "sq/kerkesa/2026/03/kontratat/index.html"


def test_request_turns_by_itself_and_takes_its_register_along(place: Workplace) -> None:
    file = place.content / CONTRACTS / "index.sq.md"
    edit(file, "answered: 2026-03-20", "answered: 2026-04-02")
    edit(file, "on: 2026-03-27", "on: 2026-04-03")
    written_by(place)
    assert "Afati i tejkaluar" in (place.output / CONTRACTS_SQ).read_text("utf-8")

    place.as_of = "2026-04-02T08:00"
    _, report = written_by(place)
    assert "Përgjigjur me vonesë" in (place.output / CONTRACTS_SQ).read_text("utf-8")
    assert ",answered_late," in (place.output / "data/requests-2026.csv").read_text("utf-8")
    assert report.rendered < report.pages / 2


def test_late_day_off_moves_a_request_on_the_day_it_was_announced(place: Workplace) -> None:
    file = place.content / CONTRACTS / "index.sq.md"
    before = (
        "extended:\n  on: 2026-03-09\n  reason: Kërkohen shumë dokumente.\nanswered: 2026-03-20"
    )
    edit(file, before, "answered: 2026-04-10")
    edit(file, "received: 2026-03-02", "received: 2026-03-24")
    edit(file, "on: 2026-03-27", "on: 2026-04-11")
    written_by(place)
    assert "2026-03-31" in (place.output / CONTRACTS_SQ).read_text("utf-8")

    late = "2026:\n  - {on: 2026-03-31, name: Pushim, announced: 2026-03-30}\n"
    edit(place.content / "office/holidays.yaml", "2026:\n", late)
    place.as_of = "2026-03-29T12:00"
    written_by(place)
    assert "shpallur" not in (place.output / CONTRACTS_SQ).read_text("utf-8")
    place.as_of = "2026-03-30T00:00"
    written_by(place)
    assert "shpallur më 30 mars 2026" in (place.output / CONTRACTS_SQ).read_text("utf-8")


def test_emergency_is_on_every_page_although_few_are_made_for_it(place: Workplace) -> None:
    alarm = place.content / "office/emergency.yaml"
    alarm.write_text("text: {sq: Mos e pini ujin., tr: Suyu içmeyin.}\nuntil: 2026-04-02 20:00\n")
    written, report = written_by(place)

    told = {f"{tag}/{name}" for tag in LANGUAGES for name in ("index.html", "404.html")}
    files = {f"{tag}/emergency.{form}" for tag in LANGUAGES for form in ("js", "css")}
    assert written == told | files | {"index.html"}
    assert report.rendered == len(written)
    assert "Suyu içmeyin." in (place.output / "tr/emergency.css").read_text("utf-8")


def test_kit_of_a_release_follows_its_texts_its_words_and_its_photos(place: Workplace) -> None:
    kit = place.output / f"kits/{SCHOLARSHIPS}.zip"
    known = [kit.read_bytes()]
    edit(place.content / SCHOLARSHIPS / "index.tr.md", "burs** veriyor", "burs** verecek")
    place.build()
    known.append(kit.read_bytes())
    words = place.theme / "locale/tr/LC_MESSAGES/tellal.po"
    edit(words, 'msgid "fact_contact"\nmsgstr "', 'msgid "fact_contact"\nmsgstr "ç')
    place.build()
    known.append(kit.read_bytes())
    shutil.copyfile(
        place.theme / "static/icon-192.png", place.content / SCHOLARSHIPS / "shkolla.png"
    )
    place.build()
    known.append(kit.read_bytes())

    assert len(set(known)) == len(known)


def test_browsers_are_told_what_was_withdrawn(place: Workplace) -> None:
    file = place.content / SCHOLARSHIPS / "index.sq.md"
    edit(file, "place: Lug\n", "place: Lug\nwithdrawn: {on: 2026-03-31, reason: in_error}\n")
    place.build()

    assert "/komunikata/2026/03/bursat/" in (place.output / "sq/gone.json").read_text("utf-8")


def test_emergency_begins_and_ends_by_itself(place: Workplace) -> None:
    alarm = place.content / "office/emergency.yaml"
    alarm.write_text("text: Ujë jo.\nsince: 2026-03-31 18:00\nuntil: 2026-03-31 20:00\n")
    script = place.output / "sq/emergency.js"

    told = []
    for place.as_of in ("2026-03-31T17:59", "2026-03-31T18:00", "2026-03-31T20:00"):
        place.build()
        told.append("Uj" in script.read_text("utf-8"))

    assert told == [False, True, False]


def test_other_template_makes_the_pages_of_its_kind(place: Workplace) -> None:
    edit(place.theme / "templates/pages/session.html", "{% endblock %}", "<hr>{% endblock %}")
    written, report = written_by(place)

    names = ("sq/seanca", "sr/sednice", "sr-cyrl/sednice", "tr/oturumlar")
    assert written <= {f"{name}/2026/03/seanca-2/index.html" for name in names}
    assert 0 < report.rendered <= len(names)


def test_other_message_makes_the_pages_of_its_language(place: Workplace) -> None:
    file = place.theme / "locale/tr/LC_MESSAGES/tellal.po"
    edit(file, 'msgid "home"\nmsgstr "', 'msgid "home"\nmsgstr "* ')
    written, _ = written_by(place)

    assert len(written) > 10
    assert all(path.startswith("tr/") for path in written)


def test_file_of_the_theme_whose_name_begins_with_a_dot_is_no_other_than_the_rest(
    place: Workplace,
) -> None:
    file = place.theme / "static/.well-known.txt"
    file.write_text("a", "utf-8")
    assert written_by(place)[0] == {"theme/.well-known.txt"}
    file.write_text("b", "utf-8")
    place.build()

    assert (place.output / "theme/.well-known.txt").read_text("utf-8") == "b"


def test_file_of_the_theme_may_become_a_folder_and_a_folder_a_file(place: Workplace) -> None:
    more, inner = place.theme / "static/more", place.theme / "static/more/inner.txt"
    more.write_text("a", "utf-8")
    place.build()
    more.unlink()
    more.mkdir()
    inner.write_text("b", "utf-8")
    place.build()
    assert (place.output / "theme/more/inner.txt").read_text("utf-8") == "b"
    inner.unlink()
    more.rmdir()
    more.write_text("c", "utf-8")
    place.build()

    assert (place.output / "theme/more").read_text("utf-8") == "c"


# --- files beside the texts ---


def test_file_is_noticed_whose_size_and_time_stamp_are_as_before(place: Workplace) -> None:
    place.is_later = True  # so that the signature is trusted
    place.build()
    file = place.content / SCHOLARSHIPS / "formulari.txt"
    before = file.stat()
    file.write_bytes(bytes(reversed(file.read_bytes())))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert written_by(place)[0] == {f"files/{SCHOLARSHIPS}/formulari.txt"}
    assert (place.output / f"files/{SCHOLARSHIPS}/formulari.txt").read_bytes() == file.read_bytes()


def test_warm_process_forgets_what_another_one_has_renewed(place: Workplace) -> None:
    place.warm = warm = Warm()
    place.build()
    place.warm, place.as_of = None, "2026-10-25T12:00"  # as another process builds, much later
    place.build()
    place.warm = warm
    place.build()
    file = place.texts()[0]
    file.write_text(file.read_text("utf-8") + "\nNjë fjali më shumë.\n", "utf-8")
    place.build()

    assert differences(tree_of(place.output), place.build_from_nothing()) == []


def test_warm_process_counts_again_where_only_a_whole_publication_says_something_else(
    place: Workplace,
) -> None:
    [file] = (file for file in place.texts() if file.parts[-4] == "requests")
    place.warm = Warm()
    for before, after in (("civil_society", "media"), ("media", "party")):
        text = file.read_text("utf-8").replace(f"category: {before}", f"category: {after}")
        file.write_text(text, "utf-8")
        place.build()  # for the second time with the site of the first

    assert differences(tree_of(place.output), place.build_from_nothing()) == []
