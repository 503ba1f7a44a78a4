"""The public log goes with every publish, and what is public does not change without a word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from tellal.publish.verify import latest, read_log
from tests.publish.conftest import BORA, PAGE, Desk, desk_of
from tests.publish.keys import new_key

ADDRESS = f"/{PAGE.removesuffix('index.html')}"


def checked(site: Path, *words: str) -> tuple[int, str]:
    """Check a site with the checker that lies beside its log, as anybody would."""
    command = (sys.executable, "-I", str(site / "public/log/verify.py"), str(site), *words)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def lines(desk: Desk) -> int:
    """Return how many lines the public log has; all of it is as it was signed."""
    return read_log(desk.public.tree / "log").head.size


def what_became(desk: Desk, address: str = ADDRESS) -> str:
    return latest(read_log(desk.public.tree / "log").entries)[address]["what"]


def begin_log(desk: Desk, folder: Path) -> Desk:
    """Let an office make a key and begin its log."""
    desk.log_key = new_key(folder)
    assert desk.tellal("log-key").returncode == 0
    return desk


@pytest.fixture
def logged(desk: Desk, tmp_path: Path) -> Desk:
    """Give an office that has begun its log, and publishes into a folder."""
    return begin_log(desk, tmp_path)


@pytest.fixture
def far_logged(far_desk: Desk, tmp_path: Path) -> Desk:
    """Give an office that has begun its log, and publishes to a host."""
    return begin_log(far_desk, tmp_path)


# --- with a log ---


def test_site_can_be_checked_by_anybody_from_the_first_release_to_the_last_and_back(
    far_logged: Desk, tmp_path: Path
) -> None:
    site = far_logged.public.root / "current"
    far_logged.publish()
    copytree(site / "public/log", tmp_path / "kept")
    assert checked(site)[0] == 0
    assert what_became(far_logged) == "published"

    far_logged.commit("Teksti tjetër.", word=False)
    refused = far_logged.tellal("publish")
    assert refused.returncode == 1
    assert "releases/2026/03-12-bora/index.sq.md" in refused.stdout + refused.stderr
    assert "revision-missing" in refused.stdout + refused.stderr
    far_logged.commit("Teksti tjetër, me shënim.")
    far_logged.publish()
    assert what_became(far_logged) == "revised"
    assert checked(site, "--older", str(tmp_path / "kept/head"))[0] == 0

    page = far_logged.public.tree / PAGE
    page.write_bytes(page.read_bytes().replace(b"tjet", b"tjat"))
    code, said = checked(site)
    assert code == 1
    assert PAGE in said
    assert "were not as they had been published" in far_logged.publish()
    assert checked(site)[0] == 0

    far_logged.tellal("rollback", "1")
    assert checked(site)[0] == 0


def test_log_goes_on_from_the_newest_release_also_after_somebody_went_back(logged: Desk) -> None:
    logged.publish()
    logged.commit("Teksti i dytë.")
    logged.publish()
    newest = lines(logged)
    logged.tellal("rollback")
    assert lines(logged) < newest
    rmtree(logged.folder / "log")
    rmtree(logged.folder / ".cache/publish")
    logged.commit("Teksti i tretë.")
    logged.publish()

    assert lines(logged) > newest
    assert what_became(logged) == "revised"


def test_log_goes_on_from_a_release_of_which_only_the_switch_is_known(logged: Desk) -> None:
    logged.publish()
    logged.commit("Teksti i dytë.")
    logged.publish()
    newest = lines(logged)
    (logged.public.root / "current/way.json").unlink()  # it was killed right after the switch
    logged.tellal("rollback")
    rmtree(logged.folder / "log")
    assert "never public" not in logged.tellal("releases").stdout
    logged.commit("Teksti i tretë.")
    logged.publish()

    assert lines(logged) > newest


def test_without_a_key_the_log_stays_as_it_is_and_that_is_said(logged: Desk) -> None:
    logged.publish()
    before = lines(logged)
    logged.log_key = None
    logged.commit("Teksti i ri.")
    said = logged.publish()

    assert "No key is named (TELLAL_LOG_KEY), so nothing was added to the public log." in said
    assert lines(logged) == before


def test_dry_run_says_what_would_be_refused_and_adds_nothing(logged: Desk) -> None:
    logged.publish()
    before = (logged.folder / "log/head").read_bytes()
    logged.commit("Teksti i ri.", word=False)
    said = logged.publish("--dry-run")

    assert "It would be refused now:" in said
    assert "revision-missing" in said
    assert (logged.folder / "log/head").read_bytes() == before


def test_nothing_is_kept_of_a_log_that_did_not_become_public(logged: Desk) -> None:
    in_the_way = logged.public.root / "current/x"
    in_the_way.mkdir(parents=True)
    before = (logged.folder / "log/head").read_bytes()
    logged.refused("publish")
    assert (logged.folder / "log/head").read_bytes() == before
    rmtree(in_the_way.parent)
    logged.publish()

    assert (logged.folder / "log/head").read_bytes() != before
    assert checked(logged.public.root / "current")[0] == 0


def test_other_machine_goes_on_with_the_public_log(logged: Desk, tmp_path: Path) -> None:
    logged.publish()
    before = lines(logged)
    other = tmp_path / "other"
    copytree(logged.folder, other, symlinks=True, ignore=lambda *_: ["log", ".cache", "output"])
    there = Desk(other, logged.public, log_key=logged.log_key)
    there.commit("Teksti i ri.")
    there.publish()
    between = lines(logged)
    logged.git("pull", "-q", str(other), "main")
    logged.commit("Teksti i tretë.")
    logged.publish()

    assert before < between < lines(logged)


def test_new_key_signs_the_public_log_after_it_was_handed_over(
    logged: Desk, tmp_path: Path
) -> None:
    logged.publish()
    new = new_key(tmp_path, "new")
    assert logged.tellal("log-key", "--new", str(new)).returncode == 0
    logged.log_key = new
    logged.commit("Teksti i ri.")
    logged.publish()

    assert read_log(logged.public.tree / "log").key in Path(f"{new}.pub").read_text("utf-8")


def test_log_in_a_zip_grows(tmp_path: Path) -> None:
    desk = begin_log(desk_of(tmp_path / "desk", f"zip://{tmp_path}/site.zip", tmp_path), tmp_path)
    desk.publish()
    first = read_log(desk.folder / "log").head.size
    rmtree(desk.folder / "log")
    desk.commit("Teksti i ri.")
    desk.publish()

    assert first < read_log(desk.folder / "log").head.size


# --- what is refused, and what is mended ---


def test_folder_that_vanished_is_refused(desk: Desk) -> None:
    desk.publish()
    desk.write("Tjetër.", "2026/03-13-shiu")
    rmtree(desk.folder / "content/releases" / BORA)
    desk.git("add", "-A")
    desk.git("commit", "-qm", "Lose")

    refused = desk.tellal("publish")
    assert refused.returncode == 1
    assert "folder-gone" in refused.stdout + refused.stderr


def test_key_without_a_log_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.log_key = new_key(tmp_path)

    assert "There is no log in log yet." in desk.refused("publish")


def test_log_that_was_changed_on_the_host_is_published_anew(logged: Desk) -> None:
    logged.publish()
    before, site = lines(logged), logged.public.root / "current"
    for name in ("entries.jsonl", "head", "allowed_signers"):
        file = logged.public.tree / "log" / name
        file.write_bytes(file.read_bytes()[:-2] + b"x")
        assert checked(site)[0] == 1
        assert "The public log is not as it was signed." in logged.publish()
        assert lines(logged) == before
    rmtree(logged.public.tree / "log")
    logged.publish()

    assert lines(logged) == before
    assert checked(site)[0] == 0


def test_small_files_of_the_log_go_with_it_and_are_mended_on_the_host(logged: Desk) -> None:
    logged.publish()
    log, site = logged.public.tree / "log", logged.public.root / "current"
    lines = next(log.glob("tile/entries/000.p/*.txt"))
    assert lines.with_name(f"{lines.name}.gz").is_file()
    for file in (lines, next(log.glob("tile/0/000.p/*")), log / "index/00.txt", log / "keys.txt"):
        file.write_bytes(b"x" + file.read_bytes())
        assert checked(site)[0] == 1
        assert "were not as they had been published" in logged.publish()
        assert checked(site)[0] == 0


def test_changed_log_of_which_nothing_is_kept_is_refused(logged: Desk) -> None:
    logged.publish()
    rmtree(logged.folder / "log")
    entries = logged.public.tree / "log/entries.jsonl"
    entries.write_bytes(entries.read_bytes().replace(b"published", b"withdrawn", 1))
    logged.commit("Teksti i ri.")

    assert "is not as it was signed, so nothing is added to it" in logged.refused("publish")
    assert logged.public.release.startswith("000001-")


def test_log_that_begins_anew_beside_a_public_one_is_refused(logged: Desk) -> None:
    logged.publish()
    rmtree(logged.folder / "log")
    assert logged.tellal("log-key").returncode == 0
    logged.commit("Teksti i ri.")

    assert "have not grown from each other" in logged.refused("publish")
