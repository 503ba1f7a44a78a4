"""What an office changes, each change drawn from chance and made in a workplace."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Protocol, TypeVar

from hypothesis import strategies as st
from PIL import Image

from tellal.domain.traces import Trace
from tests.build.texts import (
    ADDED,
    DAYS,
    FACTS,
    HEADINGS,
    REFERENCES,
    REVISION,
    WITHDRAWN,
    WORDING,
    Text,
    facts_for,
)
from tests.build.workplace import Workplace

T = TypeVar("T")


class Draw(Protocol):
    """Draws from a strategy."""

    def __call__(self, strategy: st.SearchStrategy[T]) -> T: ...


Change = Callable[[Workplace, Draw], object]


def one_of(draw: Draw, items: Sequence[T]) -> T:
    return draw(st.sampled_from(items))


# --- texts ---


def edit_body(place: Workplace, draw: Draw) -> None:
    file = one_of(draw, place.texts())
    text = Text.read(file)
    if len(text.paragraphs) > 1 and draw(st.booleans()):
        del text.paragraphs[draw(st.integers(0, len(text.paragraphs) - 1))]
    else:
        text.paragraphs.append(one_of(draw, ADDED))
    text.write(file)


def link(place: Workplace, draw: Draw) -> None:
    """Link from one text to another, at a heading or not."""
    file, other = one_of(draw, place.texts()), one_of(draw, place.texts())
    text = Text.read(file)
    target = other.relative_to(place.content).as_posix()
    fragment = one_of(draw, ("", *(f"#{heading}" for heading in HEADINGS)))
    text.paragraphs.append(f"Shihni [tekstin]({{filename}}/{target}{fragment}).")
    text.write(file)


def word_otherwise(place: Workplace, draw: Draw) -> None:
    """Give any text another title, summary, slug or revision."""
    file = one_of(draw, place.texts())
    text = Text.read(file)
    key = one_of(draw, sorted(WORDING))
    text.state(key, one_of(draw, WORDING[key]))
    text.write(file)


def state_fact(place: Workplace, draw: Draw) -> None:
    folder = one_of(draw, place.publications())
    file = place.content / folder / "index.sq.md"
    if file.is_file():
        text = Text.read(file)
        key = one_of(draw, facts_for(folder, text))
        text.state(key, one_of(draw, FACTS[key]))
        text.write(file)


def refer(place: Workplace, draw: Draw) -> None:
    """Name another publication in the facts, revise, or withdraw."""
    key = one_of(draw, ("about", "amends", "repeals", "withdrawn", "revisions"))
    folders = [f for f in place.publications() if f.split("/")[0] in REFERENCES.get(key, "")]
    wide = key not in REFERENCES or not REFERENCES[key]
    folder = one_of(draw, place.publications() if wide else folders or place.publications())
    file = place.content / folder / "index.sq.md"
    if not file.is_file():
        return
    text = Text.read(file)
    other, day = one_of(draw, place.publications()), one_of(draw, DAYS)
    values = {
        "withdrawn": WITHDRAWN.format(day, other),
        "revisions": text.facts.get("revisions", "") + REVISION.format(day, "false"),
    }
    text.state(key, one_of(draw, (None, values.get(key, other))))
    text.write(file)


def correct(place: Workplace, draw: Draw) -> None:
    """Give a text other words, and say so."""
    folder = one_of(draw, place.publications())
    for file in (place.content / folder / f"index.{tag}.md" for tag in ("sq", "sr")):
        if file.is_file():
            text = Text.read(file)
            text.paragraphs.append(one_of(draw, ADDED))
            if file.name == "index.sq.md":
                entry = REVISION.format(one_of(draw, DAYS), "false")
                text.state("revisions", text.facts.get("revisions", "") + entry)
            text.write(file)


# --- history ---


def commit(place: Workplace, draw: Draw) -> None:
    place.history.git("add", "content")
    words = one_of(draw, ((), ("--amend",)))
    on = f"{one_of(draw, DAYS)}T12:00:00+01:00"
    place.history.git("commit", "--allow-empty", "-qm", "Shkruaj", *words, at=on)


def correct_and_commit(place: Workplace, draw: Draw) -> None:
    correct(place, draw)
    commit(place, draw)


def forget_the_last_commit(place: Workplace, draw: Draw) -> None:
    if place.history.git("rev-list", "--count", "HEAD") != "1":
        place.history.git("reset", "--soft", "HEAD~1")


# --- publications ---


def add_publication(place: Workplace, draw: Draw) -> None:
    """Write one more like another, on another day."""
    model = one_of(draw, place.publications())
    folder = place.content / _folder_like(model, draw)
    if not folder.exists():
        shutil.copytree(place.content / model, folder)
        file = folder / "index.sq.md"
        if file.is_file():
            text = Text.read(file)
            if "number" in text.facts:
                text.state("number", f"{draw(st.integers(10, 99))}/2026")
            text.write(file)


def rename_publication(place: Workplace, draw: Draw) -> None:
    model = one_of(draw, place.publications())
    folder = place.content / _folder_like(model, draw)
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        (place.content / model).rename(folder)


def _folder_like(model: str, draw: Draw) -> str:
    collection = model.partition("/")[0]
    name = one_of(draw, ("e-re", "tjetra", "bursat"))
    if collection == "pages":
        return f"pages/{name}"
    day = date(2026, 3, 31) - timedelta(days=one_of(draw, (0, 1, 20, 40, 90, 400)))
    return f"{collection}/{day.year}/{day:%m-%d}-{name}"


def delete_publication(place: Workplace, draw: Draw) -> None:
    folders = place.publications()
    if len(folders) > 4:
        shutil.rmtree(place.content / one_of(draw, folders))


def delete_text(place: Workplace, draw: Draw) -> None:
    one_of(draw, [f for f in place.texts() if f.name != "index.sq.md"] or place.texts()).unlink()


def translate(place: Workplace, draw: Draw) -> None:
    folder = one_of(draw, place.publications())
    language = one_of(draw, ("sr", "tr", "sr-Cyrl", "sr-Latn", "en"))
    file = place.content / folder / f"index.{language}.md"
    if not file.is_file():
        file.write_text("---\ntitle: Naslov i još nešto\n---\n\nTekst, injekcija.\n", "utf-8")


# --- files beside the texts ---


def _picture(colour: int) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (500, 20), (colour, 0, 0)).save(stream, "PNG")
    return stream.getvalue()


FILES = {
    "shtojca.txt": (b"Nje", b"Dy!", b"Me shume"),
    "foto.png": (_picture(10), _picture(20), b"no picture"),
}


def lay_a_file_beside(place: Workplace, draw: Draw) -> None:
    """Write, change or take away a file; at times nothing but its bytes shows the change."""
    folder = place.content / one_of(draw, place.publications())
    name = one_of(draw, sorted(FILES))
    file = folder / name
    data = one_of(draw, (None, *FILES[name]))
    if data is None:
        file.unlink(missing_ok=True)
        return
    stamp = file.stat().st_mtime_ns if file.is_file() else None
    file.write_bytes(data)
    if stamp:
        os.utime(file, ns=(stamp, stamp))
    text_file = folder / "index.sq.md"
    if name == "foto.png" and text_file.is_file():
        text = Text.read(text_file)
        text.state("photos", "\n  - {file: foto.png, alt: Foto, credit: Zyra, licence: CC0}")
        text.write(text_file)


def misplace(place: Workplace, draw: Draw) -> None:
    """Put something where it may not be, or take it away again."""
    wrong = {
        "releases/2026/shenim.txt": b"",
        "relases/2026/03-12-bursat/index.sq.md": b"---\ntitle: A\n---\n\nA.\n",
        "releases/2026/03-12-bursat/index.sq.md.txt": b"",
        "releases/2026/03-12-bursat/Formulari.txt": b"",
        "releases/2026/03-12-vetem/plani.txt": b"",
        "releases/2026/03-13-prishur/index.sq.md": b"---\ntitle: [\nplaec: Lug\n---\n\nA.\n",
        "office/plani.txt": b"",
    }
    path = one_of(draw, sorted(wrong))
    file = place.content / path
    if file.is_file():
        file.unlink()
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(wrong[path])


# --- the office and the theme ---

NUMBER = "1234567890"
OFFICE_DATA = (
    ("office.yaml", "sq: Zyra për Informim", "sq: Zyra e Shtypit"),
    ("office.yaml", "municipality: {sq: Komuna", "municipality: {sq: Qyteti"),
    ("office.yaml", "languages: [sq, sr, tr]", "languages: [sr, sq]"),
    ("office.yaml", "time_zone: Europe/Belgrade", "time_zone: America/New_York"),
    ("office.yaml", "largest_file_mb: 1\n", "largest_file_mb: 1\ngrace_days: 30\n"),
    ("office.yaml", "largest_file_mb: 1\n", "largest_file_mb: 0\n"),
    ("office.yaml", "largest_file_mb: 1\n", "largest_file_mb: 1\ntitled_cards_from: 2026-02-01\n"),
    ("office.yaml", "notice: {sq: required, sr: required}", "notice: {sq: required, tr: optional}"),
    ("office.yaml", "sq: expected, sr: expected, tr: expected", "sq: expected, sr: optional"),
    ("office.yaml", "minutes: {sq: required", "minutes: {sq: required, tr: required"),
    ("directorates.yaml", "sq: Drejtoria e Arsimit", "sq: Drejtoria e Shkollave"),
    ("directorates.yaml", "urbanism:", "culture:"),
    ("bodies.yaml", "sq: Kuvendi i Komunës", "sq: Kuvendi"),
    ("names.yaml", "sr: obrazovanje", "sr: škola"),
    ("names.yaml", "- {sq: arsimi, sr: obrazovanje, tr: eğitim, en: education}\n", ""),
    ("holidays.yaml", "2026-02-17", "2026-02-18"),
    (
        "holidays.yaml",
        "2026:\n",
        "2026:\n  - {on: 2026-04-07, name: Pushim, announced: 2026-03-30}\n",
    ),
    ("deadlines.yaml", "value: 7", "value: ?"),
    ("deadlines.yaml", "value: 15", "value: 5"),
    ("deadlines.yaml", "counted_from: notice", "counted_from: receipt"),
)


def change_office(place: Workplace, draw: Draw) -> None:
    """Change the office's data, or change it back."""
    name, old, new = one_of(draw, OFFICE_DATA)
    file = place.content / "office" / name
    text = file.read_text("utf-8")
    file.write_text(text.replace(old, new) if old in text else text.replace(new, old), "utf-8")


