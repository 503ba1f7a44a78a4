"""Whatever is written into a fact comes out as the text that it is, in every file of the site."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from lxml import etree, html

from tellal.compiler.building import build
from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.desk.speech import finding_line
from tellal.domain.findings import Refused
from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.say import Say
from tellal.outputs.words import Words, messages_of
from tellal.pages.plan import plan_pages
from tellal.reading.transliteration import to_cyrillic
from tellal.settings import Settings
from tests.conftest import OFFICE
from tests.outputs.keys import ROOT, TEMPLATES
from tests.pages.filled import AS_OF, edition, every_kind
from tests.worlds import NOW

URL = "https://x.example/zyra"
OURS = re.compile(r"/zyra/(theme|search)/|/zyra/[a-z-]+/emergency\.js$")
"""Scripts that the site brings itself."""
LINKED_DATA = "@type='application/ld+json'"
SLY = (
    """<script>alert('05')</script>"><img src=x onerror="alert(1)"> """
    """{{ 7*7 }} {% x %} &lt;b&gt; ]]>"""
)
BODY = """Teksti <script>alert(1)</script> dhe {{ 7*7 }}.

<a href="https://x.example" onclick="alert(1)">këtu</a> <b onmouseover="alert(1)">dhe</b>

<iframe src="https://x.example"></iframe> <style>p {color: red}</style>
"""


def words() -> Words:
    return compile_words(ROOT / "theme", LANGUAGES)


def sly(key: str) -> str:
    """Return a text that tries everything, and says which fact it is."""
    return f"{key} {SLY}"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site all of whose words are sly: the office's, and those of each kind."""
    folder = tmp_path_factory.mktemp("hostile")
    content = folder / "content"
    copytree(OFFICE, content / "office")
    for name in ("office", "directorates", "bodies"):
        _make_sly(content / "office" / f"{name}.yaml")
    files = dict(more())
    for filler in every_kind(Say(words()["sq"]), sly):
        files |= filler.files
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    settings = Settings(content, folder / "output", ROOT / "theme", URL, folder / "cache")
    try:
        build(settings, Moments(AS_OF, None, NOW))
    except Refused as refusal:
        pytest.fail("\n".join(finding_line(found, "", "en") for found in refusal.findings))
    return settings.output


def _make_sly(file: Path) -> None:
    """Make the names of the office sly; keys, languages, addresses and duties stay."""
    told = yaml.safe_load(file.read_text("utf-8"))
    for key, words in told.items():
        if key in ("name", "municipality", "state") or file.stem != "office":
            told[key] = {language: sly(text) for language, text in words.items()}
    if "contact" in told:
        told["contact"] = {
            "name": sly("contact"),
            "address": sly("address"),
            "phone": sly("phone"),
            "email": sly("email"),
        }
        told["elsewhere"] = [{"name": sly("elsewhere"), "url": "https://x.example/?a=1&b='2'"}]
    file.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")


def more() -> dict[str, str | bytes]:
    """Return what is gone, what has moved, what is outdated, and a text that tries everything."""
    withdrawn = {
        "on": "2026-03-20",
        "reason": "in_error",
        "note": sly("note"),
        "replaced_by": "releases/2026/03-21-e-re",
    }
    return {
        "releases/2026/03-20-hequr/index.sq.md": edition(
            {"title": sly("hequr"), "withdrawn": withdrawn}, BODY
        ),
        "releases/2026/03-21-e-re/index.sq.md": edition(
            {"title": sly("e re"), "slug": "krejt-e-re", "translated_by": "machine"}, BODY
        ),
        "notices/2026/03-22-skaduar/index.sq.md": edition(
            {"title": sly("skaduar"), "expires": "2026-03-23"}, BODY
        ),
        "notices/2026/03-22-skaduar/index.sr.md": edition({"title": sly("isteklo")}, BODY),
        "invitations/2027/01-10-takimi/index.sq.md": edition(
            {"title": sly("takimi"), "starts": "2027-01-12 10:00", "date": "2026-12-01"}, BODY
        ),
    }


def files(output: Path, *endings: str) -> list[Path]:
    found = [file for file in sorted(output.rglob("*")) if file.name.endswith(endings)]
    assert found
    return found


