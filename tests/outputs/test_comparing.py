"""What stayed, what went and what came between two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellal.outputs.blocks import Block, blocks_of
from tellal.outputs.comparing import IN, OUT, SAME, Stretch, compared, words_compared


def marked(old: str, new: str) -> str:
    """Return a comparison as one would jot it down."""
    signs = {SAME: "{}", OUT: "[-{}-]", IN: "[+{}+]"}
    return "".join(
        span.gap + signs[span.what].format(span.text) for span in words_compared(old, new)
    )


def texts(*words: str) -> list[Block]:
    return [Block("text", text) for text in words]


def shown(stretches: tuple[Stretch, ...]) -> list[str]:
    """Return each passage, or how many are folded."""
    return [
        line
        for some in stretches
        for line in (
            [f"({len(some.passages)})"]
            if some.is_folded
            else ["".join(s.gap + s.what[0] + s.text for s in one.spans) for one in some.passages]
        )
    ]


def test_words_are_compared_and_signs_are_words_of_their_own() -> None:
    assert marked("në orën 10, në sallë.", "në orën 11, në sallë.") == (
        "në orën [-10-] [+11+], në sallë."
    )
    assert marked("Neni 5", "Neni 5.") == "Neni 5[+.+]"
    assert marked("500,00 € në vit", "750,00 € në vit") == "[-500,00-] [+750,00+] € në vit"


def test_what_hardly_stayed_between_two_changes_goes_along() -> None:
    assert marked("mbaron më 1 e nis 2 sot", "mbaron më 3 e hapet 4 sot") == (
        "mbaron më [-1 e nis 2-] [+3 e hapet 4+] sot"
    )


def test_words_of_two_texts_never_touch() -> None:
    assert marked("Nesër vjen", "vjen") == "[-Nesër-] vjen"


def test_a_block_is_compared_with_the_one_that_it_was() -> None:
    old = texts("E para mbetet këtu.", "Kjo fjali ndryshon pak.", "Kjo del.")
    new = texts("E para mbetet këtu.", "Krejt tjetër.", "Kjo fjali ndryshon shumë.")

    assert shown(compared(old, new)) == [
        "sE para mbetet këtu.",
        "iKrejt tjetër.",
        "sKjo fjali ndryshon opak ishumës.",
        "oKjo del.",
    ]


def test_what_is_far_from_any_change_is_folded_but_for_its_heading() -> None:
    body = [Block("heading", "Neni 1"), *texts("a b", "c d"), Block("heading", "Neni 2")]
    old, new = ([*body, *texts("e", "f", "g", f"afati {n} ditë", "h", "j", "k")] for n in (5, 8))

    assert shown(compared(old, new)) == [
        *("(3)", "sNeni 2", "(2)", "sg", "safati o5 i8 sditë", "sh", "(2)"),
    ]


def test_what_is_too_much_to_be_compared_went_and_came_anew() -> None:
    old, new = ([Block("row", f"{n} {m}") for m in range(1500)] for n in "ab")
    passages = [
        p for some in compared([*texts("x"), *old], [*texts("x"), *new]) for p in some.passages
    ]

    assert len(passages) == 3001
    assert [p.spans[0].what for p in passages[::1500]] == [SAME, OUT, IN]


def test_two_texts_that_say_the_same_have_nothing_to_compare() -> None:
    assert compared(texts("a", "b"), texts("a", "b")) == ()


def test_blocks_are_what_a_reader_sees_without_marks_and_without_signs_of_footnotes() -> None:
    html = (
        '<h2 id="s-a">Kush <strong>mund</strong></h2>\n<ul>\n<li>një;</li>\n<li><p>dy</p></li></ul>'
        '<p>fusnota<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup> &amp; më</p>'
        "<table><tr><th>Niveli</th><th>Shuma</th></tr><tr><td></td><td>5</td></tr></table>"
    )

    assert [(block.form, block.text) for block in blocks_of(html)] == [
        ("heading", "Kush mund"),
        ("item", "një;"),
        ("item", "dy"),
        ("text", "fusnota & më"),
        ("row", "Niveli | Shuma"),
        ("row", "5"),
    ]


WORDS = st.lists(st.sampled_from(["a", "b", "ca", "d.", ",", "500,00"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_nothing_is_lost_on_either_side(old: str, new: str) -> None:
    spans = words_compared(old, new)

    for text, other in ((old, IN), (new, OUT)):
        kept = "".join(span.text for span in spans if span.what != other)
        assert "".join(kept.split()) == "".join(text.split())


@given(*[st.lists(st.sampled_from("abcdef"), max_size=9) for _ in range(2)])
def test_no_block_is_lost_on_either_side(old: list[str], new: list[str]) -> None:
    passages = [p for some in compared(texts(*old), texts(*new)) for p in some.passages]

    if old != new:
        for blocks, other in ((old, IN), (new, OUT)):
            kept = [s.text for p in passages for s in p.spans if s.what != other]
            assert kept == blocks
