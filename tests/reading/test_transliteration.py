"""Serbian in both scripts: every row is a text as an office writes it, and as it is read."""

from __future__ import annotations

import re
import unicodedata
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.transliteration import (
    VERSION,
    html_to_cyrillic,
    html_to_latin,
    is_cyrillic,
    keep_apart,
    to_cyrillic,
    to_latin,
)
from tellal.reading.transliteration.cyrillic import _spell, _spell_anew, _spell_chunk
from tellal.reading.transliteration.foreign import AS_WRITTEN, STEMS
from tellal.reading.transliteration.letters import JOINER, LATIN
from tellal.reading.transliteration.numerals import SMALL

# One line in Latin, the next in Cyrillic; each is the other's only reading.
BOTH_WAYS = """
Opština Gnjilane
Општина Гњилане
Skupština opštine Gnjilane
Скупштина општине Гњилане
Kancelarija za javno informisanje
Канцеларија за јавно информисање
Predsednik opštine primio je građane Livočkog polja
Председник општине примио је грађане Ливочког поља
Odluka o budžetu Opštine za 2019. godinu
Одлука о буџету Општине за 2019. годину
Obaveštenje o javnoj raspravi
Обавештење о јавној расправи
Konkurs za dodelu subvencija poljoprivrednicima
Конкурс за доделу субвенција пољопривредницима
Žalba se podnosi u roku od 30 dana
Жалба се подноси у року од 30 дана
Direktorat za urbanizam, planiranje i zaštitu sredine
Директорат за урбанизам, планирање и заштиту средине
predsednik Haziri, Vučitrn, Kosovska Kamenica, Šilovo
председник Хазири, Вучитрн, Косовска Каменица, Шилово
Đorđe, Đakovica, rođen, takođe
Ђорђе, Ђаковица, рођен, такође
odjek, djelo, podjednako, adjutant
одјек, дјело, подједнако, адјутант
Ljubav, njiva, Džemal, hodža
Љубав, њива, Џемал, хоџа
LJUBLJANA, LJUBAV, NJEGOŠ, DŽEMAL
ЉУБЉАНА, ЉУБАВ, ЊЕГОШ, ЏЕМАЛ
KONJ, PANJ, KRALJ, BRIDŽ
КОЊ, ПАЊ, КРАЉ, БРИЏ
Lj. Livada i Dž. Gora
Љ. Ливада и Џ. Гора
ZAKLJUČAK O IZMENI
ЗАКЉУЧАК О ИЗМЕНИ
v.d. direktora, d.o.o., tzv., npr., s.r., M.P.
в.д. директора, д.о.о., тзв., нпр., с.р., М.П.
br. 06-112/2019 od 12.09.2019.
бр. 06-112/2019 од 12.09.2019.
„Sloga“ – pobednik turnira!
„Слога“ – победник турнира!
BiH, KiM, EU, MUP, KK „Gnjilane“
БиХ, КиМ, ЕУ, МУП, КК „Гњилане“
ulica Maršala Tita 12a, 90ih godina, 2019g.
улица Маршала Тита 12а, 90их година, 2019г.
najjači, vannastavni, interregionalni, preddržavni
најјачи, ваннаставни, интеррегионални, преддржавни
"""

# Words in which nj and dž are two letters, among cousins in which they are one.
TWO_LETTERS = """
injekcija инјекција   INJEKCIJA ИНЈЕКЦИЈА   Mikroinjekcija Микроинјекција   injektor инјектор
inje иње   kuhinjica кухињица   boginje богиње   konjunktura конјунктура
konjugacija конјугација   konjektura конјектура   konjunktivitis конјунктивитис   konjica коњица
Konjuh Коњух   vanjezički ванјезички   izvanjezički изванјезички   vanjski вањски
Tanjug Танјуг   TANJUGA ТАНЈУГА   tanjir тањир   Tanja Тања   anjon анјон   kanjon кањон
kompanjon компањон   Šenjang Шенјанг   panjugoslovenski панјугословенски   obešenjak обешењак
Panjevac Пањевац   nadživeti надживети   nenadživljen ненадживљен   nadžnjeti наджњети
Nadžupnik Наджупник   nadžak наџак   nadžedžiti наџеџити   Nadžija Наџија
odžaliti оджалити   odživeti одживети   odžvakati оджвакати
odžak оџак   odžačar оџачар   Odžaci Оџаци   Hodžaj Хоџај
podžanr поджанр   podžupan поджупан   PODŽUPAN ПОДЖУПАН   predživot предживот
predžetveni преджетвени   preddžepni предџепни   Andžej Анджеј
Andželika Анџелика   menadžer менаџер   budžetski буџетски   Sandžak Санџак
"""