def alarm(place: Workplace, draw: Draw) -> None:
    """Tell everybody of an emergency, or of another one, or of none any more."""
    file = place.content / "office/emergency.yaml"
    text = one_of(draw, ("", "text: Mos e pini ujin.", "text: {sq: Uji, tr: Su}", "# Asgjë"))
    since = one_of(draw, ("", "since: 2026-03-29 03:00\n", "since: 2026-04-01 09:00\n"))
    more = one_of(draw, ("", f"about: {one_of(draw, place.publications())}\n"))
    until = one_of(draw, ("2026-04-02 19:00", "2026-03-31 12:00", "2030-01-01 00:00"))
    said = f"{text}\n{since}{more}until: {until}\n" if text.startswith("text") else text
    file.write_text(said, "utf-8")


def let_a_number_stand(place: Workplace, draw: Draw) -> None:
    """Write a personal number into a text, or take it out, with or without an exception for it."""
    file = one_of(draw, place.texts())
    path = file.relative_to(place.content).as_posix()
    text, said = Text.read(file), f"Numri {NUMBER}."
    if said in text.paragraphs:
        text.paragraphs.remove(said)
    else:
        text.paragraphs.append(said)
    text.write(file)
    exceptions = place.content / "office/exceptions.yaml"
    lines = exceptions.read_text("utf-8").splitlines() if exceptions.is_file() else []
    what = Trace(path, 0, "personal-number", NUMBER).digest
    line = f"- {{path: {path}, what: {what}, reason: Kontrolluar}}"
    kept = [*lines, line] if line not in lines else [one for one in lines if one != line]
    if draw(st.integers(0, 3)):
        exceptions.write_text("".join(f"{one}\n" for one in kept), "utf-8")


