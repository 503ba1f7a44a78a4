"""Words are found however they are typed: without marks, in the other script, with any ending."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.domain.languages import WRITTEN
from tellal.reading.searching.findables import terms_of_file
from tellal.reading.searching.folding import plain, terms_of
from tellal.reading.searching.rules import ENDINGS, LETTERS, ODD, PLAIN, STOP, odd_of

SAME = {
    "sq": (
        "qytetar qytetari qytetarit qytetarët qytetarëve qytetareve",
        "çështje çështja çështjes çështjen çështjeve ceshtje ÇËSHTJA",
        "rregullore rregullorja rregullores rregulloren rregulloret",
        "ujë uji ujit ujin ujërave",
        "drejtori drejtoria drejtorisë drejtorinë drejtoritë",
    ),
    "sr": (
        "građana gradana gradjana građani građanin građanima грађана ГРАЂАНИ",
        "Gnjilane Gnjilanu Gnjilana Гњилане Гњилану",
        "odluka odluke odluci odluku odlukama одлука",
        "čišćenje ciscenje чишћење",
        "đurđevdan durdevdan djurdjevdan Ђурђевдан",
    ),
    "tr": (
        "ısıtma isitma ISITMA ısıtmanın",
        "İstanbul ISTANBUL istanbul İSTANBUL’da",
        "belediye belediyesi belediyenin belediyeye Belediyesi'nin",
        "tutanak tutanağı tutanakları",
        "su suyu suyun suda sular",
    ),
    "en": ("session sessions SESSION",),
}
NUMBERS = (
    ("01/2019", "1/2019"),
    ("Nr. 016-126211", "16/126211"),
    ("Nr.01/2019", "1/2019"),
    ("05/L-040", "5/l/40"),
    ("12.09.2019", "12/9/2019"),
)


@pytest.mark.parametrize(("language", "words"), [(one, w) for one in SAME for w in SAME[one]])
def test_words_that_a_reader_takes_for_one_are_one(language: str, words: str) -> None:
    assert len({frozenset(terms_of(word, language)) for word in words.split()}) == 1


def test_a_city_and_its_citizens_are_two_words() -> None:
    assert terms_of("grad", "sr") != terms_of("građanin", "sr")


@pytest.mark.parametrize(("written", "term"), NUMBERS)
def test_numbers_are_found_as_they_are_written(written: str, term: str) -> None:
    assert term in terms_of(written, "sq")


def test_long_parts_of_a_number_are_found_by_themselves() -> None:
    assert "126211" in terms_of("016-126211", "tr")


def test_words_that_every_text_has_are_no_question() -> None:
    assert terms_of("dhe për me të", "sq") == set()


def test_file_is_found_in_the_language_of_its_small_words() -> None:
    assert terms_of_file("Odluka stupa na snagu kada se objavi").startswith("sr ")
    assert terms_of_file("Bu karar ve ekleri yayımlanır").startswith("tr ")
    assert terms_of_file("  ") == ""


@pytest.mark.parametrize("language", WRITTEN)
def test_tables_are_in_plain_letters_as_words_are_when_they_meet_them(language: str) -> None:
    odd = (*odd_of(language), *odd_of(language).values())
    endings = (letter for ending in ENDINGS[language].split() for letter in ending.strip("+"))

    assert {plain(word) for word in (*odd, *STOP[language].split())} == {
        *odd,
        *STOP[language].split(),
    }
    assert all(letter.isascii() for letter in endings)
    assert all(len(group.split(":")) == 2 for group in ODD[language].split("|") if group)


ALPHABET = "abcçćčdđeëfghiıjklmnoöprsşštuüvzž abcdeгђжљњћчџшЋŠÇËĞİIŞĐ0123456789/-.’' "


@given(st.text(ALPHABET, max_size=40), st.sampled_from(WRITTEN))
def test_terms_are_plain_and_finding_them_again_changes_nothing_in_their_letters(
    text: str, language: str
) -> None:
    for term in terms_of(text, language):
        assert term
        assert term.isascii()
        assert plain(term) == term or "dj" in term


def test_every_letter_of_the_other_script_has_a_plain_one() -> None:
    assert set("абвгдђежзијклљмнњопрстћуфхцчџш") <= PLAIN.keys()
    assert "\u0400" in LETTERS