# From Latin alone: what stays as it is, and what only looks as if it should.
FROM_LATIN = """
Pišite na info@example.rks-gov.net.
Пишите на info@example.rks-gov.net.
Vidi https://example.org/odluke?id=5&lang=sr, dole
Види https://example.org/odluke?id=5&lang=sr, доле
na www.example.org/šta i example.rks-gov.net/sr.
на www.example.org/šta и example.rks-gov.net/sr.
https://example.org/5m/strana/{ime}/V je adresa
https://example.org/5m/strana/{ime}/V је адреса
polje ime_osobe, {static}/slike/a.jpg
поље ime_osobe, {static}/slike/a.jpg
U prilogu: vendimi.pdf i Odluka_12.docx
У прилогу: vendimi.pdf и Odluka_12.docx
profil @opstina i #gnjilane
профил @opstina и #gnjilane
Rok: {days} dana, %(count)s stavki, %s, {size} kB
Рок: {days} дана, %(count)s ставки, %s, {size} kB
100%sigurno
100%сигурно
XII sednica IV saziva
XII седница IV сазива
II. razred, III grupa, tačke iii i viii
II. разред, III група, тачке iii и viii
(i) rok, (ii) cena, (iv) kvalitet
(i) рок, (ii) цена, (iv) квалитет
i) devetka
и) деветка
Član I ovog pravilnika
Члан I овог правилника
POGLAVLJE I OPŠTE ODREDBE
ПОГЛАВЉЕ I ОПШТЕ ОДРЕДБЕ
I OPŠTE ODREDBE
I ОПШТЕ ОДРЕДБЕ
I. UVOD
I. УВОД
I – Uvod
I – Увод
I–III razred, I/2 i V-1
I–III разред, I/2 и V-1
V razred i I kategorija
V разред и I категорија
Ulica Kralja Petra I Karađorđevića
Улица Краља Петра I Карађорђевића
I pored toga, rad teče.
И поред тога, рад тече.
Gotovo. I ove godine gradimo.
Готово. И ове године градимо.
I DALJE BEZ VODE
И ДАЉЕ БЕЗ ВОДЕ
SKUPŠTINA I PREDSEDNIK
СКУПШТИНА И ПРЕДСЕДНИК
ČLAN I ZAMENIK ČLANA
ЧЛАН И ЗАМЕНИК ЧЛАНА
Direktorat za Kulturu I Sport
Директорат за Културу И Спорт
MI SMO TU, DA LI STE I VI
МИ СМО ТУ, ДА ЛИ СТЕ И ВИ
V. Livadić, M. Gorić, I. Dolinić, C. Hasić
В. Ливадић, М. Горић, И. Долинић, Ц. Хасић
V.D. DIREKTORA, D.O.O., potpis S.I.
В.Д. ДИРЕКТОРА, Д.О.О., потпис С.И.
LI sednica; MI; DIV
LI седница; МИ; ДИВ
na 5 km, 120 m², 3,5 ha, 16 kW i 220 kWh
на 5 km, 120 m², 3,5 ha, 16 kW и 220 kWh
10cm, 5\u00a0mm, 2 km/h, 100 MB, 7 t, 20 kg, 20 g
10cm, 5\u00a0mm, 2 km/h, 100 MB, 7 t, 20 kg, 20 g
oko 20 °C i 30°C
око 20 °C и 30°C
na km, po kg, ha, m i g
на км, по кг, ха, м и г
2019 g. i 5 dana
2019 г. и 5 дана
Xhevdet Qerimi, Arbën Çeku, Yıldız, Şengül
Xhevdet Qerimi, Arbën Çeku, Yıldız, Şengül
Gjilan, Vllaznia, Shkozha, GJILAN
Gjilan, Vllaznia, Shkozha, GJILAN
Pjongjang, KKP, web-sajt
Пјонгјанг, ККП, web-сајт
USAID-a, OSCE, KDI-ja i UNDP
USAID-а, OSCE, KDI-ја и UNDP
na Facebooku, YouTube-u i facebook stranici
на Facebooku, YouTube-у и facebook страници
Livestream, livestreama, online, e-mail, eKosova
Livestream, livestreama, online, e-mail, eKosova
PDF-a, RSS, Atom, JSON, CSV, HTML, atom
PDF-а, RSS, Atom, JSON, CSV, HTML, атом
LED rasveta i led, COVID-19, 5000 EUR
LED расвета и лед, COVID-19, 5000 EUR
papir A4, autoput R7, parcela P-72217092-01234-0
папир A4, аутопут R7, парцела P-72217092-01234-0
urla, Data saglasnost, signal
урла, Дата сагласност, сигнал
LjUBAV, NjEGOŠ, DžEMAL
ЉУБАВ, ЊЕГОШ, ЏЕМАЛ
c\u030cas, S\u030cilovo
час, Шилово
\u01c9ubav, \u01caEGOŠ, \u01c5emal
љубав, ЊЕГОШ, Џемал
Опština, opштина
Општина, општина
NJ.
Њ.
"""