def change_template(place: Workplace, draw: Draw) -> None:
    """Write something more at the end of a template's last block or macro, or take it back."""
    file = one_of(draw, sorted((place.theme / "templates").rglob("*.html")))
    text = file.read_text("utf-8")
    more = "<b>!</b>"
    before, end, after = text.rpartition("{% end" + ("block" if "endblock" in text else "macro"))
    if more in text:
        file.write_text(text.replace(more, ""), "utf-8")
    elif end and "required" not in before.rpartition("\n")[2]:
        file.write_text(f"{before}{more}{end}{after}", "utf-8")


def change_message(place: Workplace, draw: Draw) -> None:
    """Say a message otherwise."""
    language = one_of(draw, ("sq", "sr", "tr"))
    file = place.theme / f"locale/{language}/LC_MESSAGES/tellal.po"
    entries = file.read_text("utf-8").split("\n\n")
    number = draw(st.integers(1, len(entries) - 1))
    entry = entries[number].rstrip("\n")
    if entry.endswith('"') and "plural" not in entry:
        entries[number] = entry[:-1] + ' ç"'
        file.write_text("\n\n".join(entries) + "\n", "utf-8")


def change_static(place: Workplace, draw: Draw) -> None:
    """Change a style sheet, or add a file or a folder of the same name, or take it away."""
    static = place.theme / "static"
    more = static / "more.txt"
    what = draw(st.integers(0, 3))
    if what == 0:
        sheet = one_of(draw, sorted((static / "css").glob("*.css")))
        sheet.write_text(sheet.read_text("utf-8") + "b { color: red }\n", "utf-8")
    elif what == 1:
        (static / ".hidden.txt").write_text(one_of(draw, ("a", "b")), "utf-8")
    elif more.is_file():
        more.unlink()
    elif more.is_dir():
        shutil.rmtree(more)
    elif what == 2:
        more.write_text("a", "utf-8")
    else:
        more.mkdir()
        (more / "inner.txt").write_text("b", "utf-8")


