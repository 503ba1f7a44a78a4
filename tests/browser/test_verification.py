"""A citizen checks by himself: pages and files against the log, whoever tampered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.words import messages_of
from tellal.publish import verify
from tellal.publish.log import Stand, begin, extend, lay_out_proofs
from tellal.publish.signing import Signer
from tests.browser.keyboard import reach
from tests.browser.logged import ACT_PAGE, GONE, NEW, OLD, PDF, WITHDRAWN, Logged, logged_site
from tests.browser.tools import axe_findings
from tests.browser.windows import PHONE, SIDEWAYS
from tests.golden.accept import ROOT

pytestmark = pytest.mark.browser

MESSAGES = messages_of(compile_words(ROOT / "theme", LANGUAGES))
BUTTON, ANSWERS = ".proof button", ".proof [aria-live] p"
# A browser that knows no Ed25519, as those before 2025.
WITHOUT_ED25519 = """
const importKey = crypto.subtle.importKey.bind(crypto.subtle);
crypto.subtle.importKey = async (...how) => {
  if (how[2] === "Ed25519") throw new DOMException("?", "NotSupportedError");
  return importKey(...how);
};
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    with logged_site(tmp_path_factory.mktemp("logged")) as office:
        yield office


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page of a browser that has seen nothing yet."""
    with browser.new_context() as context:
        yield context.new_page()


def pattern(key: str, tag: str = "sq") -> re.Pattern[str]:
    """Return what a sentence of the site looks like, whatever is filled in."""
    parts = re.split(r"\{\w+\}", MESSAGES[tag][key])
    return re.compile(".*".join(map(re.escape, parts)))


def verified(page: Page, address: str) -> None:
    """Open a page, and press its button."""
    page.goto(address)
    page.locator(BUTTON).click()


def looked_up(page: Page, office: Logged, data: bytes, name: str = "shkarkuar.pdf") -> None:
    """Choose a file on the page of verification."""
    page.goto(f"{office.address}/sq/verifikimi/")
    file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": data}
    page.set_input_files("#file", [file])


def answer(page: Page) -> str:
    """Return the first answer, once it is there."""
    made = page.locator("[aria-live] .remark-good, [aria-live] .remark-strong").first
    made.wait_for()
    return made.inner_text()


def flipped(data: bytes, place: int) -> bytes:
    """Return some bytes of which one is another."""
    return data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :]


# --- what is as it was published ---


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.tag)
def test_page_says_in_its_own_language_that_it_is_as_it_was_published(
    page: Page, office: Logged, language: object
) -> None:
    tag, folder = language.tag, language.address  # type: ignore[attr-defined]
    shown = [e["address"] for e in office.entries if e["what"] in ("published", "revised")]
    mine = next(one for one in shown if one.startswith(f"/{folder}/") and one.endswith("/"))
    verified(page, f"{office.address}{mine}")

    told = answer(page)
    assert pattern("verify_stands", tag).search(told)
    assert pattern("verify_signed", tag).search(told)
    assert mine in told
    assert office.fingerprint in told
    expect(page.locator(ANSWERS).last).to_have_text(pattern("verify_trust", tag))


def test_act_verifies_its_files_too(page: Page, office: Logged) -> None:
    verified(page, f"{office.address}/{ACT_PAGE}")
    answer(page)
    expect(page.locator(BUTTON)).to_have_text(MESSAGES["sq"]["verify_files"])
    page.locator(BUTTON).click()
    expect(page.locator(ANSWERS).last).to_have_text(re.compile(f"plani.pdf: .*/{PDF}"))

    assert pattern("verify_stands").search(page.locator(ANSWERS).last.inner_text())
    expect(page.locator(BUTTON)).to_be_hidden()


@pytest.mark.parametrize(
    ("data", "key", "said"),
    [
        (NEW, "verify_stands", f"/{PDF}"),
        (OLD, "verify_replaced", f"/{PDF}"),
        (WITHDRAWN, "verify_removed", f"/{GONE}"),
        (NEW + b"\n", "verify_unknown", "shkarkuar.pdf"),
        (b"", "verify_unknown", "shkarkuar.pdf"),
    ],
)
def test_document_is_looked_up_and_nothing_is_sent(
    page: Page, office: Logged, data: bytes, key: str, said: str
) -> None:
    methods = set()
    page.on("request", lambda request: methods.add((request.method, request.post_data)))
    looked_up(page, office, data)

    told = answer(page)
    assert pattern(key).search(told)
    assert said in told
    assert methods == {("GET", None)}


def test_file_is_chosen_and_a_page_verified_by_keyboard_alone(page: Page, office: Logged) -> None:
    page.goto(f"{office.address}/sq/verifikimi/")
    page.locator("#log-now").wait_for()
    reach(page, "#file")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    file: FilePayload = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": NEW}
    chooser.value.set_files([file])
    assert pattern("verify_stands").search(answer(page))
    expect(page.locator("#file")).to_be_focused()

    page.goto(f"{office.address}/{ACT_PAGE}")
    for answers in (2, 3):  # of the page, and whom one trusts; of its file
        reach(page, ".proof button")
        page.keyboard.press("Enter")
        expect(page.locator(ANSWERS)).to_have_count(answers)
    expect(page.locator(BUTTON)).to_be_hidden()
    page.keyboard.press("Tab")  # goes on where the button was
    assert page.evaluate("document.activeElement.closest('.proof ~ *, .foot') !== null")


def test_page_of_verification_shows_the_log_and_its_keys(page: Page, office: Logged) -> None:
    page.goto(f"{office.address}/en/verification/")
    page.locator("#log-now").wait_for()
    lines, moment, keys = page.locator("#log-now dd").all_inner_texts()

    assert lines == str(len(office.entries))
    assert "2026" in moment
    first = verify.fingerprint_of(office.entries[0]["key"])
    assert keys.index(office.fingerprint) < keys.index(first)


def test_browser_that_cannot_check_the_signature_says_so(page: Page, office: Logged) -> None:
    page.add_init_script(WITHOUT_ED25519)
    verified(page, f"{office.address}/{ACT_PAGE}")

    told = answer(page)
    assert pattern("verify_stands").search(told)
    assert "verify.py" in told
    assert office.fingerprint in told


def test_without_script_a_link_leads_to_what_can_be_done(browser: Browser, office: Logged) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(f"{office.address}/{ACT_PAGE}")
        assert not page.locator(BUTTON).is_visible()
        page.locator(".proof a").click()
        assert page.url == f"{office.address}/sq/verifikimi/"
        assert page.locator("#file").is_hidden()
        for link in page.locator("main li a").all():
            assert page.request.get(str(link.evaluate("one => one.href"))).ok


def test_site_that_has_no_log_says_so(page: Page, office: Logged) -> None:
    with office.damaged("log/head", None):
        verified(page, f"{office.address}/{ACT_PAGE}")
        assert pattern("verify_none").search(answer(page))


def test_page_of_verification_with_answers_fits_a_phone_and_is_accessible(
    browser: Browser, office: Logged
) -> None:
    with browser.new_page(viewport={**PHONE, "width": 320}) as page:
        looked_up(page, office, NEW)
        answer(page)
        assert page.evaluate(SIDEWAYS) == []
        assert axe_findings(page) == []
        verified(page, f"{office.address}/{ACT_PAGE}")
        answer(page)
        assert page.evaluate(SIDEWAYS) == []
        assert axe_findings(page) == []


# --- one byte ---


def named(office: Logged) -> dict[str, str]:
    """Return the files of the log that the verification of the act reads."""
    at = max(n for n, e in enumerate(office.entries) if e.get("address") == f"/{ACT_PAGE}")
    digest = office.entries[at]["digest"]
    size = len(office.entries)
    return {
        "page": f"{ACT_PAGE}index.html",
        "lines": f"log/tile/entries/000.p/{size}.txt",
        "hashes": f"log/tile/0/000.p/{size}",
        "index": f"log/index/{digest[:2]}.txt",
        "keys": "log/keys.txt",
        "head": "log/head",
    }


@pytest.mark.parametrize(
    ("name", "mark", "after", "key"),
    [
        ("page", b"<title>", 10, "verify_other"),
        ("lines", f'"/{ACT_PAGE}"'.encode(), 5, "verify_broken"),
        ("hashes", b"", 40, "verify_broken"),
        ("keys", b'"signature":"-----B', 200, "verify_unsigned"),
        ("keys", b"AAAAC3NzaC1lZDI1NTE5", 30, "verify_unsigned"),
        ("head", b"lug.example", 3, "verify_unsigned"),
        ("head", b"\n2026-", 3, "verify_unsigned"),
        ("head", b"SIGNATURE-----\n", 200, "verify_unsigned"),
    ],
)
def test_one_byte_is_told_by_the_page_and_by_verify_py(
    page: Page, office: Logged, name: str, mark: bytes, after: int, key: str
) -> None:
    path = named(office)[name]
    data = (office.folder / path).read_bytes()
    with office.damaged(path, flipped(data, data.index(mark) + after)):
        verified(page, f"{office.address}/{ACT_PAGE}")

        told = answer(page)
        assert pattern(key).search(told) or (
            key == "verify_unsigned" and pattern("verify_broken").search(told)  # no base64 any more
        )
        assert verify.main([str(office.folder)]) == 1


@pytest.mark.parametrize("name", ["lines", "hashes", "index", "keys"])
def test_file_of_the_log_that_is_missing_is_told(page: Page, office: Logged, name: str) -> None:
    with office.damaged(named(office)[name], None):
        verified(page, f"{office.address}/{ACT_PAGE}")

        assert pattern("verify_broken").search(answer(page))
        assert verify.main([str(office.folder)]) == 1


def test_place_that_is_not_in_the_tree_proves_nothing(page: Page, office: Logged) -> None:
    forged, size = b"Vendim i rrejshem", len(office.entries)
    digest = sha256(forged).hexdigest()
    path = f"log/index/{digest[:2]}.txt"
    for place in (size, -1, "0x", 10**12):
        with office.damaged(path, f"{digest[2:12]} {place}\n".encode()):
            looked_up(page, office, forged)
            told = answer(page)
            assert pattern("verify_broken").search(told) or pattern("verify_unknown").search(told)


def test_file_that_was_changed_on_the_host_is_told_by_the_page_that_names_it(
    page: Page, office: Logged
) -> None:
    with office.damaged(PDF, flipped(NEW, 200)):
        verified(page, f"{office.address}/{ACT_PAGE}")
        answer(page)
        page.locator(BUTTON).click()
        page.locator(".proof .remark-strong").wait_for()

        assert pattern("verify_other").search(page.locator(ANSWERS).last.inner_text())
        assert verify.main([str(office.folder)]) == 1


def test_index_that_hides_a_later_line_is_told_by_verify_py(office: Logged) -> None:
    key = sha256(f"/{PDF}".encode()).hexdigest()
    path = f"log/index/{key[:2]}.txt"
    text = (office.folder / path).read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith(key[2:12]))
    assert len(line.split(" ")) == 3
    with office.damaged(path, text.replace(line, line.rpartition(" ")[0]).encode()):
        assert verify.main([str(office.folder)]) == 1


# --- logs of any length ---


@pytest.mark.parametrize("size", [2, 256, 257, 515, 65_536 + 256 + 3])
def test_any_line_of_a_log_of_any_length_is_proved(
    page: Page, office: Logged, tmp_path: Path, size: int
) -> None:
    moment = datetime(2026, 5, 1, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    signer = Signer(office.key)
    begin(tmp_path / "log", "lug.example/zyra/log", moment, signer)
    stands = [Stand(f"/{n:06}/", sha256(b"%d" % n).hexdigest()) for n in range(size - 1)]
    extend(tmp_path / "log", stands, moment, signer)
    lay_out_proofs(tmp_path / "log", tmp_path / "proofs")
    roots = [tmp_path / "log", tmp_path / "proofs"]
    page.route("**/log/**", lambda route: _serve(route, roots))

    places = sorted({0, (size - 1) // 2, max(0, size - 258), size - 2})
    page.goto(f"{office.address}/sq/verifikimi/")
    files: list[FilePayload] = [
        {"name": f"{n}", "mimeType": "text/plain", "buffer": b"%d" % n} for n in places
    ]
    page.set_input_files("#file", files)
    page.locator(".remark-good").nth(len(places) - 1).wait_for()

    told = page.locator(".remark-good").all_inner_texts()
    assert [re.findall(r"/\d{6}/", one) for one in told] == [[f"/{n:06}/"] for n in places]


def _serve(route: object, roots: list[Path]) -> None:
    path = route.request.url.partition("/log/")[2]  # type: ignore[attr-defined]
    files = [root / path for root in roots if (root / path).is_file()]
    if files:
        route.fulfill(body=files[0].read_bytes())  # type: ignore[attr-defined]
    else:
        route.fulfill(status=404)  # type: ignore[attr-defined]
