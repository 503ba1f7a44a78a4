"""The page of verification: in each language, in the foot of each page, with the exceptions."""

from __future__ import annotations

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.words import messages_of
from tellal.pages.page import Page
from tellal.pages.plan import plan_pages
from tellal.pages.subjects import Subject
from tellal.pages.touched import touched
from tellal.pages.views import VerificationView
from tellal.pages.voice import voices_of
from tellal.site.site import Site
from tests.conftest import CompileTexts
from tests.outputs.keys import ROOT
from tests.site.test_exemptions import NUMBER, TEXT, files

MESSAGES = messages_of(compile_words(ROOT / "theme", LANGUAGES))
URL = "https://arnishta.example/zyra"
ADDRESSES = {
    "sq": "/zyra/sq/verifikimi/",
    "sr-Latn": "/zyra/sr/provera/",
    "sr-Cyrl": "/zyra/sr-cyrl/provera/",
    "tr": "/zyra/tr/dogrulama/",
    "en": "/zyra/en/verification/",
}


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(site, URL, MESSAGES)}


def view_of(site: Site) -> VerificationView:
    view = pages(site)["sq/verifikimi/index.html"].view
    assert isinstance(view, VerificationView)
    return view


def test_every_language_has_the_page_and_names_it_on_every_page(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(files("Bora."))
    found = pages(site)
    tags = [language.tag for language in site.office.languages]
    languages = {link.tag: link.address for link in view_of(site).shell.languages}

    assert languages == {tag: ADDRESSES[tag] for tag in tags}
    for address in languages.values():
        assert f"{address.removeprefix('/zyra/')}index.html" in found
    assert view_of(site).shell.place.verification == ADDRESSES["sq"]
    assert [link.address for _, link in view_of(site).files][:2] == [
        "/zyra/log/verify.py",
        "/zyra/log/head",
    ]


def test_number_of_exceptions_is_public_by_rule(compile_texts: CompileTexts) -> None:
    assert view_of(compile_texts(files("Bora."))).exceptions == ()
    view = view_of(compile_texts(files(f"Numri {NUMBER} mbetet.")))
    assert view.exceptions == (("personal-number", 1),)


def test_text_with_an_exception_touches_the_page(compile_texts: CompileTexts) -> None:
    old, new = compile_texts(files(f"Numri {NUMBER}.")), compile_texts(files("Numri u hoq."))
    folder = TEXT.rpartition("/")[0]
    voices = [voices_of(site, URL, MESSAGES) for site in (old, new)]

    assert Subject("verification", "sq") in touched(voices[0], voices[1], [folder])
