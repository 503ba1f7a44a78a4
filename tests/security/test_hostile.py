"""Whatever a file holds, it harms nobody: no page acts, no path leads out, no reading hangs."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from lxml import etree
from PIL import Image

from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.desk.serve import server
from tellal.reading.files import attached_of
from tellal.reading.front_matter import split_text
from tellal.reading.markup import prose_of
from tellal.reading.proofs import proofread
from tellal.reading.scan import Source
from tellal.reading.source_text import printable, text_of
from tellal.reading.transliteration import is_cyrillic, to_cyrillic
from tellal.settings import Settings
from tests.conftest import AS_OF, NOW, OFFICE, Files, FindingsOf, WriteContent

FOLDER = "releases/2026/03-12-bora"
TEXT = f"{FOLDER}/index.sq.md"
MANY = 100_000
PATIENCE = 60
"""Seconds. What grows with the square of its length takes minutes."""

Built = Callable[[Files], Path]


@pytest.fixture
def built(write_content: WriteContent, tmp_path: Path) -> Built:
    """Give what builds a site and returns its folder."""

    def build_there(files: Files) -> Path:
        content, output, theme = (
            write_content(files),
            tmp_path / "output",
            OFFICE.parents[1] / "theme",
        )
        settings = Settings(content, output, theme, "https://x.example", tmp_path / "cache")
        build(settings, Moments(AS_OF, None, NOW))
        return output

    return build_there


def release(facts: str = "title: Bora", text: str = "Teksti.") -> str:
    return f"---\n{facts}\n---\n\n{text}\n"


def rules(findings: list[str]) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in findings]


# --- paths ---


@pytest.mark.parametrize("key", ["../../../gjetkë", "a/b", "A", "ë", 'x" y="', "a\\nb", ""])
def test_directorate_cannot_lead_out_of_the_site(key: str, findings_of: FindingsOf) -> None:
    for name in ("directorates", "bodies"):
        assert "office-form" in rules(findings_of({f"office/{name}.yaml": f'"{key}":\n  sq: x\n'}))


def test_folder_whose_name_ends_a_line_is_no_folder(findings_of: FindingsOf) -> None:
    for folder in (f"{FOLDER}\n", "pages/kontakti\n"):
        assert rules(findings_of({f"{folder}/index.sq.md": release()})) == ["folder-name"]


@pytest.mark.parametrize("fact", ["slug: {}", "former_slugs: [{}]", "tags: {}"])
def test_address_is_never_longer_than_the_name_of_a_file(
    fact: str, findings_of: FindingsOf
) -> None:
    facts = f"title: Bora\n{fact.format('a' * 300)}"

    assert rules(findings_of({TEXT: release(facts)})) in (["slug-unusable"], ["tag-unusable"])


def test_name_of_a_file_leaves_room_for_that_of_its_half(findings_of: FindingsOf) -> None:
    assert rules(findings_of({TEXT: release(), f"{FOLDER}/{'a' * 240}.pdf": b""})) == ["file-name"]


@pytest.mark.parametrize(
    "link",
    [
        "{attach}../../../../etc/passwd",
        "{static}/etc/passwd",
        "%2e%2e%2f%2e%2e%2fharta.pdf",
        "{attach}/office/office.yaml",
        "{attach}index.sq.md",
        "..\\..\\..\\harta.pdf",
        "harta.pdf%00",
    ],
)
def test_link_leads_to_published_files_alone(link: str, findings_of: FindingsOf) -> None:
    found = findings_of({TEXT: release(text=f"[x]({link})"), f"{FOLDER}/harta.pdf": b""})

    assert rules(found) in (["link-dangling"], ["link-outside"])


# --- what the office says of itself ---


def test_office_cannot_be_told_so_that_the_build_breaks(findings_of: FindingsOf) -> None:
    card = (OFFICE / "office.yaml").read_text("utf-8")
    for languages in ("[]", "xx", "[[sq]]", "{sq: sq}"):
        told = card.replace("[sq, sr, tr, en]", languages)
        assert findings_of({"office/office.yaml": told, TEXT: release()})

    assert (
        findings_of({"office/office.yaml": f"{card}grace_days: 999999999\n", TEXT: release()}) == []
    )


# --- pages and feeds ---


def test_summary_is_text_also_to_readers_that_take_it_for_html(built: Built) -> None:
    output = built({TEXT: release("title: Bora\nsummary: <script>x</script> & 5 < 6")})

    for name, tag in (("rss", "description"), ("atom", "summary")):
        feed = etree.fromstring((output / f"sq/feeds/all.{name}.xml").read_bytes())
        [summary] = feed.xpath(
            f"//*[local-name()='item' or local-name()='entry']/*[local-name()='{tag}']"
        )
        assert summary.text == "&lt;script&gt;x&lt;/script&gt; &amp; 5 &lt; 6"


def test_words_that_look_like_a_link_are_not_made_one(built: Built) -> None:
    words = 'Shkruani href="/ketu" ose href="tellal:attach:harta.pdf".'
    output = built({TEXT: release(text=f"{words} [Harta](harta.pdf)"), f"{FOLDER}/harta.pdf": b""})

    assert words in (output / "sq/komunikata/2026/03/bora/index.html").read_text("utf-8")
    assert words.replace('"', '\\"') in (output / "sq/feeds/all.json").read_text("utf-8")


def test_what_has_expired_is_named_nowhere(built: Built) -> None:
    output = built(
        {
            "notices/2026/01-12-lista/index.sq.md": release(
                "title: Arben Krasniqi\nexpires: 2026-02-01\nslug: tjeter\nformer_slugs: [dikur]"
            ),
            "notices/2026/01-12-lista/index.sr.md": release("title: Arben Krasnići"),
            TEXT: release(
                "title: Bora\nabout: notices/2026/01-12-lista",
                "Shihni [listën]({filename}/notices/2026/01-12-lista/index.sq.md).",
            ),
        }
    )

    files = [file for file in output.rglob("*") if file.is_file() and "theme" not in file.parts]
    assert any("dikur" in file.parts for file in files)
    for name in ("Krasni", "Краснић"):
        assert not [file for file in files if name.encode() in file.read_bytes()]


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x7f", "\x80", "\x85", "\ufdd0", "\ufffe", "\U0001ffff"]
)
def test_sign_that_no_page_may_hold_is_left_out(sign: str, built: Built) -> None:
    escaped = f"\\U{ord(sign):08x}"
    text = release(f'title: "Bo{escaped}ra"', f"Tek{sign}sti &#x{ord(sign):x};.")

    assert sign not in printable(text)
    page = (built({TEXT: text}) / "sq/komunikata/2026/03/bora/index.html").read_text("utf-8")
    assert sign not in page
    assert "Bora" in page


# --- pictures ---


def png(*chunks: tuple[bytes, bytes], width: int = 2, height: int = 2) -> bytes:
    header = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (header, *chunks, (b"IDAT", b""))
    )


def saved_as(form: str) -> bytes:
    stream = BytesIO()
    Image.new("L", (2, 2)).save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg onload='alert(1)'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n",
        png((b"zTXt", b"a\0\0" + zlib.compress(b"a" * 50_000_000))),
        saved_as("GIF"),
        saved_as("TIFF"),
        saved_as("BMP"),
    ],
    ids=["empty", "svg", "postscript", "bomb of text", "gif", "tiff", "bmp"],
)
def test_only_a_picture_that_browsers_show_is_one(data: bytes) -> None:
    attached, found = attached_of(Source("foto.png", "", "foto.png"), data)

    assert attached.width is None
    assert [one.rule for one in found] == ["picture-broken"]


@pytest.mark.parametrize("side", [8_001, 12_000, 60_000])
def test_picture_that_would_fill_the_memory_is_never_unfolded(side: int) -> None:
    data = png(width=side, height=side)

    attached, found = attached_of(Source("foto.png", "", "foto.png"), data)

    assert attached.width is None
    assert [one.rule for one in found] == ["picture-too-large"]


# --- texts that are meant to keep the reader busy ---


@pytest.mark.parametrize("text", ["- " * 5_000 + "a", "1. " * 5_000 + "a", "a\n:   b\n" * 1_500])
def test_text_without_bottom_is_a_finding_and_the_next_one_is_read(
    text: str, findings_of: FindingsOf
) -> None:
    assert rules(findings_of({TEXT: release(text=text)})) == ["body-nested"]
    assert (
        prose_of("a\n\n    b", "sq", is_act=False).html.strip()
        == "<p>a</p>\n<pre><code>b\n</code></pre>"
    )


@pytest.mark.parametrize("text", ["a: " + "[" * MANY, "a:\n" + "- " * MANY, "a: " + "{" * MANY])
def test_nesting_without_end_is_told_at_once(text: str) -> None:
    assert ends(lambda: split_text("index.sq.md", f"---\n{text}\n---\n"))


@pytest.mark.parametrize(
    "line", ["a" + " " * MANY + "b", "a b " * (MANY // 4), "a" + " " * MANY + ":x"]
)
def test_line_that_is_no_fact_is_told_at_once(line: str) -> None:
    assert ends(lambda: split_text("index.sq.md", f"---\n{line}\n---\n"))


@pytest.mark.parametrize(
    "line",
    [
        "#x" + " " * MANY + "x",
        "# " * (MANY // 2) + "x",
        "#\t" * (MANY // 2) + "x",
        "x\n" + "=" * MANY,
    ],
)
def test_heading_of_the_first_level_is_found_at_once(line: str) -> None:
    split, _ = split_text("index.sq.md", f"---\na: b\n---\n\n{line}\n")
    prose = prose_of("Teksti.", "sq", is_act=False)

    assert split is not None
    assert ends(lambda: list(proofread("index.sq.md", split, prose)))


def test_script_of_a_text_of_brackets_is_found_at_once() -> None:
    assert ends(lambda: is_cyrillic("<" * MANY + "š") is False)


@pytest.mark.parametrize("piece", ["IV.", "IV-", "a.", "a-", "1.", "{filename}", "in-"])
def test_word_without_end_is_spelled_at_once(piece: str) -> None:
    word = f"x{piece * (20_000 // len(piece))}y"

    assert ends(lambda: to_cyrillic(word) == word)
    assert ends(lambda: to_cyrillic(f"reč {word[:900]} reč"))


def ends(work: Callable[[], object]) -> bool:
    """Do the work: a search that tries every way would not come back within the suite's time."""
    return bool(work())


# --- bytes ---


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_of_two_bytes_a_letter_is_not_read_as_one(encoding: str) -> None:
    text, found = text_of(release("title: Petrović").encode(encoding), "index.sr.md")

    assert text is None
    assert [one.rule for one in found] == ["file-encoding"]


# --- the server of the desk ---


@pytest.mark.parametrize(
    "path", ["/../x", "/%2e%2e/x", "/..%2fx", "/%00", "/index.html%00.png", "//etc/passwd"]
)
def test_desk_serves_its_folder_to_this_machine_alone(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").write_text("secret")
    (tmp_path / "output").mkdir()
    with server(tmp_path / "output", 0) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        host, port = serving.server_address[:2]
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", path)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        serving.shutdown()

    assert host == "127.0.0.1"
    assert b"secret" not in said
    assert "Traceback" not in capsys.readouterr().err
