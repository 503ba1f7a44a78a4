"""The page of the office elsewhere: what is written for it, and posted once, whatever happens."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import rmtree

import pytest
from PIL import Image

from tellal.domain.findings import WrongAnswer
from tellal.publish.elsewhere import Elsewhere, elsewhere_from
from tellal.publish.graph import Page
from tellal.publish.posting import send_posts
from tellal.publish.posts import Fate, Outbox, Post
from tellal.publish.web import Silence, ask
from tests.desks import TELLAL, world_of
from tests.publish.conftest import Desk
from tests.publish.pages import NUMBER, TOKEN, FacebookPage, error
from tests.publish.standins import StandIn, standing_in

SHIU = "2026-03-13-releases-shiu"
LINK = "https://gjilan.example/sq/komunikata/2026/03/shiu/"
TODAY = ("--as-of", "2026-03-13T12:00")
BOTH = {
    "sq": "---\ntitle: Bie shi\nsummary: {take} çadrën.\n{more}---\n\nTeksti.\n",
    "sr": "---\ntitle: Pada kiša\nsummary: Ponesite kišobran.\n---\n\nTekst.\n",
}


@pytest.fixture
def wall() -> FacebookPage:
    return FacebookPage()


@pytest.fixture
def api(wall: FacebookPage) -> Iterator[StandIn]:
    """Give the Graph API on this machine."""
    with standing_in(wall.reply) as server:
        yield server


@pytest.fixture
def office(desk: Desk) -> Desk:
    """Give an office that has published once, and has nothing to post."""
    desk.publish(*TODAY)
    return desk


@pytest.fixture
def posting(office: Desk, api: StandIn) -> Desk:
    """Give an office that posts on its page."""
    office.set(f"PUBLISH_FACEBOOK_API = {api.url!r}\nPUBLISH_FACEBOOK_PAGE = {NUMBER!r}")
    office.token = TOKEN
    return office


def write_rain(desk: Desk, more: str = "", take: str = "Merrni") -> None:
    """Write a release in two languages, and commit it."""
    place = desk.folder / "content/releases/2026/03-13-shiu"
    place.mkdir(exist_ok=True)
    for language, text in BOTH.items():
        (place / f"index.{language}.md").write_text(text.format(more=more, take=take), "utf-8")
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "Rain")


def fate(desk: Desk, name: str = SHIU) -> str:
    values = json.loads((desk.folder / "outbox" / name / "post.json").read_text("utf-8"))
    return str(values["fate"])


def listed(desk: Desk, *words: str) -> str:
    done = desk.tellal("outbox", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def names(desk: Desk) -> list[str]:
    return sorted(file.parent.name for file in (desk.folder / "outbox").glob("*/post.json"))


# --- what is written ---


def test_what_was_public_before_is_not_posted_and_what_is_new_lies_ready_to_copy(
    office: Desk,
) -> None:
    assert listed(office) == "The outbox is empty.\n"
    write_rain(office)
    office.publish(*TODAY)

    place = office.folder / "outbox" / SHIU
    assert (place / "post.txt").read_text("utf-8") == (
        f"Bie shi\n\nMerrni çadrën.\n\n{LINK}\n\n— — —\n\n"
        "Pada kiša\n\nPonesite kišobran.\n\nhttps://gjilan.example/sr/saopstenja/2026/03/shiu/\n"
    )
    assert listed(office) == f"Waiting: {SHIU}  Bie shi\n"
    write_rain(office, "revisions:\n- {on: 2026-03-13, note: Gabim, minor: true}\n", "Merreni")
    office.publish(*TODAY)
    assert "Merreni çadrën." in (place / "post.txt").read_text("utf-8")
    assert names(office) == [SHIU]
    assert f"Noted as posted by hand: {SHIU}." in listed(office, "--posted", SHIU)
    assert fate(office) == "by_hand"
    assert not list(office.public.root.rglob("post.*"))
    assert "There is no post" in office.refused("outbox", "--posted", "x")
    assert "name the page" in office.refused("outbox", "--send")


def test_outbox_that_was_lost_begins_anew_and_posts_nothing(office: Desk) -> None:
    write_rain(office)
    rmtree(office.folder / "outbox")
    assert "The outbox has begun" in office.publish(*TODAY)

    assert names(office) == []


def test_each_language_has_a_post_of_its_own_where_the_office_wants_it(office: Desk) -> None:
    office.set("PUBLISH_POSTS_TOGETHER = False")
    write_rain(office)
    office.publish(*TODAY)

    assert names(office) == [f"{SHIU}.sq", f"{SHIU}.sr-Latn"]


def test_embargoed_old_withdrawn_and_other_things_are_not_posted(office: Desk) -> None:
    write_rain(office, "publish_at: 2026-03-13 18:00\n")
    office.write("Arkivi.", "2025/01-02-e-vjeter")
    office.commit("Ndryshim.")
    said = office.publish(*TODAY)
    assert "Of 1 publications older than a week there is no post." in said
    assert names(office) == []

    office.publish("--as-of", "2026-03-13T18:01")
    assert names(office) == [SHIU]
    withdrawn = "publish_at: 2026-03-13 18:00\nwithdrawn: {on: 2026-03-13, reason: in_error}\n"
    write_rain(office, withdrawn)
    said = office.publish("--as-of", "2026-03-13T19:00")
    assert f"{SHIU} is not posted: it is not public any more, or was withdrawn." in said
    assert fate(office) == "withheld"


# --- what is posted ---


def test_it_is_posted_once_with_its_picture_and_the_token_is_nowhere(
    posting: Desk, wall: FacebookPage, api: StandIn
) -> None:
    place = posting.folder / "content/releases/2026/03-13-shiu"
    place.mkdir()
    Image.new("RGB", (1000, 700), "navy").save(place / "shi.jpg")
    photo = "{file: shi.jpg, alt: Rruga e lagur, credit: Zyra, licence: CC BY 4.0}"
    write_rain(posting, f"photos:\n- {photo}\n")
    said = posting.publish(*TODAY)

    assert f"Posted on the office's page: {SHIU}." in said
    post = next(heard for heard in api.heard if heard.method == "POST")
    files = "https://gjilan.example/files/releases/2026/03-13-shiu"
    assert post.one("url") == f"{files}/sizes/shi.jpg-960x672.jpg"
    assert post.one("alt_text_custom") == "Rruga e lagur"
    assert LINK in post.one("caption")
    assert (posting.folder / "outbox" / SHIU / "picture.jpg").is_file()
    posting.commit("Ndryshim.")
    posting.publish(*TODAY)
    assert len(wall.posts) == 1
    assert fate(posting) == "posted"
    assert TOKEN not in said
    kept = [file.read_bytes() for file in posting.folder.rglob("*") if file.is_file()]
    assert not any(TOKEN.encode() in data for data in kept)


def test_killed_between_the_post_and_the_record_it_is_posted_once(
    posting: Desk, wall: FacebookPage, api: StandIn
) -> None:
    write_rain(posting)
    killed: list[subprocess.Popen[bytes]] = []

    def reply_to_nobody(heard: object) -> tuple[int, bytes]:
        done = wall.reply(heard)  # type: ignore[arg-type]
        if wall.posts:
            killed[0].send_signal(signal.SIGKILL)
            killed[0].wait()
        return done

    api.reply = reply_to_nobody
    where = {"cwd": posting.folder, "env": world_of(**posting.world)}
    killed.append(subprocess.Popen((*TELLAL, "publish", *TODAY), **where))  # type: ignore[call-overload]
    assert killed[0].wait(300) == -signal.SIGKILL
    assert fate(posting) == "sending"
    api.reply = wall.reply
    again = posting.tellal("publish", *TODAY)
    assert "Nothing to publish" in again.stdout
    assert f"It stands on the office's page already: {SHIU}." in again.stderr
    assert fate(posting) == "posted"
    assert len(wall.posts) == 1


# --- how it is posted ---


@dataclass
class Desktop:
    """An outbox in which one post waits, and what is told while it is posted."""

    box: Outbox
    door: Page
    now: float = 1_000_000.0
    told: list[str] = field(default_factory=list)

    def send(self) -> str:
        """Post what waits, in a process that knows only the files; return what was told."""
        self.told.clear()
        box = Outbox(self.box.folder)
        send_posts(box, self.door, lambda: self.now, self._tell)
        return " ".join(self.told)

    def _tell(self, message: str, **arguments: object) -> None:
        self.told.append(message.format(**arguments))

    def post(self) -> Post:
        return Outbox(self.box.folder).posts[SHIU]


@pytest.fixture
def desktop(tmp_path: Path, api: StandIn) -> Desktop:
    box = Outbox(tmp_path / "outbox")
    text = f"Bie shi\n\n{LINK}"
    known = {"folder": "releases/2026/03-13-shiu", "tags": ("sq",), "title": "Bie shi"}
    box.keep(Post(name=SHIU, text=text, link=LINK, since=900_000, **known))  # type: ignore[arg-type]
    return Desktop(box, Page(NUMBER, TOKEN, api.url))


def test_refusal_is_told_and_tried_again(desktop: Desktop, wall: FacebookPage) -> None:
    wall.hindered = [(400, error(100, "Invalid parameter\x1b"))]
    assert f"{SHIU} was not posted: Invalid parameter (100)." in desktop.send()
    assert (desktop.post().fate, desktop.post().reason) == (Fate.FAILED, "Invalid parameter (100)")
    assert "Posted on the office's page" in desktop.send()

    assert len(wall.posts) == 1


def test_token_that_ended_and_page_that_is_mute_post_nothing(
    desktop: Desktop, wall: FacebookPage
) -> None:
    ended = replace(desktop, door=replace(desktop.door, token="e-vjeter"), told=[])
    said = ended.send()
    assert "does not tell what stands on it: Error validating access token Bearer … (190)" in said
    wall.mute = True
    assert "does not tell what stands on it" in desktop.send()

    assert wall.posts == []
    assert desktop.post().fate is Fate.WAITING


def test_token_that_cannot_be_is_refused_and_not_shown() -> None:
    assert Elsewhere(page=NUMBER).door(f"{TOKEN}\n") == Page(NUMBER, TOKEN)
    with pytest.raises(WrongAnswer, match=r"^TELLAL_FACEBOOK_TOKEN is no") as refused:
        Elsewhere(page=NUMBER).door("a\nb")
    assert refused.value.arguments == {}
    assert TOKEN not in repr(Page(NUMBER, TOKEN))


def test_answer_without_an_end_is_silence(api: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tellal.publish.web.PATIENCE", 0)
    api.reply = lambda heard: (200, b"x")

    with pytest.raises(Silence, match="has no end") as silence:
        ask(api.url)
    assert silence.value.may_be_heard


def test_nobody_there_is_told_and_nothing_is_uncertain(desktop: Desktop, api: StandIn) -> None:
    closed = replace(desktop, door=replace(desktop.door, api="http://127.0.0.1:9"), told=[])

    assert "does not tell what stands on it: Connection refused" in closed.send()
    assert desktop.post().fate is Fate.WAITING


def test_post_of_which_nothing_was_heard_is_looked_for(
    desktop: Desktop, wall: FacebookPage
) -> None:
    wall.hindered = [(0, b"")]  # it arrives, and the answer is cut off
    assert f"{SHIU} may have been posted or not" in desktop.send()
    assert desktop.post().fate is Fate.SENDING
    assert "It stands on the office's page already" in desktop.send()

    assert desktop.post().fate is Fate.POSTED
    assert desktop.send() == ""
    assert len(wall.posts) == 1


def test_post_that_may_appear_yet_is_not_posted_before_it_is_clear(
    desktop: Desktop, wall: FacebookPage
) -> None:
    wall.hindered = [(500, error(1))]
    desktop.send()
    assert "may have been posted or not" in desktop.send()
    assert wall.posts == []
    desktop.now += 1000

    assert "Posted on the office's page" in desktop.send()
    assert len(wall.posts) == 1


def test_record_that_somebody_changed_is_told(desktop: Desktop) -> None:
    (desktop.box.folder / SHIU / "post.json").write_text("{}", "utf-8")

    with pytest.raises(WrongAnswer, match="not as it was written"):
        desktop.send()


def test_what_somebody_posted_by_hand_is_not_posted_again(
    desktop: Desktop, wall: FacebookPage
) -> None:
    wall.posts = [{"id": str(n), "message": f"{LINK}{n}/"} for n in range(3)]
    wall.posts.append({"id": "9", "message": f"Bie shi!\n{LINK}\n"})
    assert "It stands on the office's page already" in desktop.send()

    assert desktop.post().number == "9"
    assert len(wall.posts) == 4


def test_page_that_cannot_be_seen_whole_gets_nothing(desktop: Desktop, wall: FacebookPage) -> None:
    wall.posts = [{"id": str(n), "message": "Tjetër"} for n in range(100)]

    assert "too many posts to look through" in desktop.send()
    assert len(wall.posts) == 100


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PUBLISH_POSTS", ("releases",)),
        ("PUBLISH_FACEBOOK_PAGE", "../x"),
        ("PUBLISH_FACEBOOK_API", "http://graph.example"),
    ],
)
def test_setting_that_cannot_be_is_refused(name: str, value: object) -> None:
    with pytest.raises(WrongAnswer, match=f"^{name}: "):
        elsewhere_from({name: value})