FROM_LATIN_HTML = """
<p>Opština &amp; ljudi&nbsp;&#8211; 5&nbsp;km</p>
<p>Општина &amp; људи&nbsp;&#8211; 5&nbsp;km</p>
<a href="odluka.html" title="Sva pitanja">Pitanja</a>
<a href="odluka.html" title="Сва питања">Питања</a>
<td>5</td><td>g. Gora</td><p>Petar</p><p>I on</p><p>Član&nbsp;I ovog</p>
<td>5</td><td>г. Гора</td><p>Петар</p><p>И он</p><p>Члан&nbsp;I овог</p>
<img alt='Njiva' src='njiva.jpg'>
<img alt='Њива' src='njiva.jpg'>
<a class="dugme" aria-label="Pretraži">i</a>
<a class="dugme" aria-label="Претражи">и</a>
<p lang="sq">Komuna <p>e</p> Gjilanit</p> je
<p lang="sq">Komuna <p>e</p> Gjilanit</p> је
<b lang=tr title="dan">gün<br>ay</b> dan
<b lang=tr title="dan">gün<br>ay</b> дан
<img lang="en" alt="dan"> dan
<img lang="en" alt="dan"> дан
<i xml:lang="sq">mal</i><i lang="sq"/> dan
<i xml:lang="sq">mal</i><i lang="sq"/> дан
<a hreflang="sr" href="/">dan</a>
<a hreflang="sr" href="/">дан</a>
<span translate="no">Lug <i>dan</i></span> dan
<span translate="no">Lug <i>dan</i></span> дан
<code>ime</code><pre>a <b>b</b></pre><kbd>Alt</kbd> da
<code>ime</code><pre>a <b>b</b></pre><kbd>Alt</kbd> да
<script>if (a<b) go()</script><style>p{}</style>da
<script>if (a<b) go()</script><style>p{}</style>да
<codex>da</codex>
<codex>да</codex>
<!-- dan, lang='x' -->dan
<!-- dan, lang='x' -->дан
<p data-x="a > b, title=dan">dan</p>
<p data-x="a > b, title=dan">дан</p>
in<em>jekcija</em>
ин<em>јекција</em>
2 < 3 i 4 > 1
2 < 3 и 4 > 1
"""


def pairs_of(items: list[str]) -> list[tuple[str, str]]:
    return list(zip(items[::2], items[1::2], strict=True))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [*pairs_of(BOTH_WAYS.strip().splitlines()), *pairs_of(TWO_LETTERS.split()), ("", "")],
)
def test_serbian_reads_the_same_in_both_scripts(latin: str, cyrillic: str) -> None:
    assert (to_cyrillic(latin), to_latin(cyrillic)) == (cyrillic, latin)


@pytest.mark.parametrize(("latin", "cyrillic"), pairs_of(FROM_LATIN.strip().splitlines()))
def test_latin_becomes_cyrillic_where_it_is_serbian(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin) == cyrillic
    assert to_cyrillic(cyrillic) == cyrillic


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("ЉУБАВ", "LJUBAV"),
        ("Љубав", "Ljubav"),
        ("Њ", "Nj"),
        ("А. Њ. Ливада", "A. Nj. Livada"),
        ("КОЊ-ЉУ", "KONJ-LJU"),
        ("ЏЏ и Џиџи", "DŽDŽ i Džidži"),
        ("Сајт www.example.org, XII век, 5 km", "Sajt www.example.org, XII vek, 5 km"),
        ("я ѓ ы", "я ѓ ы"),
    ],
)
def test_capital_digraph_is_written_as_the_letters_beside_it(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(("latin", "cyrillic"), pairs_of(FROM_LATIN_HTML.strip().splitlines()))
def test_html_keeps_its_markup_and_changes_what_is_read(latin: str, cyrillic: str) -> None:
    assert html_to_cyrillic(latin) == cyrillic
    if "in<em>" not in latin:
        assert html_to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Општина Гњилане", True),
        ("Opština Gnjilane", False),
        ("Opstina Gnjilane", False),
        ('<p class="lead">Дан</p> https://example.org/a-long-address', True),
        ("Opština је", False),
        ("", False),
        ("2019 – 12", False),
    ],
)
def test_script_of_a_text_is_that_of_most_letters(text: str, expected: bool) -> None:
    assert is_cyrillic(text) is expected


