"""The address of a second of a recording, and of its player, follow from the form alone."""

from __future__ import annotations

import pytest

from tellal.domain.recordings import PlayerForm, at_second, playable


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.youtube.com/watch?v=abc_-12345", "?v=abc_-12345&t=75s"),
        ("https://m.youtube.com/watch?v=abc_-12345&t=9s", "?v=abc_-12345&t=75s"),
        ("https://www.youtube.com/live/abc_-12345", "abc_-12345?t=75s"),
        ("https://youtu.be/abc_-12345?t=9", "abc_-12345?t=75"),
        ("https://tube.example/w/aBc123", "aBc123?start=75"),
        ("https://tube.example/videos/watch/a-b-c?start=9s", "a-b-c?start=75"),
        ("https://host.example/2019/seanca.mp4", "seanca.mp4#t=75"),
        ("https://host.example/video?id=7#t=9", "?id=7#t=75"),
    ],
)
def test_second_of_a_recording_is_asked_for_in_the_way_of_its_host(url: str, expected: str) -> None:
    address = at_second(url, 75)

    assert address.startswith(url.partition("?")[0].partition("#")[0])
    assert address.endswith(expected)
    assert at_second(address, 75) == address


@pytest.mark.parametrize(
    ("url", "form", "address", "host"),
    [
        (
            "https://www.youtube.com/watch?v=abc_-12345&list=7",
            PlayerForm.FRAME,
            "https://www.youtube-nocookie.com/embed/abc_-12345",
            "www.youtube-nocookie.com",
        ),
        (
            "https://tube.example:8443/w/aBc123",
            PlayerForm.FRAME,
            "https://tube.example:8443/videos/embed/aBc123",
            "tube.example:8443",
        ),
        (
            "https://host.example/seanca.mp3",
            PlayerForm.AUDIO,
            "https://host.example/seanca.mp3",
            "host.example",
        ),
    ],
)
def test_player_is_known_by_the_form_of_an_address(
    url: str, form: PlayerForm, address: str, host: str
) -> None:
    found = playable(url)

    assert found
    assert (found.form, found.address, found.host) == (form, address, host)


@pytest.mark.parametrize("url", ["https://host.example/seanca/7", "https://www.youtube.com/"])
def test_address_of_no_known_form_has_no_player(url: str) -> None:
    assert playable(url) is None
