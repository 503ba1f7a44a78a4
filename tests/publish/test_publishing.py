"""From a commit to the public and back, on a real host, and all that is refused on the way."""

from __future__ import annotations

import fcntl
import json
import os
import re
import subprocess
import time
from pathlib import Path
from shutil import rmtree
from zipfile import ZipFile

import pytest

from bench.hosts import Sshd
from tests.publish.conftest import PAGE, Desk, desk_of

GO = "Release {} is public"


@pytest.fixture(params=["folder", "ssh"])
def any_desk(request: pytest.FixtureRequest) -> Desk:
    """Give an office that publishes, into a folder or to a host."""
    desk: Desk = request.getfixturevalue("desk" if request.param == "folder" else "far_desk")
    return desk


# --- there and back ---


def test_commit_is_published_edited_published_and_rolled_back(any_desk: Desk) -> None:
    said_first = any_desk.publish()
    first, count = any_desk.public.release, any_desk.public.pages
    any_desk.commit("Teksti i ri.")
    said_second = any_desk.publish()
    second = any_desk.public.release

    assert first.startswith("000001-")
    assert second == f"000002-{any_desk.git('rev-parse', 'HEAD')[:8]}"
    told = rf"Release {second} is public: \d pages new, [1-9] changed, 0 deleted"
    assert re.search(told, said_second)
    assert f"{count} pages new" in said_first
    assert "Teksti i ri." in any_desk.public.read(PAGE)
    assert any_desk.public.is_whole()

    back = any_desk.tellal("rollback")

    assert f"Release {first} is public again" in back.stdout
    assert "Teksti i ri." not in any_desk.public.read(PAGE)
    assert any_desk.public.is_whole()
    forth = any_desk.tellal("rollback", "2")
    assert f"Release {second} is public again" in forth.stdout


def test_only_what_changed_travels_and_all_else_is_one_file_with_the_release_before(
    far_desk: Desk,
) -> None:
    far_desk.publish()
    before = inodes_in(far_desk.public.tree)
    far_desk.commit("Teksti i ri.")
    said = far_desk.publish()
    after = inodes_in(far_desk.public.tree)

    own = Path(PAGE).parent
    other = {path for path in after if after[path] != before.get(path)}
    assert {path for path in other if not path.endswith((".gz", ".br"))} == {
        *(PAGE, f"{own}/forma/index.html", f"{own}/ndryshimet/index.html"),
        *("kits/releases/2026/03-12-bora.zip", "sq/sitemap-2026.xml"),
        *("search/sq/irf.js", "search/sq/quarter/0.js"),
        *(
            f"sq/feeds/{name}.{form}"
            for name in ("all", "komunikata")
            for form in ("rss.xml", "atom.xml", "json")
        ),
    }
    match = re.search(r"(\d+) bytes sent", said)
    assert match
    assert int(match[1]) < 30_000  # of it 15,000 are what is packed anew, which has no difference


def inodes_in(tree: Path) -> dict[str, int]:
    """Return of each file below a folder which one it is."""
    root = tree.resolve()
    files = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.stat().st_ino for file in files}


def test_release_is_recorded_with_its_commit_and_the_way_it_took(far_desk: Desk) -> None:
    far_desk.publish()
    place = far_desk.public.root / "current"
    release = json.loads((place / "release.json").read_text("utf-8"))
    way = json.loads((place / "way.json").read_text("utf-8"))
    listed = far_desk.tellal("releases").stdout

    assert release["commit"] == far_desk.git("rev-parse", "HEAD")
    assert release["author"] == "Arta Krasniqi"
    assert release["manifest"] == far_desk.public.manifest.digest
    assert [*way["seconds"]] == [
        "build",
        "connecting",
        "reading",
        "switching",
        "uploading",
        "verifying",
    ]
    assert 0 <= way["public"] - way["committed"] < 600
    assert f"{far_desk.public.release} * " in listed
    assert f"Arta Krasniqi: {far_desk.public.pages} new, 0 changed, 0 deleted" in listed
    assert "s from commit to public: build " in listed
    assert not list(far_desk.public.tree.glob("*.json"))
    (kept,) = (far_desk.folder / "ways").iterdir()
    known = json.loads(kept.read_text("utf-8"))
    assert (known["public"], known["stages"]) == (way["public"], way["seconds"])


