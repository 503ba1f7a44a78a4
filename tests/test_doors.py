"""Every door leads to the same site, and none lets something broken through."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tellal.compiler.moments import Moments
from tellal.domain.findings import WrongAnswer
from tellal.domain.office import Card
from tellal.reading.office import read_office
from tests.desks import (
    BORA,
    PELICAN,
    TELLAL,
    files_of,
    furnish,
    furnish_with_a_release,
    release,
    run,
    said,
)
from tests.golden.accept import CONTENT, DIGESTS, digests, golden_content

TRACEBACK = "Traceback"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return the folder of an office that has published one release."""
    return furnish_with_a_release(tmp_path / "desk")


@pytest.fixture(scope="module")
def golden_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the golden municipality."""
    folder = furnish(tmp_path_factory.mktemp("doors") / "desk")
    golden_content(folder / "content")
    return folder


# --- the same bytes ---


@pytest.mark.parametrize(
    ("conf", "url"),
    [("pelicanconf.py", "http://localhost:8000"), ("publishconf.py", "https://gjilan.example")],
)
def test_pelican_and_tellal_write_the_same_bytes(golden_desk: Path, conf: str, url: str) -> None:
    doors = {
        "pelican": (*PELICAN, "content", "--settings", conf, "--output", f"pelican-{conf}"),
        "tellal": (*TELLAL, "build", "--settings", conf, "--output", f"tellal-{conf}"),
    }
    for command in doors.values():
        done = run(golden_desk, *command)
        assert done.returncode == 0, said(done)
    by_pelican, by_tellal = ([*digests(golden_desk / f"{door}-{conf}")] for door in doors)

    assert by_pelican == by_tellal
    assert [line.split("  ")[1] for line in by_tellal] == [
        line.split("  ")[1] for line in DIGESTS.read_text("utf-8").splitlines(keepends=True)
    ]
    page = (golden_desk / f"tellal-{conf}/sq/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{url}/sq/">' in page


def test_task_writes_what_tellal_writes_for_the_web_with_two_processes(golden_desk: Path) -> None:
    task = run(golden_desk, sys.executable, "-m", "invoke", "build")
    command = run(golden_desk, *TELLAL, "build", "--jobs", "2", "--output", "by-command")

    assert task.returncode == command.returncode == 0, said(task) + said(command)
    assert [*digests(golden_desk / "output")] == [*digests(golden_desk / "by-command")]
    assert "https://gjilan.example" in (golden_desk / "output/robots.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "command",
    [
        (*TELLAL, "build", "--output", "there"),
        (*TELLAL, "check"),
        (*PELICAN, "content", "-s", "publishconf.py", "-o", "there"),
    ],
    ids=["build", "check", "pelican"],
)
def test_nothing_is_written_outside_the_output_and_the_cache(
    desk: Path, command: tuple[str, ...]
) -> None:
    before = files_of(desk)
    done = run(desk, *command)

    assert done.returncode == 0, said(done)
    new = {path for path in files_of(desk) - before if not path.startswith(("there/", ".cache/"))}
    assert new == set()
    assert (desk / "there").is_dir() is ("check" not in command)


def test_command_takes_another_content_with_its_own_office(desk: Path) -> None:
    other = desk.parent / "other"
    (desk / "content").rename(other)
    done = run(desk, *TELLAL, "build", "--content", str(other), "--output", "there")

    assert done.returncode == 0, said(done)
    assert (desk / "there" / BORA).is_file()


# --- what is broken stays outside ---


BROKEN = {
    "unknown": None,
    "lacks_something": "import no_such_library\n",
    "misspelt": "def register(:\n",
    "breaks_at_once": "raise RuntimeError('It broke at once')\n",
    "breaks_when_registered": "def register():\n    raise ValueError('It broke later')\n",
    "has_no_register": "",
}


@pytest.mark.parametrize("plugin", BROKEN)
def test_plugin_that_does_not_work_ends_the_build_and_says_so(desk: Path, plugin: str) -> None:
    (desk / "more").mkdir()
    if (code := BROKEN[plugin]) is not None:
        (desk / "more" / f"{plugin}.py").write_text(code, "utf-8")
    with (desk / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nPLUGIN_PATHS = ['more']\nPLUGINS = [*PLUGINS, '{plugin}']\n")
    done = run(desk, *PELICAN, "content", "-s", "pelicanconf.py", "-o", "there")

    assert done.returncode != 0
    assert plugin in said(done) or "It broke at once" in said(done)
    assert not (desk / "there").exists()


def test_build_ends_where_tellal_itself_cannot_be_imported(desk: Path) -> None:
    broken = desk / "broken" / "tellal"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('Tellal is not whole')\n", "utf-8")
    world = {"PYTHONPATH": str(broken.parent)}
    done = run(desk, *PELICAN, "content", "-s", "pelicanconf.py", "-o", "there", **world)

    assert done.returncode != 0
    assert "Tellal is not whole" in said(done)
    assert not (desk / "there").exists()


@pytest.mark.parametrize(
    "command",
    [
        (*TELLAL, "check"),
        (*TELLAL, "build", "--output", "there"),
        (*PELICAN, "content", "-s", "publishconf.py", "-o", "there"),
    ],
    ids=["check", "build", "pelican"],
)
def test_findings_are_all_printed_and_nothing_is_written(
    desk: Path, command: tuple[str, ...]
) -> None:
    release(desk, "2026/03-13-pa-titull", "---\nsummary: Asgjë\n---\n\nTeksti.\n")
    release(desk, "2026/03-14-data", "---\ntitle: Data\ndate: dje\nplaec: Lug\n---\n\nTeksti.\n")
    done = run(desk, *command)

    assert done.returncode == 1
    places = [line.partition(": ")[0] for line in done.stdout.splitlines() if line.endswith("]")]
    assert places == [
        "content/releases/2026/03-13-pa-titull/index.sq.md:1",
        "content/releases/2026/03-14-data/index.sq.md:3",
        "content/releases/2026/03-14-data/index.sq.md:4",
    ]
    assert TRACEBACK not in said(done)
    assert not (desk / "there").exists()


def test_refused_build_leaves_the_last_site_as_it_was(desk: Path) -> None:
    assert run(desk, *TELLAL, "build", "--output", "there").returncode == 0
    before = [*digests(desk / "there")]
    release(desk, "2026/03-13-pa-titull", "---\nsummary: Asgjë\n---\n\nTeksti.\n")
    for command in (
        (*TELLAL, "build", "--output", "there", "--cold"),
        (*PELICAN, "content", "-s", "publishconf.py", "-o", "there"),
    ):
        assert run(desk, *command).returncode == 1

    assert [*digests(desk / "there")] == before


# --- the moment ---


def card() -> Card:
    office, findings = read_office(CONTENT)
    assert office
    assert not findings
    return office.card


NOW = datetime(2026, 6, 1, 10, 0, 59, tzinfo=UTC)
EPOCH = str(int(datetime(2026, 5, 1, 10, 0, tzinfo=UTC).timestamp()))


def test_moment_is_the_one_given_else_the_environments_else_the_offices() -> None:
    given = Moments("2026-04-01T12:30", EPOCH, NOW).as_of(card())
    environment = Moments(None, EPOCH, NOW).as_of(card())
    office = Moments(None, None, NOW).as_of(card())

    assert [moment.isoformat() for moment in (given, environment, office)] == [
        "2026-04-01T12:30:00+02:00",
        "2026-05-01T12:00:00+02:00",
        "2026-03-31T12:00:00+02:00",
    ]


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2026-01-10", "2026-01-10T00:00:00+01:00"),
        ("2026-01-10 12:30", "2026-01-10T12:30:00+01:00"),
        ("2026-01-10T12:30:59+00:00", "2026-01-10T13:30:00+01:00"),
    ],
)
def test_moment_is_on_the_clock_of_the_office_to_the_minute(given: str, moment: str) -> None:
    assert Moments(given, None, NOW).as_of(card()).isoformat() == moment


def as_of(folder: Path, *command: str, **world: str) -> str:
    """Return the moment that a build says."""
    done = run(folder, *command, **world)
    assert done.returncode == 0, said(done)
    [line] = [line for line in done.stdout.splitlines() if " 2026-" in line or " 2027-" in line]
    return line.partition(" 20")[2]


def test_option_wins_over_the_environment_and_that_over_the_office(desk: Path) -> None:
    with (desk / "content/office/office.yaml").open("a", encoding="utf-8") as office:
        office.write("as_of: 2026-03-31 12:00\n")
    build = (*TELLAL, "build", "--output", "there")
    pelican = (*PELICAN, "content", "-s", "publishconf.py", "-o", "there")

    assert as_of(desk, *build) == "26-03-31 12:00."
    assert as_of(desk, *pelican) == "26-03-31 12:00."
    assert as_of(desk, *build, SOURCE_DATE_EPOCH=EPOCH) == "26-05-01 12:00."
    assert as_of(desk, *pelican, SOURCE_DATE_EPOCH=EPOCH) == "26-05-01 12:00."
    option = (*build, "--as-of", "2027-01-02T03:04")
    assert as_of(desk, *option, SOURCE_DATE_EPOCH=EPOCH) == "27-01-02 03:04."


# --- what was mistyped ---


@pytest.mark.parametrize("text", ["nesër", "2026-13-01", "12.09.2026", "2026-01-01T25:00"])
def test_moment_that_is_none_is_told_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(WrongAnswer) as wrong:
        Moments(text, None, NOW).as_of(card())

    assert wrong.value.message.format(**wrong.value.arguments) == (
        f'"{text}" is not a moment. Write it like 2019-09-30T16:00.'
    )


@pytest.mark.parametrize("text", ["nesër", "1e9", "9" * 30])
def test_seconds_that_are_none_are_told(text: str) -> None:
    with pytest.raises(WrongAnswer) as wrong:
        Moments(None, text, NOW).as_of(card())

    assert wrong.value.arguments == {"text": text}
    assert wrong.value.message.startswith("SOURCE_DATE_EPOCH")


@pytest.mark.parametrize(
    ("command", "albanian", "english"),
    [
        (("build", "--as-of", "nesër"), '"nesër" nuk është datë me orë', "Write it like 2019"),
        (("check", "--content", "nowhere"), "nowhere nuk ekziston", "There is no folder"),
        (("build", "--content", "nowhere"), "nowhere nuk ekziston", "There is no folder"),
        (("build", "--settings", "none.py"), "none.py nuk ekziston", "There is no file none.py"),
        (("new", "--kind", "poezi"), '"poezi"', '"poezi" is not a kind'),
    ],
    ids=["moment", "check", "content", "settings", "kind"],
)
def test_mistyped_command_is_answered_in_a_sentence(
    desk: Path, command: tuple[str, ...], albanian: str, english: str
) -> None:
    before = files_of(desk)
    for language, sentence in (("sq", albanian), ("en", english)):
        done = run(desk, *TELLAL, *command, "--language", language)
        assert done.returncode == 1
        assert sentence in done.stderr.splitlines()[-1]
        assert TRACEBACK not in said(done)
    assert {path for path in files_of(desk) if not path.startswith(".cache/")} == set(before)


def test_moment_that_is_none_in_the_settings_is_told_through_pelican_too(desk: Path) -> None:
    with (desk / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nAS_OF = 'nesër'\n")
    done = run(desk, *PELICAN, "content", "-s", "publishconf.py", "-o", "there")

    assert done.returncode == 1
    assert '"nesër" nuk është datë me orë' in said(done)
    assert TRACEBACK not in said(done)
