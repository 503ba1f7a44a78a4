"""The office's report as files: the same bytes each time, in four scripts, and checked again."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from shutil import copytree

import pytest
from lxml import html
from pypdf import PdfReader

from tellal.__main__ import main
from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.desk.report import WorkReport, period_of, work_report
from tellal.desk.told import read_told
from tellal.desk.verify import change_lines, difference_lines
from tellal.desk.ways import passed_in, table_of
from tellal.domain.findings import WrongAnswer
from tellal.outputs.tables import render_table
from tellal.settings import Settings
from tests.accounts import MARCH, SMALL, figures_of, release
from tests.conftest import AS_OF, NOW, WriteContent

ROOT = Path(__file__).parents[2]
PUBLISHCONF = str(ROOT / "publishconf.py")
RELEASES = 'data-figure="communications.release"'
LATER = {"releases/2026/04-11-me-vone/index.sq.md": release("Më vonë")}


def settings_for(content: Path) -> Settings:
    theme, nowhere = ROOT / "theme", content / "nowhere"
    return Settings(content, nowhere, theme, "https://arnishta.example", nowhere)


def report_of(content: Path, as_of: str = AS_OF) -> WorkReport:
    site = compile_site(content, Moments(as_of, None, NOW))
    return work_report(site, MARCH, settings_for(content))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[WorkReport, dict[str, bytes]]:
    """Return the report of the small municipality and its files."""
    content = tmp_path_factory.mktemp("small")
    copytree(ROOT / "tests" / "office", content / "office")
    for path, text in SMALL.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")
    report = report_of(content)
    return report, dict(report.files())


def test_report_is_a_page_and_a_pdf_in_each_language_and_data(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    _, files = small

    own = {path for path in files if not path.startswith("theme/")}
    tags = ("sq", "sr-Latn", "sr-Cyrl", "tr", "en")
    pages = {f"report.{tag}.{form}" for tag in tags for form in ("html", "pdf")}
    assert own == pages | {"figures.csv", "lists.csv", "report.json", "content.sha256"}


def test_report_has_the_same_bytes_each_time(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    report, files = small

    again = dict(report_of(report.settings.content).files())

    assert again == files


def test_sentences_say_the_figures_as_each_language_counts(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    _, files = small

    said = {
        tag: [
            " ".join(one.text_content().split())
            for one in html.fromstring(files[f"report.{tag}.html"]).find_class("report-sentence")
        ]
        for tag in ("sq", "sr-Latn", "sr-Cyrl", "tr", "en")
    }

    assert said["sq"][0] == (
        "Gjatë kësaj periudhe zyra ka komunikuar me qytetarët në 5 raste: 3 komunikata për media, "
        "1 njoftim dhe 1 ftesë për aktivitete publike."
    )
    assert said["sr-Latn"][0] == (
        "U ovom periodu kancelarija se obratila građanima 5 puta: 3 saopštenja za medije, "
        "1 obaveštenje i 1 poziv na javne događaje."
    )
    assert said["sr-Cyrl"][1] == (
        "Период има 22 радна дана. То је у просеку 0,23 по радном дану у свим облицима заједно, "
        "а 0,14 када се броје само саопштења за медије."
    )
    assert said["tr"][0] == (
        "Bu dönemde ofis kamuoyuna 5 kez seslenmiştir: 3 basın bildirisi, 1 duyuru ve "
        "1 etkinlik daveti."
    )
    assert said["en"][1] == (
        "The period has 22 working days. On average that is 0.23 communications per working day "
        "in all forms together, and 0.14 when media releases alone are counted."
    )


def test_every_link_in_the_report_leads_to_a_list_in_it_or_to_the_site(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    _, files = small
    page = html.fromstring(files["report.sq.html"])
    anchors = page.xpath("//@id")

    assert len(anchors) == len(set(anchors))
    links = [str(link) for link in page.xpath("//main//a/@href")]
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside <= set(anchors)
    assert {"communications-release", "second-language-none"} <= inside
    outside = {link for link in links if not link.startswith("#")}
    assert all(link.startswith("https://arnishta.example/") or link in files for link in outside)


def test_the_list_behind_a_figure_has_as_many_entries_as_the_figure_says(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    report, files = small
    page = html.fromstring(files["report.tr.html"])
    figures = figures_of(report.site)

    for data in page.xpath("//data[@data-figure]"):
        figure = figures[data.get("data-figure")]
        target = data.xpath("./a/@href")
        if not figure.folders or figure.key.startswith(("languages_present", "languages_derived")):
            continue
        entries = page.xpath(f"//section[@aria-labelledby='{target[0][1:]}']/ol/li")
        assert len(entries) == len(figure.folders), figure.key


@pytest.mark.parametrize(
    ("tag", "letters"), [("sq", "ëç"), ("sr-Latn", "čšđ"), ("sr-Cyrl", "жшћ"), ("tr", "ışğ")]
)
def test_pdf_is_tagged_and_can_be_read_in_its_script(
    small: tuple[WorkReport, dict[str, bytes]], tag: str, letters: str
) -> None:
    _, files = small
    reader = PdfReader(BytesIO(files[f"report.{tag}.pdf"]))

    text = "".join(page.extract_text() for page in reader.pages)

    assert set(letters) <= set(text)
    assert "0,14" in text
    assert "22" in text
    root = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]).startswith(tag[:2])  # type: ignore[index]
    assert reader.metadata
    assert str(reader.metadata.title).strip()


def test_pdf_is_packed_and_shows_the_charts(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    """A report of nine months has some 5,000 links: as typst writes it, it has four megabytes."""
    _, files = small
    pdf = files["report.sq.pdf"]
    reader = PdfReader(BytesIO(pdf), strict=True)

    text = "".join(page.extract_text() for page in reader.pages)
    links = [note for page in reader.pages for note in page.get("/Annots", [])]

    assert pdf.count(b" 0 obj") < 100
    assert b"/Type/ObjStm" in pdf
    assert len(links) > 50
    assert "Komunikimet sipas llojit" in text


def test_each_list_stands_once_in_the_report(small: tuple[WorkReport, dict[str, bytes]]) -> None:
    _, files = small
    page = html.fromstring(files["report.sq.html"])

    lists = [
        tuple(one.text_content() for one in section.xpath("./ol/li"))
        for section in page.find_class("counted-list")
    ]

    assert len(lists) == len(set(lists))


def test_tables_open_with_a_header_in_utf_8_and_in_order(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    report, files = small

    figures = list(csv.DictReader(StringIO(files["figures.csv"].decode())))
    lists = list(csv.DictReader(StringIO(files["lists.csv"].decode())))

    assert [row["figure"] for row in figures] == [figure.key for figure in report.figures]
    assert figures[1]["label_tr"] == "İletişim: Basın bildirisi"
    releases = [row["title"] for row in lists if row["figure"] == "communications.release"]
    assert releases == ["Uji", "Rruga", "Bora"]
    assert {row["list"] for row in figures} - {""} <= {
        *(row["figure"] for row in lists),
        *(f"languages_missing.{tag}" for tag in report.voices),
    }


def test_data_names_the_period_the_moment_and_the_content(
    small: tuple[WorkReport, dict[str, bytes]],
) -> None:
    _, files = small
    data = json.loads(files["report.json"])

    assert data["period"] == ["2026-03-01", "2026-03-31"]
    assert data["as_of"] == "2026-03-31T12:00+02:00"
    assert re.fullmatch("[0-9a-f]{64}", data["digest"])
    assert data["digest"].encode() in files["report.sq.html"]


# --- verifying ---


@pytest.fixture
def written(write_content: WriteContent, tmp_path: Path) -> tuple[Path, Path]:
    """Return a content folder and the folder of its report."""
    content = write_content(SMALL)
    assert run("report", "2026-03-01", "31.03.2026", content=content, output=tmp_path / "out") == 0
    return content, tmp_path / "out" / "2026-03-01_2026-03-31"


def run(*words: str, content: Path, output: Path) -> int:
    places = ["--content", str(content), "--output", str(output)]
    options = ["--settings", PUBLISHCONF, "--as-of", AS_OF, "--language", "en"]
    return main([*words, *places, *options])


def verified(file: Path, content: Path) -> list[str]:
    told = read_told(file)
    return list(difference_lines(told, report_of(content, told.as_of.isoformat()), "en"))


@pytest.mark.parametrize(
    "name", ["report.sq.html", "report.sr-Cyrl.html", "report.json", "figures.csv"]
)
def test_report_holds_while_its_content_does(written: tuple[Path, Path], name: str) -> None:
    content, folder = written

    assert verified(folder / name, content) == []
    assert run("verify-report", str(folder / name), content=content, output=folder) == 0


def test_later_publications_and_translations_break_no_report(
    written: tuple[Path, Path],
) -> None:
    content, folder = written
    later = {
        **LATER,
        "releases/2026/03-16-bora/index.sr.md": release("Sneg", "translated_at: 2026-04-02 09:00"),
    }
    for path, text in later.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")

    assert verified(folder / "report.tr.html", content) == []


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        (f'value="3" {RELEASES}', f'value="4" {RELEASES}', "the report says 4, the content says 3"),
        (">3</a></data>", ">4</a></data>", 'shows "4" where it counts 3'),
        (">5</a> raste", ">50</a> raste", "A sentence says other numbers"),
    ],
    ids=["in the data", "as shown", "in a sentence"],
)
def test_a_changed_figure_is_found(
    written: tuple[Path, Path], was: str, becomes: str, said: str
) -> None:
    content, folder = written
    file = folder / "report.sq.html"
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes, 1), "utf-8")

    (line,) = verified(file, content)

    assert said in line
    assert run("verify-report", str(file), content=content, output=folder) == 1


@pytest.mark.parametrize(
    ("name", "was", "becomes", "said"),
    [
        ("report.sq.html", "/03/bora/", "/03/bore/", "the list behind it"),
        ("report.sq.html", "nga 5<", "nga 6<", "out of 6, the content out of 5"),
        ("lists.csv", "2026/03-16-bora", "2026/03-17-bora", "the list behind it"),
        ("lists.csv", ",90", ",91", "the list behind it"),
        ("figures.csv", ",count,5,", ",count,6,", "out of 6, the content out of 5"),
        ("content.sha256", "03-16-bora", "03-17-bora", "The file content.sha256 beside the report"),
    ],
)
def test_whatever_is_tampered_with_is_found(
    written: tuple[Path, Path], name: str, was: str, becomes: str, said: str
) -> None:
    content, folder = written
    file = folder / name
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes), "utf-8")
    asked = folder / "report.json" if name == "content.sha256" else file

    lines = verified(asked, content)

    assert lines
    assert all(said in line for line in lines)
    assert run("verify-report", str(asked), content=content, output=folder) == 1


def test_a_figure_changed_in_the_data_is_found(written: tuple[Path, Path]) -> None:
    content, folder = written
    for name, was in (("figures.csv", "communications,5,"), ("report.json", '"value": 5')):
        file = folder / name
        file.write_text(file.read_text("utf-8").replace(was, was.replace("5", "6"), 1), "utf-8")

    assert verified(folder / "figures.csv", content) == [
        "communications: the report says 6, the content says 5."
    ]
    assert "communications: the report says 6, the content says 5." in verified(
        folder / "report.json", content
    )


def test_a_changed_content_makes_no_figure_false_and_is_named(written: tuple[Path, Path]) -> None:
    content, folder = written
    changed = content / "releases/2026/03-02-uji/index.tr.md"
    changed.write_text(changed.read_text("utf-8") + "\nBir cümle daha.\n", "utf-8")

    for name in ("report.json", "report.tr.html", "lists.csv"):
        told = read_told(folder / name)
        now = report_of(content, told.as_of.isoformat())

        assert verified(folder / name, content) == []
        assert [*change_lines(told, now, "en")][1].startswith(
            "releases/2026/03-02-uji: its content is not what it was"
        )
        assert run("verify-report", str(folder / name), content=content, output=folder) == 0


def test_a_publication_slipped_in_is_found_and_counted(written: tuple[Path, Path]) -> None:
    content, folder = written
    added = content / "releases/2026/03-23-tjeter/index.sq.md"
    added.parent.mkdir(parents=True)
    added.write_text(release("Tjetër"), "utf-8")

    lines = verified(folder / "report.json", content)

    assert "communications: the report says 5, the content says 6." in lines
    told = read_told(folder / "report.json")
    changed = [*change_lines(told, report_of(content, told.as_of.isoformat()), "en")]
    assert "releases/2026/03-23-tjeter: it was not there when the report was made." in changed


@pytest.mark.parametrize("text", ["{}", "not data"])
def test_what_is_no_report_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    for name in ("report.json", "page.html"):
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(WrongAnswer):
            read_told(tmp_path / name)


@pytest.mark.parametrize(("first", "last"), [("2026-03-01", "march"), ("2026-03-02", "2026-03-01")])
def test_a_period_is_two_days_in_order(first: str, last: str) -> None:
    with pytest.raises(WrongAnswer):
        period_of(first, last)


def test_report_opens_with_how_soon_releases_were_public_where_that_is_known(
    small: tuple[WorkReport, dict[str, bytes]], tmp_path: Path
) -> None:
    report, files = small
    assert b"brought to the public" not in files["report.en.html"]
    for number, seconds in enumerate((14, 9, 300)):
        way = {"release": f"00000{number}-1a2b3c4d", "commit": "1a2b3c4d", "sent": 1}
        at = report.site.as_of.timestamp() - 5 * 86_400 + number
        values = {**way, "committed": at - seconds, "public": at}
        (tmp_path / f"{number}.json").write_text(json.dumps(values), "utf-8")
    with_ways = replace(report, passed=passed_in(tmp_path, MARCH, report.site.as_of))
    page = report.theme.env.get_template("documents/work_report.html")
    text = page.render(page=with_ways.view("en"), say=report.theme.voices["en"])
    told = tmp_path / "report.en.html"
    told.write_text(text, "utf-8")

    assert "brought to the public 3 times." in text
    assert "at most 14 s in half of the cases, and at most 300 s in nine of ten." in text
    assert 'href="releases.csv"' in text
    assert render_table(table_of(with_ways.passed)).count("1a2b3c4d") == 6
    assert [*difference_lines(read_told(told), report, "en")] == []
    (tmp_path / "x.json").write_text("{}", "utf-8")
    with pytest.raises(WrongAnswer, match="is no record of a release"):
        passed_in(tmp_path, MARCH, report.site.as_of)
