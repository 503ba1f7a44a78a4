"""A few answers -> the folder of a publication, with forms to fill in. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tellal.desk.forms import original_form, translation_form
from tellal.desk.speech import print_answer, sentence
from tellal.domain.facts import KINDS, Kind
from tellal.domain.findings import WrongAnswer
from tellal.domain.office import Office
from tellal.reading.office import read_office
from tellal.reading.scalars import Context, Unreadable, read_date
from tellal.reading.slugs import slug_of

ASK_KIND = "Which kind? ({kinds})"
ASK_TITLE = "Title:"
ASK_DATE = "Day of issue (like 12.09.2019; empty: today):"
ASK_LANGUAGES = "Languages (of {languages}; empty: all):"
NO_KIND = '"{text}" is not a kind. Write one of: {kinds}.'
NO_TITLE = "A title holds at least one letter or digit."
NO_DATE = '"{text}" is not a date. Write it like 2019-09-12 or 12.09.2019.'
NO_LANGUAGE = '"{text}" is not a language of the office. Write some of: {languages}.'
NO_OFFICE = "The folder content/office/ cannot be read. Run the check first."
EXISTS = "{folder} exists already. Choose another title or day."
WRITTEN = "Written: {file}"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Answers:
    """What must be known to begin a publication."""

    kind: Kind
    title: str
    on: date
    languages: tuple[str, ...]

    @property
    def folder(self) -> str:
        """Return the folder, relative to the content folder."""
        name = _short(slug_of(self.title, self.languages[0]))
        if self.kind.collection == "pages":
            return f"pages/{name}"
        return f"{self.kind.collection}/{self.on:%Y}/{self.on:%m-%d}-{name}"


def _short(slug: str) -> str:
    """Return as many words of a slug as make a name that one can still read."""
    if len(slug) <= LONGEST_NAME:
        return slug
    return slug[: LONGEST_NAME + 1].rpartition("-")[0] or slug[:LONGEST_NAME]


def new_publication(
    content: Path,
    *,
    kind: str | None,
    title: str | None,
    on: str | None,
    languages: str | None,
    language: str,
    ask: Callable[[str], str] = input,
) -> int:
    """Ask for what was not given, write the folder, say what was written. 1 for a wrong answer."""
    office, _ = read_office(content)
    try:
        if office is None:
            raise WrongAnswer(NO_OFFICE)
        answers = _answers(office, (kind, title, on, languages), language, ask)
        for file in write_forms(content, answers, office):
            print(sentence(WRITTEN, language, file=file))
    except WrongAnswer as wrong:
        print_answer(wrong, language)
        return 1
    return 0


def _answers(
    office: Office,
    given: tuple[str | None, str | None, str | None, str | None],
    language: str,
    ask: Callable[[str], str],
) -> Answers:
    """Return the answers, asked for in the staff's language where they were not given."""
    kinds = ", ".join(kind.name for kind in KINDS)
    known = ", ".join(office.card.languages)

    def answer(text: str | None, question: str, **arguments: str) -> str:
        asked = text if text is not None else ask(f"{sentence(question, language, **arguments)} ")
        return asked.strip()

    kind = _kind(answer(given[0], ASK_KIND, kinds=kinds), kinds)
    title = _title(answer(given[1], ASK_TITLE), office)
    on = _day(answer(given[2], ASK_DATE) if kind.collection != "pages" else "", office)
    languages = _languages(answer(given[3], ASK_LANGUAGES, languages=known), office)
    return Answers(kind, title, on, languages)


def _kind(text: str, kinds: str) -> Kind:
    for kind in KINDS:
        if text.casefold() in (kind.name, kind.collection):
            return kind
    raise WrongAnswer(NO_KIND, text=text, kinds=kinds)


def _title(text: str, office: Office) -> str:
    try:
        slug_of(text, office.card.languages[0])
    except ValueError:
        raise WrongAnswer(NO_TITLE) from None
    return text


def _day(text: str, office: Office) -> date:
    zone = ZoneInfo(office.card.time_zone)
    if not text:
        return datetime.now(UTC).astimezone(zone).date()
    try:
        return read_date(text, Context(office.card.languages[0], zone))
    except Unreadable:
        raise WrongAnswer(NO_DATE, text=text) from None


def _languages(text: str, office: Office) -> tuple[str, ...]:
    known = office.card.languages
    wanted = text.replace(",", " ").split() or list(known)
    for language in wanted:
        if language not in known:
            raise WrongAnswer(NO_LANGUAGE, text=language, languages=", ".join(known))
    return tuple(language for language in known if language in wanted)


def write_forms(content: Path, answers: Answers, office: Office) -> Iterator[Path]:
    """Write a form for each language into a new folder; yield each file."""
    folder = content / answers.folder
    if folder.exists():
        raise WrongAnswer(EXISTS, folder=str(folder))
    folder.mkdir(parents=True)
    for place, language in enumerate(answers.languages):
        is_original = place == 0
        form = original_form(answers.kind, answers.title) if is_original else translation_form()
        file = folder / f"index.{language}.md"
        file.write_text(form, "utf-8")
        yield file