def test_version_names_the_state_of_the_rules() -> None:
    assert re.fullmatch("[0-9a-f]{16}", VERSION)


def test_letters_that_part_are_marked_for_whoever_sorts_them() -> None:
    assert keep_apart("Injekcija i njiva") == f"In{JOINER}jekcija i njiva"


SERBIAN = st.text(st.sampled_from("abcčćdđefghijklmnoprsštuvzž"), min_size=1, max_size=9)
WORDS = SERBIAN | SERBIAN.map(str.capitalize) | SERBIAN.filter(lambda w: len(w) > 1).map(str.upper)
PIECES = st.sampled_from(
    "I V VI MI XII 5 2019 km g °C . , ; – / ( ) { } % & &nbsp; @ # < > www. .pdf i u Petar ČLAN I."
    " Facebook nj NJ lj dž Dž đ ë q и Њ љ А . \n \u0301 \u030c \u200c ǆ".split(" ")
)
TEXTS = st.lists(WORDS | PIECES | st.text(max_size=4)).map(" ".join) | st.lists(
    SERBIAN | PIECES
).map("".join)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<br>",
        '<i lang="sq">',
        "</i>",
        "<code>",
        "</code>",
        '<img alt="dan">',
        "<!--i-->",
    ]
)
HTML = st.lists(TEXTS.map(escape) | TAGS).map("".join)


@given(st.lists(WORDS).map(" ".join))
def test_latin_returns_from_cyrillic_as_it_went(text: str) -> None:
    # A digraph that stands alone has no neighbour to tell LJ from Lj.
    if not re.search(r"\b(LJ|NJ|DŽ)\b", text):
        assert to_latin(to_cyrillic(text)) == text


@given(TEXTS)
def test_cyrillic_stays_as_it_is_when_it_is_written_again(text: str) -> None:
    once = to_cyrillic(text)
    assert to_cyrillic(once) == once
    assert to_latin(to_latin(text)) == to_latin(text)


@given((SERBIAN | SERBIAN.map(str.capitalize)).filter(lambda word: word not in "IV"))
def test_ordinary_word_reads_the_same_at_a_glance_and_at_a_closer_look(word: str) -> None:
    assert to_cyrillic(f"{word} {word}") == f"{_spell_chunk(word)} {_spell_chunk(word)}"


@given(TEXTS)
def test_what_is_returned_is_normalised(text: str) -> None:
    assert unicodedata.is_normalized("NFC", to_latin(text))


@given(TEXTS)
def test_letter_that_is_not_ours_changes_nothing_before_it(text: str) -> None:
    # With it the text is spelled sign by sign, without it by a table of bytes.
    assert to_latin(f"{text} ß") == f"{to_latin(text)} ß"
    assert is_cyrillic(f"{text} ß") is is_cyrillic(text)


@given(TEXTS)
def test_text_is_spelled_alike_as_a_whole_and_word_by_known_word(text: str) -> None:
    assert _spell(text) == _spell_anew(text)


@given(HTML)
def test_html_keeps_every_tag(html: str) -> None:
    tags = re.compile(r"<!?/?[A-Za-z-]+|lang=[^>]*")
    for converted in (html_to_cyrillic(html), html_to_latin(html)):
        assert tags.findall(converted) == tags.findall(html)


@given(st.lists(TEXTS.map(escape)))
def test_paragraph_reads_the_same_whatever_stands_beside_it(texts: list[str]) -> None:
    together = html_to_cyrillic("".join(f"<p>{text}</p>" for text in texts))
    assert together == "".join(f"<p>{to_cyrillic(text)}</p>" for text in texts)


def test_text_that_holds_the_break_of_texts_is_read_too() -> None:
    assert html_to_cyrillic("<p>dan\x1ei<b>rok</b></p>") == "<p>дан\x1eи<b>рок</b></p>"


@given(TEXTS)
def test_no_text_breaks_the_reader_of_html(text: str) -> None:
    assert html_to_latin(html_to_cyrillic(text)).count("<") == text.count("<")


def test_every_latin_letter_has_one_in_cyrillic() -> None:
    assert not set(to_cyrillic(" ".join(f"s{letter.lower()}s" for letter in LATIN))) & set(LATIN)


@pytest.mark.parametrize("word", sorted({*STEMS, *AS_WRITTEN, *SMALL}))
def test_known_foreign_word_keeps_its_letters_in_a_sentence(word: str) -> None:
    assert to_cyrillic(f"Ovo je {word}, dan.") == f"Ово је {word}, дан."
