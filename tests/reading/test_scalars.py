"""Typed text becomes a value, or says how to write one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.domain.facts import Channel
from tellal.reading.scalars import (
    READERS,
    Context,
    Unreadable,
    read_date,
    read_enum,
    read_file_name,
    read_moment,
    read_number,
    read_offset,
    read_reference,
    read_time,
    read_url,
    read_yes,
)

HERE = Context("sq", ZoneInfo("Europe/Belgrade"))


def unreadable(read: Callable[[str, Context], object], text: str) -> str:
    """Return the sentence with which a reader refuses a text."""
    with pytest.raises(Unreadable) as refusal:
        read(text, HERE)
    return refusal.value.message.format(key="key", **refusal.value.arguments)


@pytest.mark.parametrize(
    "text", ["2019-09-12", "2019-9-12", "12.09.2019", "12.9.2019", "12. 9. 2019", "12.09.2019."]
)
def test_date_is_year_first_with_hyphens_and_day_first_with_dots(text: str) -> None:
    assert read_date(text, HERE) == date(2019, 9, 12)


@pytest.mark.parametrize(
    "text",
    [
        *("", "09/12/2019", "12-09-2019", "2019.09.12", "12.09.19", "12 shtator 2019"),
        *("1.2.3.2019", "0019-09-12", "2919-09-12", "٢٠١٩-٠٩-١٢", "2019-09-12 10:00"),
    ],
)
def test_date_in_no_known_form_is_not_guessed(text: str) -> None:
    assert "is not a date" in unreadable(read_date, text)


@pytest.mark.parametrize("text", ["2019-02-29", "31.04.2019", "2019-13-01", "0.1.2019"])
def test_day_that_does_not_exist_is_refused(text: str) -> None:
    assert "a day that does not exist" in unreadable(read_date, text)


def test_time_may_have_a_colon_or_a_dot() -> None:
    assert [read_time(text, HERE) for text in ("9:05", "09.05")] == [time(9, 5), time(9, 5)]


@pytest.mark.parametrize("text", ["24:00", "12:60", "9", "9h", "12:30:00", ""])
def test_time_that_no_clock_shows_is_refused(text: str) -> None:
    assert "is not a time" in unreadable(read_time, text)


@pytest.mark.parametrize(
    "text", ["2019-09-12 11:00", "2019-09-12T11:00", "12.09.2019 11.00", "12.9.2019, 11:00"]
)
def test_moment_is_a_day_and_a_time_on_the_clock_of_the_office(text: str) -> None:
    assert read_moment(text, HERE) == datetime(2019, 9, 12, 11, tzinfo=HERE.zone)


def test_moment_without_time_is_not_midnight() -> None:
    assert "a date with a time" in unreadable(read_moment, "2019-09-12")


def test_moment_that_the_clocks_leave_out_is_refused() -> None:
    assert "put forward" in unreadable(read_moment, "31.03.2019 02:30")
    assert read_moment("31.03.2019 03:00", HERE).utcoffset() == timedelta(hours=2)


def test_moment_that_comes_twice_is_the_first() -> None:
    assert read_moment("27.10.2019 02:30", HERE).utcoffset() == timedelta(hours=2)


def test_number_is_of_plain_digits() -> None:
    assert read_number("035", HERE) == 35
    for text in ("", "-1", "1.5", "1 000", "²", "٣", "1" * 10):
        assert "whole number" in unreadable(read_number, text)


def test_yes_and_no_may_be_said_in_each_language_of_the_office() -> None:
    assert all(read_yes(text, HERE) for text in ("true", "Yes", "PO", "da", "evet"))
    assert not any(read_yes(text, HERE) for text in ("false", "No", "JO", "ne", "Hayır"))
    assert "neither true nor false" in unreadable(read_yes, "1")


def test_time_in_a_recording_is_in_seconds() -> None:
    assert [read_offset(text, HERE) for text in ("2:03", "0:12:30", "1:02:03")] == [123, 750, 3723]
    for text in ("12", "1:60:00", "0:61", "1:2:3"):
        assert "time in a recording" in unreadable(read_offset, text)


def test_reference_is_the_folder_of_a_publication() -> None:
    written = ("decisions/2019/03-12-parking", "content/decisions/2019/03-12-parking/")

    assert {read_reference(text, HERE).folder for text in written} == {written[0]}
    assert read_reference("pages/kontakti", HERE).short_name == "kontakti"


@pytest.mark.parametrize(
    "text", ["parking", "decisions/03-12-parking", "../decisions/2019/03-12-parking", "pages/a/b"]
)
def test_reference_that_is_no_folder_of_a_publication_is_refused(text: str) -> None:
    assert "not the folder of a publication" in unreadable(read_reference, text)


@pytest.mark.parametrize("text", ["", ".", "..", ".htaccess", "a/b.pdf", "a\\b.pdf", "../x.pdf"])
def test_file_name_stays_in_its_folder(text: str) -> None:
    assert "name of a file" in unreadable(read_file_name, text)


@pytest.mark.parametrize(
    "text",
    [
        *("www.example.org", "//example.org", "ftp://example.org", "https://"),
        *("javascript:alert(1)", "data:text/html,x"),
        *('https://example.org/" onclick="x', "https://example.org/a b"),
    ],
)
def test_web_address_is_whole_and_cannot_act(text: str) -> None:
    assert "not a web address" in unreadable(read_url, text)


def test_web_address_is_kept_as_typed() -> None:
    assert read_url("https://example.org/a?b=c#d", HERE) == "https://example.org/a?b=c#d"


def test_value_that_is_nearly_one_of_the_possible_ones_is_offered() -> None:
    assert read_enum(Channel, "oral") is Channel.ORAL
    with pytest.raises(Unreadable) as refusal:
        read_enum(Channel, "E-mail")
    assert refusal.value.arguments["near"] == "email"


@pytest.mark.parametrize("read", READERS.values(), ids=[str(kind) for kind in READERS])
@given(text=st.one_of(st.text(max_size=20), st.from_regex(r"[\d .:/TZ+-]{0,20}")))
def test_no_text_makes_a_reader_raise_anything_but_its_sentence(
    read: Callable[[str, Context], object], text: str
) -> None:
    with suppress(Unreadable):
        read(text, HERE)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_date_comes_out_as_it_was_written(day: date) -> None:
    assert read_date(day.isoformat(), HERE) == day
    assert read_date(f"{day:%d.%m.%Y}", HERE) == day