def test_as_many_releases_are_kept_as_the_settings_say_and_always_the_public_one(
    desk: Desk,
) -> None:
    desk.set("PUBLISH_KEEP = 2")
    for number in range(3):
        desk.commit(f"Teksti {number}.")
        desk.publish()
    kept = desk.public.releases
    desk.tellal("rollback")
    desk.commit("Teksti i fundit.")
    desk.publish()

    assert [name[:6] for name in kept] == ["000002", "000003"]
    assert desk.public.release.startswith("000004")
    assert desk.public.is_whole()


def test_dry_run_names_each_page_with_its_title_and_changes_nothing(far_desk: Desk) -> None:
    far_desk.publish()
    before = far_desk.public.releases
    far_desk.write("Teksti i ri.")
    far_desk.write("Tjetër.", "2026/03-13-shiu")
    said = far_desk.publish("--dry-run")

    assert "New: /sq/komunikata/2026/03/shiu/  Bora – " in said
    assert "Changed: /sq/komunikata/2026/03/bora/  Bora – " in said
    assert "Other files: " in said
    assert "It would be refused now: content/releases/" in said
    assert far_desk.public.releases == before

    far_desk.git("add", "-A")
    far_desk.git("commit", "-q", "-m", "Two")
    far_desk.publish()
    rmtree(far_desk.folder / "content/releases/2026/03-13-shiu")
    said = far_desk.publish("--dry-run")
    assert "Deleted: /sq/komunikata/2026/03/shiu/  Bora – " in said


def test_zip_holds_the_site_and_is_the_same_for_the_same_site(tmp_path: Path) -> None:
    desk = desk_of(tmp_path / "desk", f"zip://{tmp_path}/site.zip", tmp_path)
    desk.publish()
    first = (tmp_path / "site.zip").read_bytes()
    desk.commit("Teksti i ri.", word=False)
    desk.publish()
    with ZipFile(tmp_path / "site.zip") as archive:
        assert "Teksti i ri." in archive.read(PAGE).decode()
    desk.commit("Teksti.", word=False)
    desk.publish()

    assert (tmp_path / "site.zip").read_bytes() == first
    assert "Nothing to publish" in desk.refused("publish")
    assert "keeps no releases" in desk.refused("rollback")


# --- what is refused ---


def test_content_with_findings_is_refused(desk: Desk) -> None:
    desk.publish()
    desk.write("x", "2026/03-14-pa-titull")
    broken = desk.folder / "content/releases/2026/03-14-pa-titull/index.sq.md"
    broken.write_text("---\nsummary: Asgjë\n---\n\nTeksti.\n", "utf-8")
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "Broken")

    assert desk.refused("publish").startswith("Findings: 1.")
    assert desk.public.release.startswith("000001-")


def test_tree_with_something_uncommitted_is_refused(desk: Desk) -> None:
    desk.write("Ende jo.")

    assert desk.refused("publish") == (
        "content/releases/2026/03-12-bora/index.sq.md is not committed. Commit it or take it "
        "back, then publish."
    )
    desk.git("checkout", "-q", ".")
    desk.write("E re.", "2026/03-15-e-re")
    assert desk.refused("publish").startswith("content/releases/2026/03-15-e-re/index.sq.md is not")


def test_file_that_git_ignores_and_a_build_would_read_is_refused(desk: Desk) -> None:
    beside = desk.folder / "content/releases/2026/03-12-bora"
    (desk.folder / ".git/info/exclude").write_text("*.csv\n*~\n", "utf-8")
    (beside / "index.sq.md~").write_text("x", "utf-8")
    desk.publish()
    (beside / "plani.csv").write_text("a,b\n", "utf-8")

    line = desk.refused("publish")
    assert line.startswith("releases/2026/03-12-bora/plani.csv is not under git, which was told")


def test_commit_that_was_not_merged_is_refused(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "draft")
    desk.commit("Draft.")
    commit = desk.git("rev-parse", "HEAD")[:8]

    assert desk.refused("publish") == (
        f"Commit {commit} is not on the branch main. Only what was merged is published."
    )


def test_content_without_git_is_refused(desk: Desk) -> None:
    rmtree(desk.folder / ".git")

    assert desk.refused("publish").endswith("Only a commit can be published.")


