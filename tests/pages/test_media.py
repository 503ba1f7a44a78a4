"""What the media find: whom to ask, what is coming, and each release whole in one file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from tellal.outputs.kits import kit_of
from tellal.pages.views import KitView, MediaView
from tests.conftest import OFFICE, CompileTexts, Files
from tests.pages.told import SNOW, bodies_of, pages_of, seen_on, text, theme

CONTACTS = """media_contacts:
  - name: {sq: Zëdhënësi, sr: Portparol}
    phone: "+383 280 111 111"
"""
QUOTE = ("quotes:", "  - text: {sq: E pastruam., sr: Očistili smo.}", "    speaker: Drejtori")
PHOTO = ("photos:", "  - {file: ura.png, alt: Ura, credit: Zyra, licence: CC BY 4.0}")
BODY = "**Bora** [sot](https://a.example/)."
PICTURE = Path(__file__).parents[1] / "golden/content/releases/2026/03-12-bursat/shkolla.png"
FILES: Files = {
    "office/office.yaml": (OFFICE / "office.yaml").read_text("utf-8") + CONTACTS,
    f"{SNOW}/index.sq.md": text("Bora", *QUOTE, *PHOTO, "note_to_editors: Me burim.", body=BODY),
    f"{SNOW}/index.sr.md": text("Sneg", body="**Sneg**."),
    f"{SNOW}/ura.png": PICTURE.read_bytes(),
    "releases/2026/03-13-pret/index.sq.md": text("Pret", "embargo: 2026-04-01 09:00"),
    "conferences/2026/03-20-p/index.sq.md": text("Konferenca", "starts: 2026-04-02 11:00"),
    "conferences/2026/03-02-q/index.sq.md": text("E kaluara", "starts: 2026-03-03 11:00"),
}
KIT = f"kits/{SNOW}.zip"


def test_page_for_the_media_has_roles_coming_events_kits_photos_and_feeds(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(FILES)
    page = pages_of(site)["sr/za-medije/index.html"]
    seen = seen_on(site, page)

    assert isinstance(page.view, MediaView)
    assert "Portparol +383 280 111 111" in seen
    assert [entry.title.text for entry in page.view.coming] == ["Konferenca"]
    assert [one.kit for one in page.view.kits] == [f"/zyra/{KIT}"]
    assert "CC BY 4.0" in seen
    assert "/zyra/sr/feeds/saopstenja.rss.xml" in seen
    assert "/zyra/sr/calendar.ics" in seen


def test_kit_holds_texts_in_all_languages_with_quotations_and_the_note_and_photos_with_credit(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(FILES)
    view = pages_of(site)[KIT].view
    assert isinstance(view, KitView)
    data = kit_of(view, theme().voices, bodies_of(site), {"ura.png": b"PNG"})

    kit = ZipFile(BytesIO(data))
    names = [f"text.{tag}.{end}" for tag in ("sq", "sr", "sr-cyrl") for end in ("txt", "html")]
    assert kit.namelist() == [*names, "photos/ura.png", "photos/credits.txt"]
    plain = kit.read("text.sq.txt").decode()
    assert "Bora sot (https://a.example/)." in plain
    assert "“E pastruam.” – Drejtori" in plain
    assert "Shënim për redaksitë: Me burim." in plain
    assert "„Očistili smo.“ – Drejtori" in kit.read("text.sr.txt").decode()
    assert "<strong>Снег</strong>" in kit.read("text.sr-cyrl.html").decode()
    assert "CC BY 4.0" in kit.read("photos/credits.txt").decode()


def test_kit_tells_neither_time_nor_machine_and_compresses_nothing(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(FILES)
    view = pages_of(site)[KIT].view
    assert isinstance(view, KitView)
    made = [kit_of(view, theme().voices, bodies_of(site), {"ura.png": b"PNG"}) for _ in range(2)]

    assert made[0] == made[1]
    for info in ZipFile(BytesIO(made[0])).infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert info.compress_type == ZIP_STORED


def test_release_under_embargo_or_withdrawn_has_no_kit(compile_texts: CompileTexts) -> None:
    withdrawn = ("withdrawn:", "  on: 2026-03-20", "  reason: in_error")
    files = {
        f"{SNOW}/index.sq.md": text("Bora", *withdrawn),
        "releases/2026/03-13-pret/index.sq.md": text("Pret", "embargo: 2026-04-01 09:00"),
    }

    assert not [path for path in pages_of(compile_texts(files)) if path.startswith("kits/")]
