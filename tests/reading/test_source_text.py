"""What no reader sees is dropped from a text, and all else stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.source_text import UNPRINTABLE, printable


@given(st.text() | st.text(st.sampled_from("ab \n\t\xa0\xad\u200b\x07ë")))
def test_only_what_nobody_sees_is_dropped(text: str) -> None:
    assert printable(text) == "".join(sign for sign in text if ord(sign) not in UNPRINTABLE)


def test_each_unseen_sign_is_dropped_from_a_text_of_seen_ones() -> None:
    for code in UNPRINTABLE:
        assert printable(f"a{chr(code)}b\n") == "ab\n"
