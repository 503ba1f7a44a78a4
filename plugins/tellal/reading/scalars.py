"""Typed text -> values: dates, moments, numbers, references; or how to write one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from enum import Enum
from typing import TypeVar
from zoneinfo import ZoneInfo

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import FileName, Key, Reference, Seconds, Url

E = TypeVar("E", bound=Enum)


class Unreadable(ValueError):
    """A value that is not what it should be. `message` is a sentence with {placeholders}."""

    def __init__(self, message: str, **arguments: str) -> None:
        """Keep the sentence and what fills it."""
        super().__init__(message)
        self.message, self.arguments = message, arguments


@dataclass(frozen=True, slots=True)
class Context:
    """Where a value was written: the language of the file and the office's clock."""

    language: str
    zone: ZoneInfo


# A year of another century is a slip of the keyboard.
YEAR = r"((?:19|20)\d\d)"
ISO_DATE = re.compile(rf"{YEAR}-(\d\d?)-(\d\d?)$", re.ASCII)
OUR_DATE = re.compile(rf"(\d\d?)\.\s?(\d\d?)\.\s?{YEAR}\.?$", re.ASCII)
TIME = re.compile(r"(\d\d?)[:.](\d\d)$", re.ASCII)
OFFSET = re.compile(r"(?:(\d{1,3}):)?(\d\d?):(\d\d)$", re.ASCII)
REFERENCE = re.compile(r"(pages/|[a-z]+/\d{4}/\d\d-\d\d-)[a-z0-9]+(-[a-z0-9]+)*$")
FILE_NAME = re.compile(r"[^/\\\0]+$")
URL = re.compile(r"https?://[^\s<>\"/]+(/[^\s<>\"]*)?$")

NOT_A_DATE = '{key}: "{text}" is not a date. Write it like 2019-09-12 or 12.09.2019.'
NO_SUCH_DATE = '{key}: "{text}" is a day that does not exist. Write it like 2019-09-12.'
NOT_A_TIME = '{key}: "{text}" is not a time. Write it like 14:30.'
NOT_A_MOMENT = '{key}: "{text}" is not a date with a time. Write it like 2019-09-12 14:30.'
NO_SUCH_MOMENT = (
    '{key}: "{text}" does not exist, since the clocks are put forward then. '
    "Write a time before or after the missing hour."
)
NOT_A_NUMBER = '{key}: "{text}" is not a whole number. Write digits only, like 35.'
NOT_YES_OR_NO = '{key}: "{text}" is neither true nor false. Write true or false.'
NOT_AN_OFFSET = '{key}: "{text}" is not a time in a recording. Write it like 0:12:30.'
NOT_A_REFERENCE = (
    '{key}: "{text}" is not the folder of a publication. '
    "Write it like decisions/2019/03-12-parking."
)
NOT_A_FILE_NAME = (
    '{key}: "{text}" is not the name of a file beside the text. Write it without folders.'
)
NOT_A_URL = '{key}: "{text}" is not a web address. Write it whole, like https://example.org/page.'
NOT_ONE_OF = '{key}: "{text}" is not one of the possible values. Write one of: {values}.'
DID_YOU_MEAN_VALUE = (
    '{key}: "{text}" is not one of the possible values. Did you mean "{near}"? '
    "Write one of: {values}."
)


def read_date(text: str, _: Context) -> date:
    """Return the day; day first where dots are used, never guessed."""
    if match := ISO_DATE.match(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := OUR_DATE.match(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise Unreadable(NOT_A_DATE, text=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(NO_SUCH_DATE, text=text) from None


def read_time(text: str, _: Context) -> time:
    """Return the time of day."""
    match = TIME.match(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise Unreadable(NOT_A_TIME, text=text)
    return time(int(match[1]), int(match[2]))


def read_moment(text: str, context: Context) -> datetime:
    """Return the moment on the office's clock. Of an hour that comes twice, the first."""
    day, _, clock = text.replace("T", " ").rpartition(" ")
    try:
        on, at = read_date(day.strip().rstrip(","), context), read_time(clock.strip(), context)
    except Unreadable:
        raise Unreadable(NOT_A_MOMENT, text=text) from None
    moment = datetime.combine(on, at, tzinfo=context.zone)
    if moment.astimezone(UTC).astimezone(context.zone).replace(tzinfo=None) != moment.replace(
        tzinfo=None
    ):
        raise Unreadable(NO_SUCH_MOMENT, text=text)
    return moment


def read_number(text: str, _: Context) -> int:
    """Return a whole number of at most nine digits."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise Unreadable(NOT_A_NUMBER, text=text)
    return int(text)


def read_yes(text: str, _: Context) -> bool:
    """Return whether the text says yes, in any of the office's languages."""
    word = text.casefold()
    if word in ("true", "yes", "po", "da", "evet"):
        return True
    if word in ("false", "no", "jo", "ne", "hayır"):
        return False
    raise Unreadable(NOT_YES_OR_NO, text=text)


def read_offset(text: str, _: Context) -> Seconds:
    """Return a time in a recording, in seconds."""
    match = OFFSET.match(text)
    if not match or int(match[2]) > 59 or int(match[3]) > 59:
        raise Unreadable(NOT_AN_OFFSET, text=text)
    return Seconds(int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3]))


def read_reference(text: str, _: Context) -> Reference:
    """Return the reference that staff wrote as a folder, with or without "content/"."""
    folder = text.removeprefix("content/").strip("/")
    if not REFERENCE.match(folder):
        raise Unreadable(NOT_A_REFERENCE, text=text)
    return Reference(folder)


def read_file_name(text: str, _: Context) -> FileName:
    """Return the name of a file beside the text."""
    if not FILE_NAME.match(text) or text.startswith("."):
        raise Unreadable(NOT_A_FILE_NAME, text=text)
    return FileName(text)


def read_url(text: str, _: Context) -> Url:
    """Return an absolute web address."""
    if not URL.match(text):
        raise Unreadable(NOT_A_URL, text=text)
    return Url(text)


def read_enum(kind: type[E], text: str) -> E:
    """Return the member whose value was written; else say which there are."""
    values = [str(member.value) for member in kind]
    if text in values:
        return kind(text)
    near = get_close_matches(text.casefold(), values, 1)
    if near:
        raise Unreadable(DID_YOU_MEAN_VALUE, text=text, near=near[0], values=", ".join(values))
    raise Unreadable(NOT_ONE_OF, text=text, values=", ".join(values))


READERS: dict[object, Callable[[str, Context], object]] = {
    str: lambda text, _: text,
    date: read_date,
    time: read_time,
    datetime: read_moment,
    int: read_number,
    bool: read_yes,
    Seconds: read_offset,
    Reference: read_reference,
    FileName: read_file_name,
    Key: lambda text, _: Key(text),
    Url: read_url,
}
