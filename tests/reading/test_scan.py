"""Every file is read or refused; none is passed over without a word."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.scan import Source, _placing, scan
from tests.conftest import WriteContent


def rules(root: Path) -> dict[str, str]:
    return {found.path: found.rule for found in scan(root)[1]}


def test_texts_and_the_files_beside_them_are_found_in_order(write_content: WriteContent) -> None:
    root = write_content(
        {
            "pages/kontakti/index.tr.md": "x",
            "releases/2026/03-12-bora/index.sr-Cyrl.md": "x",
            "releases/2026/03-12-bora/index.sq.md": "x",
            "releases/2026/03-12-bora/Harta_1.2.pdf": "x",
        }
    )

    sources, findings = scan(root)

    assert findings == []
    assert [(source.name, source.language) for source in sources] == [
        *(("index.tr.md", "tr"), ("Harta_1.2.pdf", None)),
        *(("index.sq.md", "sq"), ("index.sr-Cyrl.md", "sr-Cyrl")),
    ]
    assert sources[0] == Source("pages/kontakti/index.tr.md", "pages/kontakti", "index.tr.md")


def test_what_systems_leave_behind_is_nobodys_publication(write_content: WriteContent) -> None:
    litter = [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$harta.docx",
        "index.sq.md~",
        ".git/config",
    ]

    root = write_content({f"releases/2026/03-12-bora/{name}": "x" for name in litter})

    assert scan(root) == ([], [])


def test_link_is_refused_and_never_followed(write_content: WriteContent, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "index.sq.md").write_text("secret")

    root = write_content(
        {
            "releases/2026/03-12-bora": secret,
            "releases/2026/03-13-akulli/index.sq.md": secret / "index.sq.md",
            "releases/2026/03-14-shiu/harta.pdf": Path("nowhere"),
            "decisions": secret,
        }
    )

    assert scan(root)[0] == []
    assert set(rules(root).values()) == {"file-outside"}
    assert len(rules(root)) == 4


def test_no_two_files_differ_only_in_capital_letters(write_content: WriteContent) -> None:
    root = write_content(
        {"pages/a/Harta.pdf": "x", "pages/a/harta.pdf": "x", "pages/a/HARTA.pdf": "x"}
    )

    sources, _ = scan(root)

    assert [source.name for source in sources] == ["HARTA.pdf"]
    assert rules(root) == {
        "pages/a/Harta.pdf": "file-name-case",
        "pages/a/harta.pdf": "file-name-case",
    }


def test_name_that_is_no_text_is_a_finding_too(write_content: WriteContent) -> None:
    root = write_content({"pages/a/index.sq.md": "x"})
    (root / "pages/a" / b"\xe7aktet.pdf".decode("utf-8", "surrogateescape")).write_text("x")

    assert list(rules(root).values()) == ["file-name"]


NAMES = st.one_of(
    st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=12),
    st.sampled_from(
        ["releases", "pages", "office", "2026", "03-12-a", "index.sq.md", "a.pdf", ".."]
    ),
)


@given(st.lists(NAMES, min_size=1, max_size=5))
def test_only_a_path_in_the_form_is_read(parts: list[str]) -> None:
    path = "/".join(parts)

    if _placing(path, is_link=False) is None:
        assert ".." not in parts
        assert len(parts) == {"pages": 3, "office": 2}.get(parts[0], 4)
        assert path.isascii()
