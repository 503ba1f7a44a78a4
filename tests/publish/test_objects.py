"""A place without links, by rclone: no page leads to nothing, and the next publish finishes."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tellal.publish.manifest import parse, verify
from tests.desks import TELLAL, world_of
from tests.publish.conftest import BORA, PAGE, Desk, desk_of


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place that rclone knows as store:bucket/site."""
    monkeypatch.setenv("RCLONE_CONFIG_STORE_TYPE", "alias")
    monkeypatch.setenv("RCLONE_CONFIG_STORE_REMOTE", str(tmp_path / "remote"))
    monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
    return tmp_path / "remote/bucket/site"


@pytest.fixture
def store_desk(tmp_path: Path, bucket: Path) -> Desk:
    """Give an office that publishes to that place."""
    return desk_of(tmp_path / "desk", "rclone://store/bucket/site", bucket)


def is_whole(bucket: Path) -> bool:
    """Return whether a place holds what its manifest says, and nothing else."""
    manifest = parse((bucket / ".tellal/manifest").read_text("utf-8"), bucket)
    found = verify(manifest, bucket)
    return (*found.new, *found.changed, *found.deleted) == (".tellal/commit", ".tellal/manifest")


def tag(desk: Desk, word: str) -> None:
    """Give the release a tag, whose pages vanish when the release is written anew."""
    file = desk.folder / f"content/releases/{BORA}/index.sq.md"
    text = file.read_text("utf-8").replace("title: ", f"tags: [{word}]\ntitle: ", 1)
    file.write_text(text, "utf-8")
    desk.git("commit", "-qam", f"Tag with {word}")


def test_commit_is_stored_changed_and_deleted(store_desk: Desk, bucket: Path) -> None:
    tag(store_desk, "shiu")
    store_desk.publish()
    assert (bucket / "sq/etiketa/shiu/index.html").exists()
    assert is_whole(bucket)
    store_desk.commit("Teksti i ri.")
    said = store_desk.publish("--dry-run")
    assert "Deleted: /sq/etiketa/shiu/" in said
    store_desk.publish()

    assert "Teksti i ri." in (bucket / PAGE).read_text("utf-8")
    assert not (bucket / "sq/etiketa/shiu/index.html").exists()
    assert is_whole(bucket)
    assert "Nothing to publish" in store_desk.refused("publish")


def test_killed_at_any_moment_the_next_publish_finishes(store_desk: Desk, bucket: Path) -> None:
    store_desk.publish()
    dice = random.Random(7)
    for moment in range(3):
        store_desk.commit(f"Teksti {moment}.")
        tag(store_desk, f"shenja-{moment}")
        process = subprocess.Popen(
            (*TELLAL, "publish"),
            cwd=store_desk.folder,
            env=world_of(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.5 + 3 * dice.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        store_desk.commit(f"Teksti i ri {moment}.")
        time.sleep(1)  # what rclone was doing when its caller died, it does to its end
        store_desk.publish()

        assert is_whole(bucket), moment
        assert not (bucket / ".tellal/intent").exists()
