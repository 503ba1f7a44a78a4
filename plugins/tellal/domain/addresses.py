"""The one place that knows addresses. They never change: a page's address outlives its title.

An address starts and ends with "/" for a page and has no host; `root` is the path under which the
site lives on its host ("" at the top).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tellal.domain.editions import Publication
from tellal.domain.facts import KINDS, Kind
from tellal.domain.languages import WRITTEN, Language, language_of
from tellal.domain.short import short_name_of
from tellal.domain.sizes import Size
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Reference

DIRECTORATES = ("drejtorite", "direkcije", "mudurlukler", "directorates")
ACCESSIBILITY = ("qasja", "pristupacnost", "erisilebilirlik", "accessibility")
CALENDAR = ("kalendari", "kalendar", "takvim", "calendar")
TAGS = ("etiketa", "oznake", "etiketler", "tags")
PARITY = ("gjuhet", "jezici", "diller", "languages")
VERIFICATION = ("verifikimi", "provera", "dogrulama", "verification")
STATISTICS = ("statistika", "statistika", "istatistikler", "statistics")
SEARCH = ("kerkim", "pretraga", "arama", "search")
CHAPTERS = {
    "communications": ("komunikimi", "komunikacija", "iletisim", "communications"),
    "speed": ("shpejtesia", "brzina", "hiz", "speed"),
    "conferences": ("konferencat", "konferencije", "basin-toplantilari", "conferences"),
    "requests": ("kerkesat", "zahtevi", "talepler", "requests"),
    "acts": ("aktet", "akti", "kararlar", "acts"),
    "sessions": ("seancat", "sednice", "oturumlar", "sessions"),
    "languages": ("gjuhet", "jezici", "diller", "languages"),
    "files": ("skedaret", "datoteke", "dosyalar", "files"),
}
"""The chapters of the statistics, each with the lists behind its figures."""
PARALLEL = ("krahas", "uporedo", "yan-yana", "parallel")
CHANGES = ("ndryshimet", "izmene", "degisiklikler", "changes")
MEDIA = ("per-media", "za-medije", "basin-icin", "for-media")
FORMS = ("forma", "oblici", "bicimler", "forms")
ANNUAL = ("raporti-vjetor", "godisnji-izvestaj", "yillik-rapor", "annual-report")
PARTS = {
    "requests_in_time": ("ne-kohe", "u-roku", "suresinde", "in-time"),
    "requests_late": ("me-vonese", "sa-zakasnjenjem", "gec", "late"),
    "requests_overdue": ("afati-i-tejkaluar", "prekoracen-rok", "suresi-gecmis", "overdue"),
    "requests_in_process": ("ne-proces", "u-postupku", "islemde", "in-process"),
    "requests_withdrawn": ("te-terhequra", "povuceni", "geri-cekilen", "withdrawn"),
    "requests_extended": ("me-afat-te-vazhduar", "produzen-rok", "suresi-uzatilan", "extended"),
    "requests_complaints": ("me-ankese", "sa-zalbom", "sikayetli", "with-complaint"),
    "requests_outcome.granted": ("te-lejuara", "odobreni", "erisim-verilen", "granted"),
    "requests_outcome.partially_granted": ("pjeserisht", "delimicno", "kismen", "in-part"),
    "requests_outcome.refused": ("te-refuzuara", "odbijeni", "reddedilen", "refused"),
    "requests_outcome.already_public": ("publike", "vec-javni", "zaten-acik", "already-public"),
    "requests_outcome.no_document": ("pa-dokument", "bez-dokumenta", "belge-yok", "no-document"),
    "requests_outcome.forwarded": ("te-percjella", "prosledjeni", "iletilen", "forwarded"),
    "requests_outcome.no_response": ("pa-pergjigje", "bez-odgovora", "yanitsiz", "no-response"),
    "requests_received.citizen": ("qytetare", "gradjani", "vatandaslar", "citizens"),
    "requests_received.media": ("media", "mediji", "basin", "media"),
    "requests_received.civil_society": (
        "shoqeria-civile",
        "civilno-drustvo",
        "sivil-toplum",
        "civil-society",
    ),
    "requests_received.party": ("parti", "stranke", "partiler", "parties"),
    "requests_received.business": ("biznese", "preduzeca", "isletmeler", "businesses"),
    "requests_received.institution": ("institucione", "institucije", "kurumlar", "institutions"),
    "requests_received.organisation": ("organizata", "organizacije", "kuruluslar", "organisations"),
}
"""The words for the part of a year's register that a figure counts, by the figure's key."""
FEEDS = {"rss": "rss.xml", "atom": "atom.xml", "json": "json"}


def _word(words: tuple[str, str, str, str], language: Language) -> str:
    return words[WRITTEN.index(language.written)]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everything is."""

    root: str = ""

    def chooser(self) -> str:
        """Return the front door, which lists the languages."""
        return f"{self.root}/"

    def home(self, tag: str) -> str:
        """Return the front page of a language."""
        return f"{self.root}/{language_of(tag).address}/"

    def section(
        self, tag: str, kind: Kind, year: int | None = None, month: int | None = None
    ) -> str:
        """Return a section, one of its years, or one of its months."""
        return self._dated(tag, _word(kind.sections, language_of(tag)), year, month)

    def part(self, tag: str, kind: Kind, year: int, key: str) -> str:
        """Return the part of a year's register that a figure counts; `key` is one of `PARTS`."""
        return f"{self.section(tag, kind, year)}{_word(PARTS[key], language_of(tag))}/"

    def annual(self, tag: str, kind: Kind, year: int) -> str:
        """Return the report of a year that the law wants of a register."""
        return f"{self.section(tag, kind, year)}{_word(ANNUAL, language_of(tag))}/"

    def due(self, publication: Publication, tag: str) -> str:
        """Return the calendar entry of what is due by law, beside the page."""
        return f"{self.publication(publication, tag)}due.ics"

    def directorates(self, tag: str) -> str:
        """Return the index of the directorates."""
        return self._dated(tag, _word(DIRECTORATES, language_of(tag)))

    def directorate(self, tag: str, key: str, year: int | None = None) -> str:
        """Return what a directorate published, all or of one year."""
        return self._dated(tag, f"{_word(DIRECTORATES, language_of(tag))}/{key}", year)

    def tags(self, tag: str) -> str:
        """Return the index of the tags."""
        return self._dated(tag, _word(TAGS, language_of(tag)))

    def tag(self, tag: str, slug: str, year: int | None = None) -> str:
        """Return what carries a tag, all or of one year."""
        return self._dated(tag, f"{_word(TAGS, language_of(tag))}/{slug}", year)

    def accessibility(self, tag: str) -> str:
        """Return the accessibility statement."""
        return self._dated(tag, _word(ACCESSIBILITY, language_of(tag)))

    def calendar(self, tag: str, year: int | None = None, month: int | None = None) -> str:
        """Return the calendar, or a month of it."""
        return self._dated(tag, _word(CALENDAR, language_of(tag)), year, month)

    def calendar_file(self, tag: str) -> str:
        """Return the calendar to subscribe to."""
        return f"{self.home(tag)}calendar.ics"

    def media(self, tag: str) -> str:
        """Return the page for the media."""
        return self._dated(tag, _word(MEDIA, language_of(tag)))

    def kit(self, folder: str) -> str:
        """Return all of a release in one file: one address for all languages."""
        return f"{self.root}/kits/{folder}.zip"

    def parity(self, tag: str, year: int | None = None) -> str:
        """Return how complete a language is, over all years or in one of them."""
        return self._dated(tag, _word(PARITY, language_of(tag)), year)

    def statistics(self, tag: str, year: int | None = None, chapter: str | None = None) -> str:
        """Return the index of the statistics, a year, or the lists behind a chapter of it."""
        address = self._dated(tag, _word(STATISTICS, language_of(tag)), year)
        return f"{address}{_word(CHAPTERS[chapter], language_of(tag))}/" if chapter else address

    def verification(self, tag: str) -> str:
        """Return the page by which readers check what they read."""
        return self._dated(tag, _word(VERIFICATION, language_of(tag)))

    def log(self, name: str) -> str:
        """Return a file of the public log, which is there once the site was published."""
        return f"{self.root}/log/{name}"

    def publication(self, publication: Publication, tag: str, slug: str | None = None) -> str:
        """Return a publication in a language; without an edition, where it will be."""
        edition = publication.edition(tag)
        name = slug or (edition.slug if edition else publication.reference.short_name)
        return self.item(tag, publication.kind, publication.reference.date, name)

    def item(self, tag: str, kind: Kind, on: date | None, slug: str) -> str:
        """Return what has a slug, below its month or, without a date, below the front page."""
        if on is None:
            return f"{self.home(tag)}{slug}/"
        return f"{self.section(tag, kind, on.year, on.month)}{slug}/"

    def parallel(self, publication: Publication, tag: str) -> str:
        """Return the page that sets an act in a language beside another one."""
        word = _word(PARALLEL, language_of(tag))
        return f"{self.publication(publication, tag)}{word}/"

    def changes(self, publication: Publication, tag: str) -> str:
        """Return the page that compares what a publication said before with what it says."""
        return f"{self.publication(publication, tag)}{_word(CHANGES, language_of(tag))}/"

    def forms(self, publication: Publication, tag: str) -> str:
        """Return the page of a text's other forms: for print, radio and pasting."""
        return f"{self.publication(publication, tag)}{_word(FORMS, language_of(tag))}/"

    def beside(self, page: str, name: str) -> str:
        """Return a file that the site makes for a page, below its address: `chapters.vtt`."""
        return f"{page}{name}"

    def file(self, folder: str, name: str) -> str:
        """Return a file beside a text: one address for all languages."""
        return f"{self.root}/files/{folder}/{name}"

    def size(self, folder: str, name: str, size: Size) -> str:
        """Return a picture beside a text in one of its sizes."""
        return f"{self.root}/files/{folder}/sizes/{name}-{size.name}"

    def short(self, reference: Reference) -> str | None:
        """Return the address of a publication on paper, None of one that has no day."""
        name = short_name_of(reference)
        return f"{self.root}/k/{name}/" if name else None

    def card(self, tag: str, name: str) -> str:
        """Return what other sites show of a publication, by its folder, or of a kind."""
        return f"{self.root}/cards/{language_of(tag).address}/{name}.png"

    def data(self, name: str) -> str:
        """Return a file of open data, as in `requests-2019.csv`: one for all languages."""
        return f"{self.root}/data/{name}"

    def index(self, name: str) -> str:
        """Return a file of the index that browsers search in: `sq/archive/17`."""
        return f"{self.root}/search/{name}.js"

    def search(self, tag: str, year: int | None = None, letter: str | None = None) -> str:
        """Return the search, or what a letter of a year has: `c-2` is the second c, a ç."""
        address = self._dated(tag, _word(SEARCH, language_of(tag)), year)
        return f"{address}{letter}/" if letter else address

    def open_search(self, tag: str) -> str:
        """Return what tells a browser how to search the site."""
        return f"{self.home(tag)}opensearch.xml"

    def feed(self, tag: str, subject: str, form: str) -> str:
        """Return a feed; `subject` is as from `feed_of_section`, `form` a key of `FEEDS`."""
        return f"{self.home(tag)}feeds/{subject}.{FEEDS[form]}"

    def feed_of_section(self, tag: str, kind: Kind) -> str:
        """Return the subject of a section's feed, in the words of the language."""
        return _word(kind.sections, language_of(tag))

    def feed_of_directorate(self, tag: str, key: str) -> str:
        """Return the subject of a directorate's feed."""
        return f"{_word(DIRECTORATES, language_of(tag))}/{key}"

    def error(self, tag: str) -> str:
        """Return the page for addresses that do not exist."""
        return f"{self.home(tag)}404.html"

    def offline(self, tag: str) -> str:
        """Return the page for times without a network."""
        return f"{self.home(tag)}offline.html"

    def manifest(self, tag: str) -> str:
        """Return what makes the site an application on a telephone."""
        return f"{self.home(tag)}manifest.webmanifest"

    def gone(self, tag: str) -> str:
        """Return the list of what was withdrawn, for browsers that kept a copy."""
        return f"{self.home(tag)}gone.json"

    def emergency(self, tag: str, form: str) -> str:
        """Return what brings an emergency to every page; `form` is `js` or `css`."""
        return f"{self.home(tag)}emergency.{form}"

    def sitemap(self, tag: str, year: int | None) -> str:
        """Return the sitemap of a language's year, or of what has no year."""
        return f"{self.home(tag)}sitemap-{year or 'pages'}.xml"

    def reserved(self, language: Language) -> Iterator[str]:
        """Yield the addresses of a language that no publication may take."""
        for kind in KINDS:
            yield self.section(language.tag, kind)
        yield self.directorates(language.tag)
        yield self.tags(language.tag)
        yield self.accessibility(language.tag)
        yield self.calendar(language.tag)
        yield self.media(language.tag)
        yield self.parity(language.tag)
        yield self.statistics(language.tag)
        yield self.verification(language.tag)
        yield self.search(language.tag)
        yield f"{self.home(language.tag)}feeds/"

    def _dated(
        self, tag: str, words: str, year: int | None = None, month: int | None = None
    ) -> str:
        parts = [words]
        if year is not None:
            parts.append(f"{year:04}")
        if month is not None:
            parts.append(f"{month:02}")
        return f"{self.home(tag)}{'/'.join(parts)}/"
