"""Sorted lists, as the alphabet of each language has them."""

from __future__ import annotations

import random
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.site.collation import letter_of, sort_key

LANGUAGES = ["sq", "sr-Latn", "sr-Cyrl", "tr", "en"]

# Each list is in the order of a dictionary of that language; the bar stands between entries.
IN_ORDER = {
    "sq": "Cakaj|Çabra|Dardania|drejtori|Dukagjini|dy|dhe|Dheu|Ema|Ëndrra|fushat|Gashi|gur|gjak"
    "|Gjilan|Hasani|lagjja e re|lagjja tjetër|luan|lule|llamba|Llapi|Malisheva|natë|nxënës|njeri"
    "|njoftim|orari|Rexhepi|ruga|rrobë|rruga|Selimi|sot|shi|shpallje|tatimi|top|thesar|u|vendim|Wagner"
    "|xixë|Xhevdet|ylber|Zogaj|Zhegra|Слога",
    "sr-Latn": "2 dana|10 dana|avgust|budžet|cena|čaj|ćuprija|Dragan|dušnik|dvor|Džemal|Đorđe"
    "|Gnjilane|info|injekcija|inspekcija|inje|Klokot|kultura|lozica|Lješnica|nacrt|nada|nadzor"
    "|nadživeti|nadžak|Novo Brdo|Njegoš|odbor|odgovor|odživeti|odžak|plan|radža|savet|Skupština"
    "|Šilovo|telal|ured|vodovod|zakon|zdravstvo|Žegra",
    "sr-Cyrl": "2 дана|10 дана|август|буџет|влада|Гњилане|дан|Ђорђе|еколог|Жегра|закон|инјекција"
    "|иње|јавност|Клокот|лозица|Љешница|мапа|нада|Његош|одлука|план|ред|Скупштина|тендер|ћуприја"
    "|ужина|фонд|храна|цена|чај|Џемал|Шилово|Gjilan|USAID",
    "tr": "Ahmet|belediye|Ceylan|Çiçek|dosya|elma|fatura|Gazi|Gilan|Ğ|harita|ılıca|Isparta|idare"
    "|İstanbul|Jale|karar|lise|meclis|Nuri|okul|Ömer|pazar|rapor|su|Şule|tarih|ulaşım|üye|Vali|yol"
    "|Zeki",
    "en": "1/2019|2 b|10 b|(a)|annex|bridge|cafe|Cafe|café|Đakovica|item 2|Item 2|item 10|mayor"
    "|Mayor’s visit|Road|road-works|Zürich",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(3))
def test_list_is_in_the_order_of_its_alphabet(language: str, seed: int) -> None:
    in_order = IN_ORDER[language].split("|")
    shuffled = random.Random(seed).sample(in_order, len(in_order))
    assert sorted(shuffled, key=lambda text: sort_key(text, language)) == in_order


@pytest.mark.parametrize(
    ("text", "language", "letter"),
    [
        ("dhe", "sq", "Dh"),
        ("Xhevdet", "sq", "Xh"),
        ("GJILAN", "sq", "Gj"),
        ("çerdhe", "sq", "Ç"),
        ("Čačak", "sq", "C"),
        ("Đorđe", "sq", "D"),
        ("džem", "sr-Latn", "Dž"),
        ("NJEGOŠ", "sr-Latn", "Nj"),
        ("Ljubav", "sr-Latn", "Lj"),
        ("\u01c8ubav", "sr-Latn", "Lj"),
        ("Çeku", "sr-Latn", "C"),
        ("Љубав", "sr-Cyrl", "Љ"),
        ("USAID", "sr-Cyrl", "U"),
        ("istanbul", "tr", "İ"),
        ("Isparta", "tr", "I"),
        ("ılıca", "tr", "I"),
        ("elder", "en", "E"),
        ("  „Élan“", "en", "E"),
        ("ılıca", "en", "I"),
        ("12/2019", "sq", "0–9"),
        ("ωmega", "sq", "Ω"),
        ("— !", "sq", ""),
    ],
)
def test_heading_is_the_first_letter_of_the_alphabet(text: str, language: str, letter: str) -> None:
    assert letter_of(text, language) == letter


@pytest.mark.parametrize("language", LANGUAGES)
def test_capitals_and_punctuation_decide_only_between_equals(language: str) -> None:
    texts = ["aba", "Aba", "a-b-a", "„aba“", "abb", "ABA c"]
    assert sorted(texts, key=lambda text: sort_key(text, language))[-2:] == ["ABA c", "abb"]


TEXTS = st.text(
    st.sampled_from("aAbcCçÇčćdDđžŽeëgGğhiIıİjlLnNrstxzZшљЉ é0123٣² \u00a0„-.'\u200c\u030c"),
    max_size=9,
) | st.text(max_size=5)


@given(st.lists(TEXTS, min_size=2), st.sampled_from(LANGUAGES))
def test_order_is_total_and_does_not_depend_on_where_texts_stood(
    texts: list[str], language: str
) -> None:
    def in_order(some: list[str]) -> list[str]:
        return sorted(some, key=lambda text: sort_key(text, language))

    assert in_order(texts) == in_order(texts[::-1])
    assert len({sort_key(text, language) for text in texts}) == len(set(texts))


@given(st.lists(TEXTS), st.sampled_from(LANGUAGES))
def test_texts_of_one_heading_stand_together(texts: list[str], language: str) -> None:
    in_order = sorted(texts, key=lambda text: sort_key(text, language))
    headings = [letter for letter, _ in groupby(in_order, lambda text: letter_of(text, language))]
    assert len(headings) == len(set(headings))


def test_number_longer_than_any_real_one_is_sorted_too() -> None:
    assert sort_key("9" * 5000, "sq") > sort_key("8" * 5000, "sq")
