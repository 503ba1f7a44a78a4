"""What staff naturally type works, every line is known, and no text breaks the reader."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.front_matter import Split, split_text
from tellal.reading.nodes import Mapping, Node, Sequence, Text
from tellal.reading.source_text import text_of


def split(header: str, body: str = "Teksti.\n") -> Split:
    parts, findings = split_text("index.sq.md", f"---\n{header}\n---\n{body}")
    assert findings == []
    assert parts is not None
    return parts


def values(header: str) -> dict[str, Node]:
    return {key.value: node for key, node in split(header).header.pairs}


def rules(text: str) -> list[tuple[int, str]]:
    return [(found.line, found.rule) for found in split_text("index.sq.md", text)[1]]


def test_value_is_text_to_the_end_of_its_line() -> None:
    found = values("title: Njoftim: hapet regjistrimi #1, 100 %\nplace: @Arnishta\nnumber: 012")

    assert found == {
        "title": Text("Njoftim: hapet regjistrimi #1, 100 %", 2),
        "place": Text("@Arnishta", 3),
        "number": Text("012", 4),
    }


def test_no_value_is_guessed() -> None:
    found = values("a: no\nb: 12:30\nc: 01/2019\nd: 2019-09-12\ne: null\nf: 1_000\ng: 0x1F\nh: ~")

    assert [node.value for node in found.values() if isinstance(node, Text)] == [
        *("no", "12:30", "01/2019", "2019-09-12", "null", "1_000", "0x1F", "~")
    ]


def test_straight_quotes_around_a_value_are_not_part_of_it() -> None:
    found = values("title: \"Bora: rrugët\"\nsummary: 'Kush s''ka dalë'\nplace: \"Arnishta")

    assert [node.value for node in found.values() if isinstance(node, Text)] == [
        *("Bora: rrugët", "Kush s'ka dalë", '"Arnishta')
    ]


def test_title_may_begin_with_a_quoted_word_or_a_bracket() -> None:
    found = values('title: "Drita" hap dyert\nsummary: [Shtyhet] Seanca e tretë')

    assert found["title"] == Text('"Drita" hap dyert', 2)
    assert found["summary"] == Text("[Shtyhet] Seanca e tretë", 3)


def test_list_and_group_know_the_line_of_each_value() -> None:
    found = values("tags:\n  - dimri\n  - uji\n\ncontact:\n  name: Zyra\n  phone: 012")

    assert found["tags"] == Sequence((Text("dimri", 3), Text("uji", 4)), 3)
    assert found["contact"] == Mapping(
        ((Text("name", 7), Text("Zyra", 7)), (Text("phone", 8), Text("012", 8))), 7
    )


def test_list_needs_no_indentation() -> None:
    assert values("tags:\n- dimri\n- uji")["tags"] == Sequence(
        (Text("dimri", 3), Text("uji", 4)), 3
    )


def test_key_without_a_value_says_nothing() -> None:
    assert values("title: Bora\nplace:\nsummary:   ") == {"title": Text("Bora", 2)}


def test_body_begins_below_the_second_fence_and_may_hold_fences_of_its_own() -> None:
    parts = split("title: Bora", body="Një.\n\n---\n\nDy.\n")

    assert parts.body == "Një.\n\n---\n\nDy.\n"
    assert parts.body_line == 4


def test_lines_count_from_the_top_of_the_file_also_below_empty_ones() -> None:
    parts, _ = split_text("index.sq.md", "\n\n---\ntitle: Bora\n---\nTeksti.")

    assert parts is not None
    assert parts.header.pairs[0][0] == Text("title", 4)
    assert parts.body_line == 6


def test_mistakes_are_all_found_at_once() -> None:
    text = (
        "---\ntitle: Bora\n\ttags\n- x\ntitle: Akulli\nplace: “Sheshi”\nvenue:\n  - a: b: c\n---\n"
    )

    assert sorted(rules(text)) == [
        (3, "header-tab"),
        (4, "header-not-mapping"),
        (5, "header-duplicate"),
        (6, "header-smart-quotes"),
        (8, "header-broken"),
    ]


def test_second_document_of_yaml_is_not_lost_without_a_word() -> None:
    assert rules("---\ntitle: Bora\ntags:\n--- dimri\n---\nTeksti.") == [(4, "header-broken")]


SIGNS = """--- \n \n---\n : - # " ' [ { ] } &a *a ? | > % @ ` \\ “ ” ... !!python/name:os.system"""
ODD = st.sampled_from([*SIGNS.split(" "), ": ", "- ", " #", "  ", "\t", "title", "tags", "\x85"])
UNSEEN = st.sampled_from("\u2028\ufeff\x00\x1b\ud7ff\ufffe")
TEXTS = st.lists(st.one_of(ODD, UNSEEN, st.text(max_size=5)), max_size=30).map("".join)


@given(TEXTS)
def test_no_text_breaks_the_reader(text: str) -> None:
    for whole in (text, f"---\n{text}", f"---\n{text}\n---\n"):
        parts, findings = split_text("index.sq.md", whole)

        assert parts is not None or findings
        assert all(0 <= found.line <= whole.count("\n") + 2 for found in findings)


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    text, findings = text_of(data, "index.sq.md")

    assert (text is None) == bool(findings)
    assert text is None or split_text("index.sq.md", text)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"])))
def test_plain_value_comes_out_as_it_went_in(text: str) -> None:
    value = " ".join(text.split())
    if value and value[0] not in "\"'[{“”„«‘‚":
        assert values(f"title: {value}") == {"title": Text(value, 2)}