def test_output_that_is_not_as_it_was_built_is_refused(desk: Desk) -> None:
    desk.publish()
    desk.commit("Teksti i ri.")
    assert desk.tellal("build").returncode == 0
    output = desk.folder / "output"
    page = (output / PAGE).read_bytes()

    (output / PAGE).write_bytes(b"<p>Tjet\xc3\xabr")
    assert "is not as it was built" in desk.refused("publish")
    (output / PAGE).unlink()
    assert "is not as it was built" in desk.refused("publish")
    (output / PAGE).write_bytes(page)
    for name, sentence in (
        ("sq/x.html", "belongs to no page"),
        ("sq/x\n", "cannot be published"),
    ):
        (output / name).write_text("x", "utf-8")
        assert sentence in desk.refused("publish")
        (output / name).unlink()
    (output / "sq/x").symlink_to("/etc/passwd")
    assert "is no file but a link" in desk.refused("publish")
    assert desk.public.release.startswith("000001-")


def test_second_publish_at_the_same_time_is_refused_with_owner_age_and_remedy(
    far_desk: Desk, sshd: Sshd
) -> None:
    far_desk.publish()
    far_desk.commit("Teksti i ri.")
    lock = "exec 9<>lock; flock -x 9; echo $(($(date +%s) - 600)) $$ arben@pc >lock; read x"
    shell = ("sh", "-c", lock)
    with subprocess.Popen(shell, cwd=far_desk.public.root, stdin=subprocess.PIPE) as holder:
        while "arben" not in (far_desk.public.root / "lock").read_text("utf-8"):
            time.sleep(0.05)
        line = far_desk.refused("publish")
        subprocess.run(("kill", str(holder.pid)), check=True)

    assert line.startswith("arben@pc is publishing since 10 min.")
    command = line.partition("free the lock with: ")[2]
    assert re.fullmatch(rf"ssh -p {sshd.port} \w+@127\.0\.0\.1 kill {holder.pid}", command)
    far_desk.publish()


def test_looking_waits_until_nobody_publishes_from_this_machine(desk: Desk) -> None:
    desk.publish()
    with (desk.folder / ".cache/publish/lock").open() as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)

        assert "somebody is publishing already" in desk.refused("publish", "--dry-run")


def test_nothing_to_publish_is_said(far_desk: Desk) -> None:
    far_desk.publish()

    assert re.match("Nothing to publish: what is public .* is whole.", far_desk.refused("publish"))
    assert len(far_desk.public.releases) == 1


@pytest.mark.parametrize("other", [None, "ssh-ed25519 " + "A" * 68], ids=["unknown", "another"])
def test_host_that_shows_another_key_is_refused(
    far_desk: Desk, sshd: Sshd, other: str | None
) -> None:
    if other is None:
        sshd.known_hosts.write_text("", "utf-8")
    else:
        sshd.know(Path(f"{sshd.key}.pub").read_text("utf-8"))

    assert far_desk.refused("publish").startswith("The host 127.0.0.1 shows another key than")
    assert not far_desk.public.root.exists()


def test_key_that_the_host_does_not_know_is_refused(far_desk: Desk, sshd: Sshd) -> None:
    (sshd.folder / "authorized_keys").write_text("", "utf-8")

    assert "does not let this key in" in far_desk.refused("publish")


@pytest.mark.parametrize(
    "target",
    [
        "ssh://-oProxyCommand=x/srv",
        "ssh://a@-oProxyCommand=x/srv",
        "ssh://a@b/srv/$(x)",
        "ssh://a@b/srv/../etc",
        "ssh://a:secret@b/srv/x",
        "ssh://a@b/",
        "ftp://a@b/srv",
        "folder://srv",
        "srv",
    ],
)
def test_target_that_a_shell_could_misread_is_refused(desk: Desk, target: str) -> None:
    desk.set(f"PUBLISH_TO = {target!r}")

    assert desk.refused("publish").startswith(f'"{target}" is no place to publish to.')


# --- what somebody did on the host ---


def test_page_that_was_changed_on_the_host_is_found_and_published_anew(any_desk: Desk) -> None:
    any_desk.publish()
    page = any_desk.public.tree / "sq/index.html"
    whole = page.read_bytes()
    status = page.stat()
    page.write_bytes(whole.replace(b"a", b"e", 1))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    (any_desk.public.tree / "shell.php").write_text("<?php", "utf-8")
    said = any_desk.publish()

    assert "were not as they had been published" in said
    assert page.read_bytes() == whole
    assert any_desk.public.is_whole()


def test_link_in_place_of_a_folder_is_replaced_and_what_it_led_to_stays(
    far_desk: Desk, tmp_path: Path
) -> None:
    far_desk.publish()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("x", "utf-8")
    rmtree(far_desk.public.tree / "sq")
    (far_desk.public.tree / "sq").symlink_to(elsewhere)
    far_desk.commit("Teksti i ri.")
    far_desk.publish()

    assert far_desk.public.is_whole()
    assert [path.name for path in elsewhere.iterdir()] == ["kept"]