# --- what is remembered ---


def delete_store(place: Workplace, draw: Draw) -> None:
    place.store.unlink(missing_ok=True)


def truncate_store(place: Workplace, draw: Draw) -> None:
    if place.store.is_file():
        os.truncate(place.store, place.store.stat().st_size * draw(st.integers(0, 99)) // 100)


def fill_store_with_garbage(place: Workplace, draw: Draw) -> None:
    place.store.write_bytes(draw(st.binary(max_size=100)))


def put_a_folder_in_place_of_the_store(place: Workplace, draw: Draw) -> None:
    place.store.unlink(missing_ok=True)
    place.store.mkdir()
    Path(place.store, "garbage").write_bytes(b"x")


TEXTS: tuple[Change, ...] = (edit_body, link, word_otherwise, correct)
HISTORY: tuple[Change, ...] = (commit, correct_and_commit, forget_the_last_commit)
FACTS_OF_THEM: tuple[Change, ...] = (state_fact, state_fact, refer)
FOLDERS: tuple[Change, ...] = (
    *(add_publication, rename_publication, delete_publication, delete_text, translate),
    *(lay_a_file_beside, misplace),
)
OFFICE_AND_THEME: tuple[Change, ...] = (
    change_office,
    let_a_number_stand,
    alarm,
    change_template,
    change_message,
    change_static,
)
HARM: tuple[Change, ...] = (
    delete_store,
    truncate_store,
    fill_store_with_garbage,
    put_a_folder_in_place_of_the_store,
)
