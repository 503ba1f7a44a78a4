"""Object storage and SFTP by rclone: there, changed, back, and what happens when two publish."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.hosts import Sshd
from tellal.publish.manifest import parse, verify
from tests.publish.conftest import PAGE, Desk, desk_of
from tests.publish.objectstore import KEY, Store, object_store

SITE = "bucket/site/"
FIRST, SECOND = "Teksti.", "Teksti i ri."


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    """Give object storage that rclone knows as store:bucket/site."""
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)
    with object_store() as store:
        named = {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": store.url, "REGION": "here"}
        for name, value in {**named, "ACCESS_KEY_ID": KEY, "SECRET_ACCESS_KEY": "x"}.items():
            monkeypatch.setenv(f"RCLONE_CONFIG_STORE_{name}", value)
        monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
        yield store


@pytest.fixture
def store_desk(tmp_path: Path, store: Store) -> Desk:
    """Give an office that publishes there."""
    return desk_of(tmp_path / "desk", "rclone://store/bucket/site", tmp_path / "nowhere")


def is_whole(store: Store, folder: Path) -> bool:
    """Return whether the store holds what its manifest says, and nothing else."""
    there = store.of(SITE)
    for name, data in there.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    found = verify(parse(there[".tellal/manifest"].decode(), folder), folder)
    return (*found.new, *found.changed, *found.deleted) == (".tellal/commit", ".tellal/manifest")


def page(store: Store) -> str:
    return store.of(SITE)[PAGE].decode()


def test_site_is_published_changed_and_taken_back(
    store_desk: Desk, store: Store, tmp_path: Path
) -> None:
    store_desk.publish()
    first = store.of(SITE)
    assert is_whole(store, tmp_path / "1")
    store_desk.commit("Pa fjalë.", word=False)
    assert "revision-missing" in store_desk.tellal("publish").stdout
    store_desk.write("Tjetër.", "2026/03-13-shiu")
    store_desk.commit(SECOND)
    store_desk.publish()
    second = store.of(SITE)
    assert SECOND in page(store)
    assert is_whole(store, tmp_path / "2")

    done = store_desk.tellal("releases")
    assert done.returncode == 0, done.stderr
    listed = done.stdout
    assert "000002-" in listed.splitlines()[0]
    assert " * " in listed.splitlines()[0]
    assert "is public again" in store_desk.tellal("rollback").stdout
    assert {**store.of(SITE), ".tellal/commit": b""} == {**first, ".tellal/commit": b""}
    assert store.of(SITE)[".tellal/commit"] == second[".tellal/commit"]
    assert " * " in store_desk.tellal("releases").stdout.splitlines()[2]
    store_desk.commit("Teksti i tretë.")
    assert "Somebody went back" in store_desk.tellal("publish", "--due").stdout
    assert store_desk.tellal("rollback", "2").returncode == 0
    assert store.of(SITE) == second


def test_pages_that_lead_to_others_are_renewed_after_them_and_deletions_come_last(
    store_desk: Desk, store: Store
) -> None:
    store_desk.write("Tjetër.", "2026/03-13-shiu")
    store_desk.git("add", "-A")
    store_desk.git("commit", "-qm", "Two")
    store_desk.publish()
    store.done.clear()
    facts = store_desk.folder / "content/releases/2026/03-13-shiu/index.sq.md"
    facts.write_text(facts.read_text("utf-8").replace("title: Bora", "title: Shiu"), "utf-8")
    withdrawn = "withdrawn: {on: 2026-03-21, reason: in_error, note: Gabim}\n"
    text = facts.read_text("utf-8").replace("title", f"{withdrawn}title", 1)
    facts.write_text(text, "utf-8")
    store_desk.write(FIRST, "2026/03-15-era")
    store_desk.git("add", "-A")
    store_desk.git("commit", "-qm", "Three")
    store_desk.publish()
    done = [(what, name.removeprefix(SITE)) for what, name in store.done]
    names = [name for _, name in done]

    assert done[0] == ("put", ".tellal/intent")
    assert done[-2:] == [("put", ".tellal/manifest"), ("delete", ".tellal/intent")]
    new = names.index("sq/komunikata/2026/03/era/index.html")
    assert new < names.index("sq/komunikata/2026/03/index.html") < names.index("sq/index.html")
    deleted = [at for at, (what, _) in enumerate(done) if what == "delete"]
    pages = [at for at, (what, n) in enumerate(done) if what == "put" and n.endswith(".html")]
    assert min(deleted) > max(pages)


def test_way_back_is_refused_where_a_file_of_it_is_not_kept_as_it_was(store_desk: Desk) -> None:
    store_desk.publish()
    store_desk.commit(SECOND)
    store_desk.publish()
    for file in (store_desk.folder / ".cache").rglob("objects/*/*"):
        if FIRST.encode() in file.read_bytes():
            file.unlink()
            file.write_bytes(b"x")

    assert "is not on this machine as it was" in store_desk.refused("rollback")


def test_who_publishes_while_another_one_does_stops_and_the_next_publish_sets_it_right(
    store_desk: Desk, store: Store, tmp_path: Path
) -> None:
    store_desk.publish()
    store_desk.commit(SECOND)
    intent, take = f"{SITE}.tellal/intent", store.files.__class__.__setitem__

    class Shared(dict[str, bytes]):
        """Files, of which another publish changes the intent as soon as a page is sent."""

        def __setitem__(self, name: str, data: bytes) -> None:
            take(self, name, data)
            if name.endswith(PAGE):
                take(self, intent, b"# tellal manifest 1: 0 files, 0 bytes\n")

    store.files = Shared(store.files)
    assert "somebody else published there too" in store_desk.refused("publish")
    store.files = dict(store.files)
    store_desk.publish()

    assert SECOND in page(store)
    assert is_whole(store, tmp_path / "whole")
    store.files[f"{SITE}.tellal/manifest"] += b"x"
    assert "is damaged" in store_desk.refused("publish")


def test_site_is_published_by_sftp_to_a_real_sshd(
    tmp_path: Path, sshd: Sshd, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {"TYPE": "sftp", "HOST": "127.0.0.1", "PORT": str(sshd.port)}
    named |= {"USER": getpass.getuser(), "KEY_FILE": str(sshd.key)}
    for name, value in {**named, "KNOWN_HOSTS_FILE": str(sshd.known_hosts)}.items():
        monkeypatch.setenv(f"RCLONE_CONFIG_FAR_{name}", value)
    monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
    monkeypatch.setenv("RCLONE_CONFIG_SITE_TYPE", "alias")
    monkeypatch.setenv("RCLONE_CONFIG_SITE_REMOTE", f"far:{tmp_path}/far")
    there = tmp_path / "far/web"
    desk = desk_of(tmp_path / "desk", "rclone://site/web", there)
    desk.publish()
    desk.commit(SECOND)
    desk.publish()
    assert SECOND in (there / PAGE).read_text("utf-8")

    assert "is public again" in desk.tellal("rollback").stdout
    assert SECOND not in (there / PAGE).read_text("utf-8")
    found = verify(parse((there / ".tellal/manifest").read_text("utf-8"), there), there)
    assert (*found.new, *found.changed, *found.deleted) == (".tellal/commit", ".tellal/manifest")