def test_nothing_that_a_terminal_would_obey_is_heard_from_a_host(desk: Desk) -> None:
    desk.publish()
    (desk.public.root / "held").write_text("\x1b]0;x\x07 \x9b2J\n", "utf-8")
    desk.commit("Teksti i ri.")
    said = desk.publish("--due")

    assert "Somebody went back from a release (?]0;x? ?2J)" in said


def test_damage_is_found_also_where_something_else_is_published(far_desk: Desk) -> None:
    far_desk.publish()
    (far_desk.public.tree / "robots.txt").write_text("Disallow: /", "utf-8")
    far_desk.commit("Teksti i ri.")
    said = far_desk.publish()

    assert "On the host 1 files were not as they had been published, robots.txt" in said
    assert far_desk.public.is_whole()


def test_manifest_that_was_changed_on_the_host_is_published_anew(far_desk: Desk) -> None:
    far_desk.publish()
    manifest = far_desk.public.root / "current/manifest"
    manifest.write_text(manifest.read_text("utf-8").replace("robots.txt", "rabbits.txt"), "utf-8")
    far_desk.publish()

    assert far_desk.public.is_whole()
    assert (far_desk.public.tree / "robots.txt").is_file()


def test_release_that_was_damaged_is_told_when_somebody_goes_back_to_it(far_desk: Desk) -> None:
    far_desk.publish()
    (far_desk.public.tree / PAGE).write_text("<p>Tjetër", "utf-8")
    far_desk.commit("Teksti i ri.")
    far_desk.publish()

    assert f"1 files are not as they were published, {PAGE} among" in far_desk.refused("rollback")
    assert far_desk.public.release.startswith("000001-")
    far_desk.publish()
    assert far_desk.public.is_whole()


# --- by the clock ---


def test_what_is_due_is_published_by_itself_and_the_next_moment_is_said(far_desk: Desk) -> None:
    far_desk.write("Pritet.\n", "2026/03-20-neser")
    far_desk.git("add", "-A")
    far_desk.git("commit", "-q", "-m", "Tomorrow")
    said = far_desk.publish("--due", "--as-of", "2026-03-19T12:00")
    assert "The next moment is 2026-03-20 00:00" in said
    again = far_desk.publish("--due", "--as-of", "2026-03-19T23:59")
    assert "Nothing turned since it was published last." in again
    assert len(far_desk.public.releases) == 1
    said = far_desk.publish("--due", "--as-of", "2026-03-20T00:01")

    assert "Release 000002-" in said
    assert "neser" in far_desk.public.read("sq/komunikata/index.html")


def test_after_a_rollback_nothing_is_published_by_itself(far_desk: Desk) -> None:
    far_desk.publish()
    far_desk.commit("Teksti i ri.")
    far_desk.publish()
    far_desk.tellal("rollback")
    far_desk.commit("Teksti tjetër.")

    assert "Somebody went back from a release (000002-" in far_desk.publish("--due")
    assert far_desk.public.release.startswith("000001-")
    far_desk.publish()
    assert far_desk.public.release.startswith("000003-")


def test_who_publishes_what_is_public_after_a_rollback_lets_the_clock_publish_again(
    desk: Desk,
) -> None:
    desk.publish()
    desk.write("Pritet.\n", "2026/03-20-neser")
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "Tomorrow")
    desk.publish("--as-of", "2026-03-20T01:00")
    desk.tellal("rollback")
    assert "Nothing to publish" in desk.tellal("publish", "--as-of", "2026-03-19T12:00").stdout

    assert "Release 000003-" in desk.publish("--due", "--as-of", "2026-03-20T02:00")


def test_who_lost_the_commit_published_last_may_say_why_and_publish(desk: Desk) -> None:
    desk.publish()
    rmtree(desk.folder / ".git")
    desk.git("init", "-q", "-b", "main")
    desk.commit("Teksti i ri.", word=False)
    assert "There is no commit" in desk.refused("publish")

    said = desk.publish("--without-history", "Depoja u dogj")

    assert "nobody can tell what changed" in said
    assert "Not compared with what was published before: Depoja u dogj" in (
        desk.tellal("releases").stdout
    )
    desk.commit("Teksti tjetër.")
    wrong = desk.refused("publish", "--without-history", "S'ka kohë")
    assert "Publish without --without-history" in wrong
    desk.publish()
