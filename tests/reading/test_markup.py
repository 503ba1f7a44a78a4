"""Any text becomes safe, whole HTML: nothing acts, loads, or breaks out of its place."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tellal.reading.markup import headings_of, prose_of, targets_of
from tellal.reading.source_text import text_of
from tellal.reading.transliteration import html_to_cyrillic, html_to_latin
from tests.conftest import parsed


def html_of(text: str, is_act: bool = False) -> str:
    return prose_of(text, "sq", is_act).html


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "tellal:attach:../../x",
    ],
)
def test_link_that_could_act_dies_and_its_words_stay(link: str) -> None:
    for text in (f"[fjalë]({link})", f"[fjalë](<{link}>)", f'<a href="{link}">fjalë</a>'):
        body = prose_of(text, "sq", is_act=False)

        assert "fjalë" in body.html
        assert all(found.startswith("tellal:attach:") for found in targets_of(body.html, "href"))
        assert not re.search(r"href=\"\s*(java|data|vb|file)", body.html, re.IGNORECASE)


def test_link_to_the_web_or_to_mail_lives() -> None:
    text = "[a](https://example.org/?a=b&c) <mailto:zyra@arnishta.example> [t](tel:+383280000000)"

    assert list(targets_of(html_of(text), "href")) == [
        "https://example.org/?a=b&c",
        "mailto:zyra@arnishta.example",
        "tel:+383280000000",
    ]


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<style>body { display: none }</style>",
        "<iframe src='https://example.org'></iframe>",
        "<object data='x'></object><embed src='x'>",
        "<form action='https://example.org'><input name='x'></form>",
        "<svg onload='alert(1)'><script>alert(1)</script></svg>",
        "<math><mi xlink:href='javascript:alert(1)'>",
        "<link rel='stylesheet' href='x'><meta http-equiv='refresh' content='0'><base href='x'>",
        "<p onclick='alert(1)' style='position: fixed' class='menu' id='main' data-x='y'>Po.</p>",
        "<img src='x.png' onerror='alert(1)' srcset='https://example.org/x' style='x' alt='x'>",
        "<a href='https://example.org' target='_blank' ping='https://example.org' download>x</a>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    ],
)
def test_markup_that_could_act_goes(attack: str) -> None:
    for text in (attack, f"Teksti {attack} vijon.", f"> {attack}", f"| a |\n|---|\n| {attack} |"):
        body = parsed(html_of(text))

        assert acting(body) == set()


HARMLESS = set(
    "p h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td strong em b i code pre hr br "
    "a img sup sub div dl dt dd abbr span q cite caption section body".split()
)
HARMLESS_ATTRIBUTES = {"a href", "img src", "img alt", "ol start", "abbr title", "th scope"}


def acting(body: etree._Element) -> set[str]:
    """Return the elements and attributes that no text may have."""
    found: set[str] = set()
    for element in body.iter():
        names = {f"{element.tag} {name}" for name in element.attrib}
        named = {f"{element.tag} {name}" for name in ("lang", "class", "id")}
        found |= ({element.tag} - HARMLESS) | (names - named - HARMLESS_ATTRIBUTES)
        found |= set(element.get("class", "").split()) - {
            *("footnote", "footnote-ref", "footnote-backref", "article"),
            *("align-left", "align-right", "align-center"),
        }
    return found


@pytest.mark.parametrize("text", ["</div></main>", "<div><p><strong>", "<!-- ", "<table><tr><td>"])
def test_unclosed_tag_cannot_break_out_of_the_text(text: str) -> None:
    page = f"<main>{html_of(text)}</main><footer></footer>"

    assert elements_of(page) == ["main", "footer"]


@pytest.mark.parametrize(
    "text",
    [
        "<dd><h3>Neni 7</h3>",
        "<span><h2>Neni 7</h2></span>",
        "<strong>\n\n## Neni 7\n\n</strong>",
        "## <li><h2 lang=sr><h3>Neni 7</h3>",
        "<table><tr><td>\n\n## Neni 7\n\n</td></tr></table>",
        "<h2><div><h2>Neni 7</h2></div></h2>\n\n## Neni 8",
    ],
)
def test_article_inside_an_element_leaves_the_text_whole(text: str) -> None:
    parsed(html_of(text, is_act=True))


def elements_of(page: str) -> list[str]:
    """Return the elements that a browser sees in a page, those within them left out."""
    body = html5lib.parse(page, namespaceHTMLElements=False).find("body")
    assert body is not None
    return [element.tag for element in body]


def test_no_identifier_can_be_forged() -> None:
    text = "## Titulli\n\n<a id='s-titulli'></a><li id='main'>x</li><p id='art-5'>y</p>"

    assert parsed(html_of(text)).xpath("//@id") == ["s-titulli"]


def test_no_identifier_stands_twice() -> None:
    name = str(parsed(html_of("A.[^1]\n\n[^1]: B.")).xpath("//li/@id")[0])
    text = f"A.[^1] <a id='{name}'></a><sup id='{name}'>x</sup>\n\n<a id='{name}'></a>\n\n[^1]: B."

    identifiers = parsed(html_of(text)).xpath("//@id")

    assert identifiers.count(name) == 1


def test_footnote_is_linked_both_ways() -> None:
    body = parsed(html_of("Teksti.[^1]\n\n[^1]: Shënimi."))

    assert body.xpath("//sup/a/@href") == [f"#{name}" for name in body.xpath("//li/@id")]
    assert body.xpath("//li//a/@href") == [f"#{name}" for name in body.xpath("//sup/@id")]
    assert len(body.xpath("//@href")) == 2


def test_table_says_what_its_headers_head_and_how_its_cells_are_aligned() -> None:
    body = parsed(html_of("| Emri | Shuma | |\n|:---|---:|:-:|\n| Uji | 5 | x |"))

    assert body.xpath("//th/@scope") == ["col", "col"]
    assert body.xpath("//thead//@class") == ["align-left", "align-right", "align-center"]
    assert body.xpath("//tbody//td/@class") == ["align-left", "align-right", "align-center"]
    assert body.xpath("//*[@align]") == []


def test_header_of_a_table_without_alignment_says_what_it_heads_too() -> None:
    body = parsed(html_of("| Emri | Shuma |\n|---|---|\n| Uji | 5 |"))

    assert body.xpath("//th/@scope") == ["col", "col"]
    assert body.xpath("//@class") == []


def test_corner_of_a_table_that_heads_nothing_is_no_header() -> None:
    body = parsed(html_of("| | 2025 |\n|---|---|\n| Uji | 5 |"))

    assert body.xpath("count(//thead//th)") == 1
    assert body.xpath("count(//thead//td)") == 1


def test_picture_from_another_host_loses_its_address() -> None:
    for source in (
        "https://pamje.example/x.png",
        "//pamje.example/x.png",
        "data:image/png,x",
        "/x.png",
    ):
        assert html_of(f"![Sheshi]({source})") == '<p><img alt="Sheshi"></p>'


def test_inner_link_is_marked_for_the_page_that_shows_it() -> None:
    text = (
        "[a]({filename}/releases/2026/03-12-bora/index.sq.md#s-rruget) [b]({attach}harta.pdf) "
        "[c](harta.pdf) [d]({static}harta.pdf) ![e](sheshi.png) [f](#s-rruget)"
    )

    assert prose_of(text, "sq", is_act=False).body.links == (
        "filename:/releases/2026/03-12-bora/index.sq.md#s-rruget",
        "attach:harta.pdf",
        "attach:sheshi.png",
    )


@pytest.mark.parametrize(
    "text", ['Shkruani href="x".', '`<a href="x">`', '<abbr title="a src=">x</abbr>']
)
def test_words_that_look_like_a_link_stay_words(text: str) -> None:
    body = prose_of(text, "sq", is_act=False)

    assert body.body.links == ()
    assert "tellal:" not in body.html


def test_picture_whose_description_looks_like_a_link_keeps_it() -> None:
    assert prose_of("![a src=](x.png)", "sq", is_act=False).body.links == ("attach:x.png",)


def test_text_in_another_language_keeps_its_mark() -> None:
    html = html_of('<h2 lang="en">Strategy</h2>\n\nFjala <span lang="en">open data</span>.')

    assert '<h2 lang="en" id="s-strategy">Strategy</h2>' in html
    assert '<span lang="en">open data</span>' in html


def test_heading_of_the_first_level_never_reaches_the_page() -> None:
    assert "h1" not in html_of("# Titulli\n\nTitulli\n=======\n\n<h1>Titulli</h1>")


def test_headings_are_plain_text_with_their_level() -> None:
    html = html_of("## Buxheti *i ri* & tatimet\n\n### Pika `1`")

    assert list(headings_of(html)) == [(2, "Buxheti i ri & tatimet"), (3, "Pika 1")]


def test_digest_changes_with_the_text_and_with_nothing_else() -> None:
    first, again, other = (prose_of(text, "sq", False) for text in ("Bora", "Bora", "Bora."))

    assert first == again
    assert first.body.digest != other.body.digest


TAGS_OF_ALL_KINDS = """
<p> </p> <div> </div> <span> </span> <a> </a> <strong> </strong> <em> <li> <ul> </ul> <ol> <dl> <dd>
<table> <tr> <td> </td> </table> <blockquote> </blockquote> <pre> </pre> <code> </code> <h2> </h2>
<h3> <q> <cite> <br> </br> <hr> <script> </script> <style> <svg> <math> <mtext> <iframe> <noscript>
<template> <select> <textarea> <title> <plaintext> <xmp> <!-- --> <![CDATA[ ]]> <!x <?x ?> <img
<h2·lang=sr> <a·lang="·id=" <a·id='fn:1'> <li·id=fn:1> <sup·id='fnref:1'> <a·href=' <abbr·title='
<img·src=x·onerror=y> <p·onclick=' <td>¶¶##·Neni·8¶¶
"""
MARKS_OF_ALL_KINDS = """
## ### # Neni·5 Član·6 ¶¶##·Madde·7¶¶ - * + 1. 3) > ** _ ` ``` ~~~ \\ [x]( ![x]( [^1] [^1]: *[a]: :
{attach}x {filename} javascript: data: & &amp &#0; &#xD800; &lt; " ' < = | ¶|--|--|¶ ¶ ¶¶ ¶···· →
https://a.example <https://a.example> ///Footnotes·Go·Here/// klzzwxh:0000 zz1337820767766393449qq
"""
PIECES = st.sampled_from(
    [
        piece.replace("·", " ").replace("¶", "\n").replace("→", "\t")
        for piece in (TAGS_OF_ALL_KINDS + MARKS_OF_ALL_KINDS).split()
    ]
)
UNSEEN = st.sampled_from("\x02\x03\x0b\x85\u2028\ufffe")
TEXTS = st.lists(st.one_of(PIECES, PIECES, UNSEEN, st.text(max_size=4)), max_size=25).map("".join)


@settings(max_examples=400)
@given(text=TEXTS, is_act=st.booleans())
def test_any_text_becomes_whole_html_in_which_nothing_acts(text: str, is_act: bool) -> None:
    clean, _ = text_of(text.encode("utf-8", "replace"), "index.sr.md")
    assert clean is not None

    html = prose_of(clean, "sr-Latn", is_act).html

    for script in (html, html_to_cyrillic(html), html_to_latin(html)):
        body = parsed(script)
        identifiers = body.xpath("//@id")
        assert acting(body) == set()
        assert len(identifiers) == len(set(identifiers))
        assert not [link for link in body.xpath("//@href") if is_dangerous(link)]
        assert all(source.startswith("tellal:attach:") for source in body.xpath("//@src"))


def is_dangerous(link: str) -> bool:
    return not re.match(
        r"(https?:|mailto:|tel:|tellal:(filename|attach):|[#/])", link, re.IGNORECASE
    )


@given(text=TEXTS)
def test_any_text_stays_inside_the_element_that_holds_it(text: str) -> None:
    clean, _ = text_of(text.encode("utf-8", "replace"), "index.sq.md")
    assert clean is not None
    page = f"<main>{html_of(clean, is_act=True)}</main><footer></footer>"

    assert elements_of(page) == ["main", "footer"]
