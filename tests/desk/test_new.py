"""A few answers become a folder with forms, and a filled form may be published."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, fields
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.__main__ import main
from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.desk.forms import FORMS, original_form, title_line, translation_form
from tellal.desk.new import LONGEST_NAME, new_publication
from tellal.desk.speech import finding_line
from tellal.domain.facts import KINDS, Kind
from tellal.domain.findings import Finding, Refused
from tellal.domain.publication import Common, Wording
from tellal.reading.office import read_office
from tellal.reading.publications import publication_of
from tellal.reading.scan import Source
from tellal.reading.schema import types_of
from tellal.reading.texts import EditionText, read_edition
from tests.conftest import AS_OF, NOW, WriteContent

EACH_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
ZONE = ZoneInfo("Europe/Belgrade")
EXAMPLE = re.compile(r"^# (?=[a-z_]+:|  )", re.MULTILINE)

NEEDED = {
    "starts": "02.04.2026 10:00",
    "opens": "12.03.2026",
    "closes": "12.04.2026",
    "number": "05/2026",
    "body": "assembly",
    "adopted": "10.03.2026",
    "session": "sessions/2026/03-12-session",
    "reference": "12/2026",
    "received": "09.03.2026",
    "channel": "email",
    "category": "media",
    "period_from": "01.01.2026",
    "period_until": "31.03.2026",
}
NEEDED_IN = {"competition": {"closes": "12.04.2026 15:00"}}


def answering(*answers: str) -> Callable[[str], str]:
    """Return what gives one answer after the other."""
    left = iter(answers)
    return lambda question: next(left)


def silent(question: str) -> str:
    """Answer nothing, since nobody should ask."""
    raise AssertionError(question)


def new(content: Path, /, ask: Callable[[str], str] = silent, **given: str) -> int:
    """Begin a publication; what is not given is asked for."""
    known = ("kind", "title", "on", "languages")
    asked = {name: given.get(name) for name in known}
    return new_publication(content, **asked, language=given.get("language", "sq"), ask=ask)


def fill(file: Path, values: dict[str, str], text: str) -> None:
    """Fill in the blanks of a form that have a value here, and write a text below it."""
    form = file.read_text("utf-8")
    for key, value in values.items():
        form = re.sub(rf"^{key}:$", f"{key}: {value}", form, flags=re.MULTILINE)
    file.write_text(form + text, "utf-8")


def findings(content: Path) -> list[Finding]:
    try:
        compile_site(content, Moments(AS_OF, None, NOW))
    except Refused as refusal:
        return list(refusal.findings)
    return []


def test_every_kind_begins_with_a_form_that_may_be_published_once_it_is_filled_in(
    write_content: WriteContent,
) -> None:
    content = write_content({})

    for kind in KINDS:
        day = [] if kind.name == "page" else ["12.03.2026"]
        assert new(content, answering(kind.name, kind.name, *day, "")) == 0
    for file in content.rglob("index.*.md"):
        kind_name = file.parent.name.removeprefix("03-12-")
        values = {**NEEDED, **NEEDED_IN.get(kind_name, {}), "title": "Titulli"}
        fill(file, values, "Teksti.\n")

    assert [finding_line(found, "", "en") for found in findings(content)] == []
    assert len(list(content.rglob("index.*.md"))) == 4 * len(KINDS)


@EACH_KIND
def test_fresh_form_is_told_what_is_missing_and_nothing_else(
    kind: Kind, write_content: WriteContent
) -> None:
    content = write_content({})

    new(content, kind=kind.name, title="Titulli", on="12.03.2026", languages="sq sr")

    rules = {found.rule for found in findings(content)}
    assert rules <= {"header-missing-key", "body-empty", "edition-required"}
    assert "body-empty" in rules


@EACH_KIND
def test_form_has_every_fact_of_its_kind(kind: Kind) -> None:
    keys = set(re.findall(r"^(?:# )?([a-z_]+):", original_form(kind, "x"), re.MULTILINE))

    assert {*types_of(kind.facts), *kind.needs, "title", "summary"} <= keys
    assert keys <= {*types_of(kind.facts), *types_of(Common), *types_of(Wording)}


@EACH_KIND
def test_form_asks_for_what_is_needed_and_shows_the_rest_as_examples(kind: Kind) -> None:
    asked = set(re.findall(r"^([a-z_]+):$", original_form(kind, "x"), re.MULTILINE))

    needed = {field.name for field in fields(kind.facts) if field.default is MISSING}
    assert asked == {*needed, *kind.needs, "summary"}


def read(kind: Kind, form: str) -> list[str]:
    """Return what is found in a form by itself, filled in."""
    folder = f"{kind.collection}/2026/03-12-x" if kind.name != "page" else "pages/x"
    for key, value in {**NEEDED, **NEEDED_IN.get(kind.name, {})}.items():
        form = re.sub(rf"^{key}:$", f"{key}: {value}", form, flags=re.MULTILINE)
    source = Source(f"{folder}/index.sq.md", folder, "index.sq.md")
    text, found = read_edition(source, f"{form}Teksti.\n", ZONE)
    office, _ = read_office(Path(__file__).parents[1])
    assert office is not None
    assert isinstance(text, EditionText)
    return [line.rule for line in (*found, *publication_of([text], (), office).findings)]


@EACH_KIND
def test_every_example_of_a_form_can_be_read_once_its_sign_is_taken_away(kind: Kind) -> None:
    form = original_form(kind, "Titulli")

    assert EXAMPLE.search(form)
    assert read(kind, EXAMPLE.sub("", form)) == []


def test_example_of_the_form_of_a_translation_can_be_read_too() -> None:
    text = EXAMPLE.sub("", translation_form()).replace("title:", "title: Naslov", 1) + "Sadržaj.\n"

    edition, found = read_edition(
        Source("pages/x/index.sr.md", "pages/x", "index.sr.md"), text, ZONE
    )

    assert found == []
    assert edition is not None
    assert (edition.wording.revision, edition.stated.pairs) == (2, ())


def test_explanations_of_the_forms_stand_on_lines_of_their_own() -> None:
    for file in FORMS.glob("*.md"):
        for line in file.read_text("utf-8").splitlines():
            assert re.match(r"# |---$|[a-z_]+:$|$", line), f"{file.name}: {line}"
            assert len(line) <= 130


def test_there_is_a_form_for_each_kind_and_no_other() -> None:
    names = {file.stem for file in FORMS.glob("*.md")}

    assert names == {kind.name for kind in KINDS} | {"common", "translation"}


TITLES = [
    "Njoftim: hapet regjistrimi #1",
    '"Drita" hap dyert',
    '"Drita"',
    "'Drita'",
    "Dita e 'Dritës' s'ka mbaruar",
    "“Drita”",
    "[Shtyhet]",
    "{Shtyhet}",
    "- Shtyhet -",
    "@Arnishta 100 %",
    "--- Njoftim ---",
    "title: Titulli",
    "# Titulli",
    "Vrima\\n \\",
]


@pytest.mark.parametrize("title", TITLES)
def test_title_survives(title: str, write_content: WriteContent) -> None:
    content = write_content({})

    new(content, kind="page", title=title, languages="sq")
    (file,) = content.rglob("index.sq.md")
    fill(file, {}, "Teksti.")

    site = compile_site(content, Moments(AS_OF, None, NOW))
    assert [publication.first.title for publication in site.publications] == [title]


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_any_title_survives(text: str) -> None:
    title = " ".join(text.split())
    form = f"---\ntitle: {title_line(text)}\n---\nTeksti.\n"

    edition, _ = read_edition(Source("pages/x/index.sq.md", "pages/x", "index.sq.md"), form, ZONE)

    assert not title or (edition and edition.wording.title == title)


def test_folder_is_the_day_and_the_words_of_the_title(write_content: WriteContent) -> None:
    content = write_content({})

    new(
        content, kind="releases", title="Çka ndërron në Arnishtë?", on="2026-3-2", languages="tr,sq"
    )

    assert sorted(file.relative_to(content).as_posix() for file in content.rglob("*.md")) == [
        "releases/2026/03-02-cka-nderron-ne-arnishte/index.sq.md",
        "releases/2026/03-02-cka-nderron-ne-arnishte/index.tr.md",
    ]


def test_first_language_has_the_form_of_the_original(write_content: WriteContent) -> None:
    content = write_content({})

    new(content, kind="notice", title="Uji", on="2026-03-02", languages="tr sr")

    serbian, turkish = (next(content.rglob(f"index.{name}.md")) for name in ("sr", "tr"))
    assert "until:" in serbian.read_text("utf-8")
    assert turkish.read_text("utf-8") == translation_form()


def test_long_title_makes_a_name_that_one_can_still_read(write_content: WriteContent) -> None:
    content = write_content({})

    new(content, kind="page", title="fjalë " * 40, languages="sq")
    new(content, kind="page", title="a" * 200, languages="sq")

    names = [file.parent.name for file in content.rglob("*.md")]
    assert all(len(name) <= LONGEST_NAME and not name.endswith("-") for name in names)
    assert len(names) == 2


def test_nothing_is_overwritten(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content({"pages/kontakti/index.tr.md": "Metin."})

    assert new(content, kind="page", title="Kontakti", languages="sq", language="en") == 1

    assert "kontakti exists already. Choose another title or day." in capsys.readouterr().err
    assert [file.read_text("utf-8") for file in content.rglob("*.md")] == ["Metin."]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"kind": "komunikatë"},
            '"komunikatë" nuk është lloj publikimi. Shkruani njërin nga këta: ',
        ),
        ({"title": "?!"}, "Titulli duhet të ketë së paku një shkronjë ose shifër."),
        ({"title": " "}, "Titulli duhet të ketë së paku një shkronjë ose shifër."),
        ({"on": "nesër"}, '"nesër" nuk është datë. Shkruajeni si 2019-09-12 ose 12.09.2019.'),
        (
            {"languages": "sq,de"},
            '"de" nuk është gjuhë e zyrës. Shkruani disa nga këto: sq, sr, tr, en.',
        ),
    ],
)
def test_wrong_answer_gives_a_sentence_and_writes_nothing(
    wrong: dict[str, str],
    sentence: str,
    write_content: WriteContent,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = write_content({})
    right = {"kind": "release", "title": "Bora", "on": "2026-03-12", "languages": "sq"}

    assert new(content, silent, **{**right, **wrong}) == 1

    assert capsys.readouterr().err.startswith(sentence)
    assert list(content.rglob("*.md")) == []


def test_office_that_cannot_be_read_gives_a_sentence(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content({"office/office.yaml": "name: ["})

    assert new(content, kind="release", language="en") == 1

    assert "Run the check first." in capsys.readouterr().err


def test_questions_are_asked_in_the_language_of_the_staff(write_content: WriteContent) -> None:
    asked: list[str] = []
    answers = iter(["release", "Bora", "", ""])

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    assert new(write_content({}), ask) == 0
    assert [question.split("(")[0].rstrip() for question in asked] == [
        *("Cili lloj?", "Titulli:", "Dita e publikimit", "Gjuhët"),
    ]


def test_command_line_begins_a_publication_without_a_question(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content({})
    options = ["--kind", "notice", "--title", "Uji", "--date", "2.3.2026", "--languages", "sq,sr"]

    assert main(["new", "--content", str(content), "--language", "en", *options]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"Written: {content}/notices/2026/03-02-uji/index.{name}.md" for name in ("sq", "sr")
    ]