def test_no_page_runs_anything_that_the_theme_does_not_bring(output: Path) -> None:
    for file in files(output, ".html"):
        page = html.fromstring(file.read_bytes())
        scripts = page.xpath(f"//script/@src | //script[not(@src) and not({LINKED_DATA})]/text()")
        assert [str(script) for script in scripts if not OURS.match(str(script))] == [], file
        for data in page.xpath(f"//script[{LINKED_DATA}]/text()"):
            assert json.loads(str(data))["@context"] == "https://schema.org", file
        assert page.xpath("//iframe | //style | //object | //embed") == [], file
        names = {str(name) for element in page.iter(etree.Element) for name in element.attrib}
        assert not {name for name in names if name.startswith("on")}, file
        assert "x" not in page.xpath("//img/@src"), file
        addresses = [str(one) for one in page.xpath("//@href | //@src | //@action")]
        assert not [one for one in addresses if one.lower().startswith("javascript:")], file


def test_every_template_was_tried(output: Path) -> None:
    site = compile_site(output.parent / "content", Moments(AS_OF, None, NOW))
    messages = messages_of(words())

    makers = {page.maker for page in plan_pages(site, URL, messages)}
    templates = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.glob("pages/*")}
    assert templates - {"pages/comparison.html"} <= makers  # that one compares what git knows


def test_what_was_written_is_shown_letter_by_letter(output: Path) -> None:
    for file in files(output, ".html"):
        if file.parent == output and file.name == "index.html":
            continue
        page = html.fromstring(file.read_bytes())
        title = str(page.xpath("string(//h1)"))
        assert title, file
        for counted in page.xpath("//section[@class='form-box']/p"):
            counted.drop_tree()  # how many words and letters a text has
        told = str(page.xpath("string(//body)"))
        in_one_line = re.sub(r"\s+", " ", told)
        assert any(sly.strip() in in_one_line for sly in (SLY, to_cyrillic(SLY))), file
        assert not re.search(r"(?<!\d)49(?!\d)", re.sub(r"2026|\b(949|950)\b", "", told)), file


def test_alternative_text_of_a_photo_is_shown_letter_by_letter(output: Path) -> None:
    alternatives = [
        str(alt)
        for file in files(output, "index.html")
        if file.parent.name == "plot"
        for alt in html.fromstring(file.read_bytes()).xpath("//img/@alt")
    ]

    assert sly("photos.alt") in alternatives
    assert all("<script>" in alternative for alternative in alternatives)


def written(file: Path, output: Path) -> str:
    """Return the sly text in the script of a file."""
    return to_cyrillic(SLY) if file.relative_to(output).parts[0] == "sr-cyrl" else SLY


def test_feeds_in_xml_are_whole_and_say_what_was_written(output: Path) -> None:
    for file in files(output, ".rss.xml", ".atom.xml"):
        root = etree.fromstring(file.read_bytes())
        titles = [str(text) for text in root.xpath("//*[local-name()='title']/text()")]
        assert written(file, output) in titles[0], file
        for title in titles:
            assert written(file, output) in title or "'05'" not in title, file
        for text in root.xpath("//*[local-name()='content' or local-name()='encoded']/text()"):
            _assert_harmless(str(text))


def test_feeds_in_json_are_whole_and_say_what_was_written(output: Path) -> None:
    for file in files(output, "all.json"):
        feed = json.loads(file.read_text("utf-8"))
        assert written(file, output) in feed["title"]
        for item in feed["items"]:
            _assert_harmless(item["content_html"])


def _assert_harmless(text: str) -> None:
    page = html.fragment_fromstring(text, create_parent="div")
    assert page.xpath(".//script | .//iframe | .//style | .//@onerror | .//@onclick") == []
    assert not [one for one in page.xpath(".//@href") if str(one).startswith("javascript:")]


def test_sitemaps_are_whole_and_name_addresses_only(output: Path) -> None:
    for file in files(output, "sitemap.xml", "sitemap-2026.xml", "sitemap-pages.xml"):
        root = etree.fromstring(file.read_bytes())
        for place in root.xpath("//*[local-name()='loc']/text()"):
            assert re.fullmatch(r"https://x\.example/zyra/[\w./-]*", str(place))
