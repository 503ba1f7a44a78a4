"""What a browser keeps, and what it must forget."""

from __future__ import annotations

import json

from tellal.domain.short import short_name_of
from tellal.domain.values import Reference
from tests.conftest import CompileTexts
from tests.pages.told import SNOW, pages_of, source_of, text


def test_each_language_is_an_application_with_the_icons_of_the_site(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts({})
    manifest = json.loads(source_of(site, pages_of(site)["sr-cyrl/manifest.webmanifest"]))

    assert manifest["lang"] == "sr-Cyrl"
    assert manifest["start_url"] == "/zyra/sr-cyrl/"
    assert manifest["scope"] == "/zyra/"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}


def test_browsers_are_told_below_which_addresses_nothing_may_be_kept(
    compile_texts: CompileTexts,
) -> None:
    withdrawn = ("withdrawn:", "  on: 2026-03-20", "  reason: in_error")
    files = {
        f"{SNOW}/index.sq.md": text("Bora", *withdrawn),
        f"{SNOW}/lista.txt": "Bora",
        "releases/2026/03-13-akulli/index.sq.md": text("Akulli"),
    }
    site = compile_texts(files)

    gone = json.loads(source_of(site, pages_of(site)["sq/gone.json"]))
    short = f"/zyra/k/{short_name_of(Reference(SNOW))}/"
    assert gone == ["/zyra/sq/komunikata/2026/03/bora/", short, f"/zyra/files/{SNOW}/"]
    assert json.loads(source_of(site, pages_of(compile_texts({}))["sq/gone.json"])) == []


def test_page_for_times_without_a_network_is_not_for_search_engines(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts({})
    page = source_of(site, pages_of(site)["tr/offline.html"])

    assert '<meta name="robots" content="noindex">' in page
    assert "Ağ bağlantısı yok" in page
