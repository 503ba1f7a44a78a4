"""One byte in anything that was published: verify.py says so, with Python and ssh-keygen alone."""

from __future__ import annotations

import ast
import gzip
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.desk.chronicle import Chronicle
from tellal.publish import verify
from tellal.publish.signing import Signer
from tellal.settings import Settings
from tests.conftest import AS_OF, NOW, OFFICE
from tests.pdfs import pdf_of
from tests.publish.keys import new_key

FOLDER = "releases/2026/03-12-bora"
TEXT = f"{FOLDER}/index.sq.md"
PAGE = "sq/komunikata/2026/03/bora/index.html"
PDF = f"files/{FOLDER}/harta.pdf"


class Office:
    """An office with content, a key and a log, which publishes into a release folder."""

    def __init__(self, place: Path) -> None:
        self.place, self.key, self.now = place, new_key(place), datetime(2026, 4, 1, tzinfo=UTC)
        self.content, self.release = place / "content", place / "release"
        shutil.copytree(OFFICE, self.content / "office")
        self.settings = Settings(
            self.content,
            place / "output",
            OFFICE.parents[1] / "theme",
            "https://arnishta.example",
            place / "cache",
        )
        self.chronicle.change_key(None, None)

    @property
    def chronicle(self) -> Chronicle:
        self.now += timedelta(minutes=1)
        return Chronicle(self.settings, self.place / "log", str(self.key), self.now, "en")

    @property
    def signer(self) -> Signer:
        return Signer(self.key)

    def write(self, path: str, data: str | bytes) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    def publish(self, as_of: str = AS_OF) -> None:
        """Build, add to the log, and lay out a release with its manifest."""
        build(self.settings, Moments(as_of, None, NOW))
        chronicle = self.chronicle
        chronicle.up_to_date()
        public = self.release / "public"
        shutil.rmtree(self.release, ignore_errors=True)
        shutil.copytree(self.settings.output, public)
        for path, file in chronicle.files().items():
            (public / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, public / path)
        for page in list(public.rglob("*.html")):
            page.with_name(f"{page.name}.gz").write_bytes(gzip.compress(page.read_bytes()))
        (self.release / "manifest").write_text(manifest_of(public), "utf-8")

    def entries(self) -> list[tuple[str, str]]:
        log = verify.read_log(self.place / "log")
        return [(e["address"], e["what"]) for e in log.entries if e["what"] in verify.STATES]


def manifest_of(public: Path) -> str:
    paths = sorted(f.relative_to(public).as_posix() for f in public.rglob("*") if f.is_file())
    paths.sort(key=str.encode)
    datas = [(public / path).read_bytes() for path in paths]
    lines = "".join(
        f"#{len(data)}\n{sha256(data).hexdigest()}  {path}\n"
        for path, data in zip(paths, datas, strict=True)
    )
    return f"# tellal manifest 1: {len(paths)} files, {sum(map(len, datas))} bytes\n{lines}"


def release_text(text: str = "Rrugët janë të hapura.", facts: str = "") -> str:
    return f"---\ntitle: Bora\n{facts}---\n\n{text} [Harta](harta.pdf)\n"


