"""What a review of the ways in and out found, each as a test: names, zips, requests, XML, YAML."""

from __future__ import annotations

import ast
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tellal.publish.bundled import write_bundle
from tellal.publish.conversation import Conversation
from tellal.publish.manifest import Manifest, is_unspeakable, parse
from tellal.publish.moved import map_of
from tellal.publish.offline import Offline
from tellal.publish.targets import FolderTarget, Publishing, target_of
from tellal.publish.webservers import SERVERS, Served
from tellal.publish.zipped import manifest_in, read_in
from tellal.reading.front_matter import split_text
from tests.conftest import Files, FindingsOf

PACKAGE = Path(__file__).parents[2] / "plugins" / "tellal"
READS_XML = {"parse", "iterparse", "fromstring", "XML", "XMLParser", "XMLPullParser"}
TEXT = "---\ntitle: Bora\n---\n\nTeksti.\n"


# --- names ---


@pytest.mark.parametrize(
    "name",
    ["a\nb", "a\rb", "a\x1b[2Jb", "a\\b", "\u202etxt.exe", "a\u2028b", "a\x00b", "\ufeffa"],
)
def test_name_that_a_line_or_a_terminal_could_misread_is_never_published(name: str) -> None:
    assert is_unspeakable(name)


@pytest.mark.parametrize("name", ["-rf.pdf", "$(id).pdf", "a;b.pdf", "'a'.pdf", "a%0d%0ab.pdf"])
def test_name_that_a_shell_could_misread_is_a_finding(name: str, findings_of: FindingsOf) -> None:
    files: Files = {"releases/2026/03-12-bora/index.sq.md": TEXT}
    found = findings_of({**files, f"releases/2026/03-12-bora/{name}": b"%PDF-1.4"})

    assert [line.rpartition("[")[2] for line in found] == ["file-name]"]


@pytest.mark.parametrize(
    "line",
    ["../../etc/passwd", "/etc/passwd", "a/../../b", "./a", "a//b"],
)
def test_manifest_of_a_host_does_not_lead_out_of_the_site(line: str) -> None:
    """What a host says is only ever compared: nothing is written to where it leads."""
    digest = "0" * 64
    text = f"# tellal manifest 1: 1 files, 5 bytes\n#5\n{digest}  {line}\n"
    found = parse(text, "host")

    assert isinstance(found, Manifest)
    writers = [
        file.name
        for file in (PACKAGE / "publish").glob("*.py")
        if "extractall" in file.read_text("utf-8") or ".extract(" in file.read_text("utf-8")
    ]
    assert writers == []


# --- zips ---


def hostile_zip(file: Path) -> Path:
    """Return a zip whose names lead out of where it is unpacked."""
    with ZipFile(file, "w") as archive:
        for name in ("../outside", "/tmp/tellal-outside", "a/../../outside", "log/head"):
            archive.writestr(name, b"x")
    return file


def test_zip_is_read_and_never_unpacked(tmp_path: Path) -> None:
    inner = tmp_path / "a/b"
    inner.mkdir(parents=True)
    file = hostile_zip(inner / "site.zip")

    assert len(manifest_in(file).entries) == 4
    assert read_in(file, "log/head") == b"x"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["site.zip"]


def test_zip_that_holds_a_great_deal_is_looked_at_piece_by_piece(tmp_path: Path) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive, archive.open("a", "w") as inside:
        for _ in range(200):
            inside.write(bytes(1_000_000))
    (tmp_path / "bomb.zip").write_bytes(stream.getvalue())

    [entry] = manifest_in(tmp_path / "bomb.zip").entries
    assert entry.size == 200_000_000


def test_kit_holds_no_name_that_leads_out_of_its_folder(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<a href="/sq/">sq</a>', "utf-8")
    write_bundle({"index.html": page}, Offline(""), {"START.html": b"x"}, tmp_path / "kit.zip")
    with ZipFile(tmp_path / "kit.zip") as archive:
        names = archive.namelist()

    assert names == ["START.html", "site/index.html", "manifest"]


# --- lines and heads ---


@pytest.mark.parametrize("owner", ["a\nswitch 000001-aaaaaaaa", "a\r\nok", "a\x00b"])
def test_request_to_a_host_is_one_line(owner: str, tmp_path: Path) -> None:
    with Conversation(FolderTarget(str(tmp_path / "srv"))) as talk, pytest.raises(AssertionError):
        talk.lock(owner)


@pytest.mark.parametrize(
    "leads",
    ["/x&#13;&#10;Set-Cookie: a=b", "/x; }", "/x $host", "//evil.example/", "javascript:alert(1)"],
)
def test_page_that_moved_leads_to_a_plain_address_of_this_site_or_the_server_does_not_know_it(
    leads: str, tmp_path: Path
) -> None:
    page = tmp_path / "a/index.html"
    page.parent.mkdir()
    page.write_text(f'<meta http-equiv="refresh" content="0; url={leads}">', "utf-8")

    assert map_of(tmp_path, ["a/index.html"]).splitlines()[1:] == []


def test_servers_files_hold_no_head_that_a_request_could_write_into() -> None:
    site = Served(
        host="x.example", root="/srv/x", languages=["sq", "en"], policy="default-src 'none'"
    )
    apache, nginx = (next(iter(SERVERS[name](site).values())) for name in ("apache", "nginx"))

    assert "UseCanonicalName On" in apache
    assert "absolute_redirect off" in nginx
    for line in (*apache.splitlines(), *nginx.splitlines()):
        if "Header" in line or "add_header" in line:
            assert not any(word in line for word in ("%{HTTP", "$http_", "$arg", "$host"))


@pytest.mark.parametrize(
    "to",
    [
        "ssh://a@b:22/srv/x;id",
        "ssh://-oProxyCommand=id@b/srv",
        "ssh://a@-b/srv",
        "rclone://a/../b",
        "rclone://a/-x",
        "rclone://:local/x",
        "folder://host/srv",
    ],
)
def test_target_that_another_program_could_take_for_an_option_is_refused(to: str) -> None:
    with pytest.raises(Exception, match="no place to publish to"):
        target_of(Publishing(Path("publishconf.py"), to))


# --- XML and YAML ---


def test_no_xml_is_read_from_outside() -> None:
    """Feeds and pages are written. Who reads none needs no defence against entities."""
    readers = []
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.ImportFrom(module=str(module), names=names) if "xml" in module.split("."):
                    readers += [f"{file}: {one.name}" for one in names if one.name in READS_XML]
                case ast.Import(names=names):
                    readers += [f"{file}: {n.name}" for n in names if n.name.startswith("xml.")]

    assert readers == []


def test_yaml_that_multiplies_itself_is_told_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    split, found = split_text("index.sq.md", "---\n" + "\n".join(lines) + "\n---\n\nTeksti.\n")

    assert found or split
    assert len(repr(split)) < 1_000_000