def make_office(place: Path) -> Office:
    office = Office(place)
    office.write(TEXT, release_text())
    office.write(f"{FOLDER}/harta.pdf", pdf_of(["Harta e rrugeve"]))
    return office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Give an office whose release nobody leaves changed."""
    office = make_office(tmp_path_factory.mktemp("office"))
    office.publish()
    return office


def verdict(release: Path, *options: str) -> tuple[int, str]:
    """Return what verify.py answers, run alone: no library, nothing of ours."""
    command = [sys.executable, "-I", "-S", str(release / "public/log/verify.py"), str(release)]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_site_as_it_was_published_is_well(published: Office) -> None:
    code, words = verdict(published.release, "--key", published.signer.fingerprint)

    assert code == 0, words
    assert words.count("ok ") == 4


def test_site_without_its_manifest_is_well_too(published: Office) -> None:
    assert verify.main([str(published.release / "public")]) == 0


def test_page_that_browsers_get_made_smaller_is_looked_at_without_a_manifest(
    published: Office,
) -> None:
    file = published.release / "public" / f"{PAGE}.gz"
    data = file.read_bytes()
    file.write_bytes(gzip.compress(b"Krejt tjet\xc3\xabr"))
    try:
        assert verify.main([str(published.release / "public")]) == 1
    finally:
        file.write_bytes(data)


def test_page_that_browsers_get_by_brotli_is_looked_at_where_it_can_be(
    published: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = published.release / "public"
    page, twin = site / PAGE, site / f"{PAGE}.br"
    subprocess.run(("brotli", "--keep", str(page)), check=True)
    try:
        assert verify.main([str(site)]) == 0
        for wrong in (b"", b"Krejt tjeter", page.read_bytes()):
            twin.write_bytes(wrong)
            assert verify.main([str(site)]) == 1
            assert f"/{PAGE}.br is not /{PAGE} made smaller." in capsys.readouterr().out
        monkeypatch.setattr(shutil, "which", lambda _: None)
        assert verify.main([str(site)]) == 0
        assert "there is no command brotli here" in capsys.readouterr().out
    finally:
        twin.unlink()


def test_small_files_of_the_log_must_be_those_that_follow_from_it(published: Office) -> None:
    log = published.release / "public" / "log"
    for path in ("tile/0/000.p/2", "index/zz.txt"):
        (log / path).write_bytes(b"")
        code, words = verdict(published.release)
        (log / path).unlink()
        assert code == 1
        assert f"/log/{path} does not belong to the log." in words
    index = next(file for file in (log / "index").iterdir() if file.stat().st_size)
    data = index.read_bytes()
    index.unlink()
    code, words = verdict(published.release)
    index.write_bytes(data)
    assert code == 1
    assert f"/log/index/{index.name} is missing." in words


def test_page_that_says_that_a_translation_is_missing_is_not_in_the_log(published: Office) -> None:
    assert (published.release / "public/tr/bildiriler/2026/03/bora/index.html").is_file()
    assert {address[:4] for address, _ in published.entries()} == {"/sq/", "/fil"}


def test_each_byte_of_the_signed_head_matters(published: Office) -> None:
    file = published.release / "public/log/head"
    data = file.read_bytes()
    unnoticed = []
    for place in range(len(data)):
        file.write_bytes(data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :])
        with suppress(verify.Wrong):
            verify.read_log(file.parent)
            unnoticed.append(place)
    file.write_bytes(data)

    assert unnoticed == []


@pytest.mark.parametrize(
    "path",
    [
        f"public/{PAGE}",
        f"public/{PAGE}.gz",
        f"public/{PDF}",
        "public/robots.txt",
        "public/theme/css/site.css",
        "public/log/entries.jsonl",
        "public/log/head",
        "public/log/allowed_signers",
        "public/log/keys.txt",
        "public/log/tile/0/000.p/*",
        "public/log/tile/entries/000.p/*.txt",
        "manifest",
    ],
)
@given(place=st.integers(0, 10_000_000), change=st.integers(1, 255))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_byte_is_told(published: Office, path: str, place: int, change: int) -> None:
    file = next(published.release.glob(path))
    data = file.read_bytes()
    wrong = bytearray(data)
    wrong[place % len(data)] ^= change
    try:
        file.write_bytes(bytes(wrong))
        assert verify.main([str(published.release)]) == 1
    finally:
        file.write_bytes(data)


@pytest.mark.parametrize("path", [f"public/{PAGE}", f"public/{PDF}", "public/log/head"])
def test_file_that_is_missing_is_told(published: Office, path: str) -> None:
    file = published.release / path
    data = file.read_bytes()
    file.unlink()
    try:
        code, words = verdict(published.release)
    finally:
        file.write_bytes(data)
    assert code == 1
    assert Path(path).name in words or "/sq/komunikata/2026/03/bora/" in words


def test_file_that_was_slipped_in_is_told(published: Office) -> None:
    file = published.release / "public" / "sq" / "shtuar.html"
    file.write_text("E re", "utf-8")
    try:
        code, words = verdict(published.release)
    finally:
        file.unlink()
    assert code == 1
    assert "sq/shtuar.html is in the folder and not in the manifest." in words


def test_host_that_changes_page_manifest_and_all_is_caught_by_the_log(office: Office) -> None:
    office.publish()
    page = office.release / "public" / PAGE
    page.write_text(page.read_text("utf-8").replace("hapura", "mbyllura"), "utf-8")
    page.with_name("index.html.gz").write_bytes(gzip.compress(page.read_bytes()))
    (office.release / "manifest").write_text(manifest_of(office.release / "public"), "utf-8")

    code, words = verdict(office.release)

    assert code == 1
    assert "/sq/komunikata/2026/03/bora/ is not what was published on 2026-04-01" in words


def test_host_that_makes_a_log_of_its_own_is_caught_by_the_key(
    office: Office, tmp_path: Path
) -> None:
    office.publish()
    known = office.signer.fingerprint
    (tmp_path / "thief").mkdir()
    office.key = new_key(tmp_path / "thief")
    shutil.rmtree(office.place / "log")
    office.chronicle.change_key(None, None)
    office.publish()

    assert verdict(office.release)[0] == 0
    code, words = verdict(office.release, "--key", known)
    assert code == 1
    assert f"never signed by the key {known}" in words


def test_log_that_forgot_something_is_caught_by_an_older_head(office: Office) -> None:
    office.publish()
    older = office.place / "older-head"
    shutil.copy(office.release / "public/log/head", older)
    office.write(TEXT, release_text("Tjetër."))
    office.publish()
    assert verdict(office.release, "--older", str(older))[0] == 0

    shutil.rmtree(office.place / "log")  # the office itself begins anew, with the same key
    office.chronicle.change_key(None, None)
    office.publish()

    assert verdict(office.release)[0] == 0
    code, words = verdict(office.release, "--older", str(older))
    assert code == 1
    assert "are not what they were at" in words or "has become shorter" in words


def test_older_head_of_another_log_is_told(office: Office, tmp_path: Path) -> None:
    office.publish()
    (tmp_path / "b").mkdir()
    other = Office(tmp_path / "b")
    other.settings = replace(other.settings, url="https://lug.example")
    shutil.rmtree(other.place / "log")
    other.chronicle.change_key(None, None)

    code, words = verdict(office.release, "--older", str(other.place / "log" / "head"))

    assert code == 1
    assert "another log (lug.example/log)" in words


def test_document_is_looked_up(published: Office, tmp_path: Path) -> None:
    document, forged = tmp_path / "shkarkuar.pdf", tmp_path / "falsifikuar.pdf"
    document.write_bytes((published.release / "public" / PDF).read_bytes())
    forged.write_bytes(document.read_bytes() + b"\n")

    code, words = verdict(published.release, "--file", str(document))
    assert code == 0
    assert f"was published at /{PDF} on 2026-04-01" in words
    assert words.rstrip().endswith("and stands there.")
    code, words = verdict(published.release, "--file", str(forged))
    assert code == 1
    assert "never published these bytes" in words


def test_what_became_of_a_publication_is_in_the_log(office: Office) -> None:
    office.publish()
    office.write(TEXT, release_text("Mbyllur.", "revisions: [{on: 2026-03-20, note: Gabim.}]\n"))
    office.publish()
    withdrawn = "withdrawn:\n  on: 2026-03-25\n  reason: in_error\n"
    office.write(TEXT, release_text("Mbyllur.", withdrawn))
    office.publish()

    address = "/sq/komunikata/2026/03/bora/"
    assert [what for where, what in office.entries() if where == address] == [
        "published",
        "revised",
        "withdrawn",
    ]
    assert [what for where, what in office.entries() if where == f"/{PDF}"] == [
        "published",
        "removed",
    ]
    assert verdict(office.release)[0] == 0
    document = office.content / FOLDER / "harta.pdf"
    assert "it is removed" in verdict(office.release, "--file", str(document))[1]


def test_what_waits_is_not_in_the_log(office: Office) -> None:
    office.write(
        "releases/2026/03-13-e-fshehte/index.sq.md",
        "---\ntitle: E fshehte\npublish_at: 2026-04-05 10:00\n---\n\nTeksti.\n",
    )
    office.publish()
    assert "fshehte" not in (office.place / "log" / "entries.jsonl").read_text("utf-8")

    office.publish(as_of="2026-04-05T10:00")
    assert "fshehte" in (office.place / "log" / "entries.jsonl").read_text("utf-8")


def test_publishing_again_adds_nothing(office: Office) -> None:
    office.publish()
    before = office.entries()
    office.publish()

    assert office.entries() == before


def test_new_address_and_the_old_one_are_in_the_log(office: Office) -> None:
    office.publish()
    office.write(TEXT, release_text(facts="slug: bora-e-madhe\n"))
    office.publish()

    assert ("/sq/komunikata/2026/03/bora/", "moved") in office.entries()
    assert ("/sq/komunikata/2026/03/bora-e-madhe/", "published") in office.entries()
    assert verdict(office.release)[0] == 0


@given(st.binary(max_size=400))
def test_no_log_breaks_the_reader(data: bytes) -> None:
    for parse in (verify.parse_entries, lambda d: verify.parse_head(d.decode("utf-8", "replace"))):
        with suppress(verify.Wrong):
            parse(data)


def test_folder_that_is_no_site_is_told(tmp_path: Path) -> None:
    assert verify.main([str(tmp_path)]) == 1
    assert verify.main([str(tmp_path / "nuk-ekziston")]) == 1


def test_older_head_that_cannot_be_read_is_told(published: Office, tmp_path: Path) -> None:
    (tmp_path / "head").write_bytes(b"\xff\n\n")

    for name in ("head", "nuk-ekziston"):
        assert verdict(published.release, "--older", str(tmp_path / name))[0] == 1


def test_it_needs_the_standard_library_alone() -> None:
    tree = ast.parse(Path(verify.__file__).read_text("utf-8"))
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else alias.name) or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_commands_begin_and_continue_a_log(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    office.publish()
    capsys.readouterr()
    chronicle = office.chronicle

    assert chronicle.tell() == 0
    assert "nothing new" in capsys.readouterr().out
    office.write(TEXT, release_text("Tjetër."))
    build(office.settings, Moments(AS_OF, None, NOW))
    assert office.chronicle.tell() == 0
    assert "new" in capsys.readouterr().out
    new = new_key(office.place, "new")
    assert office.chronicle.change_key(str(new), None) == 0
    assert Signer(new).fingerprint in capsys.readouterr().out
