"""The public log only grows, says what became of everything, and is signed by the office's key."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.domain.findings import WrongAnswer
from tellal.publish.log import Stand, begin, extend, hand_over, news, opened
from tellal.publish.signing import Signer
from tellal.publish.verify import (
    Wrong,
    _place,
    canonical,
    check_older,
    file_of,
    latest,
    parse_head,
    proofs_of,
    read_log,
)
from tests.publish.keys import new_key

ORIGIN = "arnishta.example/log"
PAGE = "/sq/komunikata/2026/03/bora/"
PDF = "/files/releases/2026/03-12-bora/harta.pdf"
MOMENTS = [f"2026-03-{day}T10:00:00Z" for day in range(10, 30)]


def told(history: Sequence[Sequence[Stand]]) -> list[tuple[str, str]]:
    """Return what is added to a log, as moment after moment things stand in some ways."""
    entries: list[dict[str, str]] = []
    for stands, moment in zip(history, MOMENTS, strict=False):
        entries += news(entries, stands, moment)
    return [(entry["address"], entry["what"]) for entry in entries]


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return Signer(new_key(tmp_path))


@pytest.fixture
def log(tmp_path: Path, signer: Signer) -> Path:
    begin(tmp_path / "log", ORIGIN, MOMENTS[0], signer)
    return tmp_path / "log"


def test_life_of_a_page_is_told() -> None:
    life = [
        [Stand(PAGE, "a")],
        [Stand(PAGE, "b")],
        [Stand(PAGE, "c", revision=2)],
        [Stand(PAGE, "d", "withdrawn", revision=2)],
        [Stand(PAGE, "e", "withdrawn", revision=2)],
        [Stand(PAGE, "f", revision=3)],
    ]

    assert [what for _, what in told(life)] == [
        "published",
        "reissued",
        "revised",
        "withdrawn",
        "withdrawn",
        "published",
    ]


def test_page_that_stays_as_it_is_adds_nothing() -> None:
    assert told([[Stand(PAGE, "a")]] * 3) == [(PAGE, "published")]


def test_what_stands_nowhere_any_more_is_removed_once() -> None:
    assert told([[Stand(PAGE, "a"), Stand(PDF, "b")], [Stand(PAGE, "a")], [Stand(PAGE, "a")]]) == [
        (PDF, "published"),
        (PAGE, "published"),
        (PDF, "removed"),
    ]


def test_what_never_was_public_leaves_no_trace() -> None:
    assert told([[Stand(PAGE, "a", "withdrawn"), Stand(PDF, "b", "moved")]]) == []


STANDS = st.builds(
    Stand,
    st.sampled_from([PAGE, PDF, "/sq/"]),
    st.sampled_from("abc"),
    st.sampled_from(["shown", "withdrawn", "expired", "moved"]),
    st.integers(1, 3),
)


@given(st.lists(st.dictionaries(st.sampled_from("xyz"), STANDS), max_size=10))
def test_log_says_how_things_stand_whatever_happened(history: list[dict[str, Stand]]) -> None:
    entries: list[dict[str, str]] = []
    for stands, moment in zip(history, MOMENTS, strict=False):
        now = {stand.address: stand for stand in stands.values()}
        entries += news(entries, now.values(), moment)

        assert list(news(entries, now.values(), moment)) == []
        for address, entry in latest(entries).items():
            stand = now.get(address, Stand(address, "", "removed"))
            assert entry["digest"] == stand.digest
            assert (entry["what"] == stand.state) == (stand.state != "shown")


def test_log_grows_and_every_older_head_still_holds(log: Path, signer: Signer) -> None:
    heads = [(log / "head").read_text("utf-8")]
    for number, moment in enumerate(MOMENTS[1:8]):
        extend(log, [Stand(PAGE, str(number)), Stand(PDF, "b")], moment, signer)
        heads.append((log / "head").read_text("utf-8"))

    now = read_log(log)
    assert [check_older(now, head).size for head in heads] == [1, 3, 4, 5, 6, 7, 8, 9]


def test_nothing_new_writes_nothing(log: Path, signer: Signer) -> None:
    extend(log, [Stand(PAGE, "a")], MOMENTS[1], signer)
    before = {file.name: file.read_bytes() for file in log.iterdir()}

    assert extend(log, [Stand(PAGE, "a")], MOMENTS[2], signer) is None
    assert {file.name: file.read_bytes() for file in log.iterdir()} == before


def test_anybody_can_check_the_head_by_hand_as_the_guide_says(log: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "security.md"
    lines = [line.strip() for line in guide.read_text("utf-8").split("\n")]
    recipe = "\n".join(line for line in lines if line.startswith(("sed ", "ssh-keygen -Y verify")))

    done = subprocess.run(
        ["sh", "-ec", recipe], cwd=log.parent, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('Good "tellal" signature for log')


def test_fingerprint_is_the_one_that_ssh_keygen_prints(signer: Signer) -> None:
    shown = subprocess.run(
        ["ssh-keygen", "-l", "-f", f"{signer.file}.pub"],
        capture_output=True,
        check=True,
        text=True,
    )

    assert signer.fingerprint == shown.stdout.split()[1]


def test_damaged_log_is_not_added_to(log: Path, signer: Signer) -> None:
    extend(log, [Stand(PAGE, "a")], MOMENTS[1], signer)
    entries = log / "entries.jsonl"
    entries.write_bytes(entries.read_bytes().replace(b'"a"', b'"b"'))

    with pytest.raises(WrongAnswer) as refused:
        extend(log, [Stand(PAGE, "c")], MOMENTS[2], signer)
    assert "changed, added or taken away" in str(refused.value.arguments["reason"])


def test_other_key_does_not_sign(log: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongAnswer, match="hand over"):
        extend(log, [Stand(PAGE, "a")], MOMENTS[1], Signer(new_key(tmp_path, "other")))


def test_clock_that_went_back_is_told(log: Path, signer: Signer) -> None:
    with pytest.raises(WrongAnswer, match="Correct the clock"):
        extend(log, [Stand(PAGE, "a")], "2020-01-01T00:00:00Z", signer)


@pytest.mark.parametrize("step", ["", "old", "new"])
def test_log_survives_whoever_is_interrupted(log: Path, signer: Signer, step: str) -> None:
    extend(log, [Stand(PAGE, "a")], MOMENTS[1], signer)
    if step == "old":  # the old one was put away, the new one is not there yet
        log.rename(log.with_name(".log.old"))
    if step:
        log.with_name(".log.new").mkdir()
        (log.with_name(".log.new") / "head").write_bytes(b"half")

    extend(log, [Stand(PAGE, "b")], MOMENTS[2], signer)

    assert [entry["what"] for entry in read_log(log).entries] == ["key", "published", "reissued"]


# --- keys ---


def test_old_key_hands_over_to_the_new_one(log: Path, signer: Signer, tmp_path: Path) -> None:
    extend(log, [Stand(PAGE, "a")], MOMENTS[1], signer)
    older = (log / "head").read_text("utf-8")
    new = Signer(new_key(tmp_path, "new"))

    hand_over(log, MOMENTS[2], signer, new)
    extend(log, [Stand(PAGE, "b")], MOMENTS[3], new)

    for known in ("", signer.fingerprint, new.fingerprint):
        assert read_log(log, known).key == new.public()
    assert check_older(read_log(log), older).size == 2
    with pytest.raises(WrongAnswer, match="hand over"):
        extend(log, [Stand(PAGE, "c")], MOMENTS[4], signer)


def test_key_that_was_lost_is_replaced_in_front_of_everybody(
    log: Path, signer: Signer, tmp_path: Path
) -> None:
    new = Signer(new_key(tmp_path, "new"))

    hand_over(log, MOMENTS[1], None, new, "Laptopi u vodh.")
    extend(log, [Stand(PAGE, "a")], MOMENTS[2], new)

    with pytest.raises(Wrong, match="took the place of a lost one"):
        read_log(log)
    with pytest.raises(Wrong, match="took the place of a lost one"):
        read_log(log, signer.fingerprint)
    assert read_log(log, new.fingerprint).entries[1]["reason"] == "Laptopi u vodh."
    assert opened(log).key == new.public()


def test_thief_cannot_make_a_key_his_own_in_silence(
    log: Path, signer: Signer, tmp_path: Path
) -> None:
    thief = Signer(new_key(tmp_path, "thief"))
    hand_over(log, MOMENTS[1], thief, thief)  # signed by himself

    with pytest.raises(Wrong, match="was not handed over"):
        read_log(log)


def test_key_that_never_signed_is_told(log: Path, tmp_path: Path) -> None:
    with pytest.raises(Wrong, match="never signed by the key SHA256:"):
        read_log(log, Signer(new_key(tmp_path, "other")).fingerprint)


def test_same_key_is_no_other(log: Path, signer: Signer) -> None:
    with pytest.raises(WrongAnswer, match="signs the log already"):
        hand_over(log, MOMENTS[1], signer, signer)


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_other_kinds_of_keys_are_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(WrongAnswer, match="not an Ed25519 key"):
        Signer(new_key(tmp_path, kind=kind)).public()


def test_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongAnswer, match="cannot be used") as refused:
        Signer(tmp_path / "none").public()
    assert refused.value.arguments["reason"]


def test_key_in_an_agent_signs_by_its_public_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_key(tmp_path)
    socket = tmp_path / "agent"
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.DEVNULL)
    try:
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        while not socket.exists():
            pass
        subprocess.run(["ssh-add", "-q", str(key)], check=True)
        key.unlink()

        begin(tmp_path / "log", ORIGIN, MOMENTS[0], Signer(key.with_suffix(".pub")))

        assert read_log(tmp_path / "log").head.size == 1
    finally:
        agent.kill()
        agent.wait()


def test_head_is_a_checkpoint_that_others_can_read(log: Path) -> None:
    text = (log / "head").read_text("utf-8")
    head, _ = parse_head(text)

    assert text.split("\n")[:2] == [ORIGIN, "1"]
    assert head.text.count("\n") == 4


def test_file_of_an_address() -> None:
    assert file_of("/sq/") == "sq/index.html"
    assert file_of(PDF) == PDF[1:]


def small_files(entries: list[dict[str, str]]) -> dict[str, bytes]:
    """Return the small files of a log by their paths."""
    return proofs_of(entries, [canonical(entry) for entry in entries])


def entries_of(size: int) -> list[dict[str, str]]:
    """Return a log of a key and some pages."""
    pages = (
        {"address": f"/{n}/", "digest": f"{n:064x}", "moment": MOMENTS[0], "what": "published"}
        for n in range(size - 1)
    )
    return [{"key": "ssh-ed25519 AAAA", "moment": MOMENTS[0], "what": "key"}, *pages]


@pytest.mark.parametrize(
    ("size", "tiles"),
    [
        (1, ["0/000.p/1", "entries/000.p/1.txt"]),
        (256, ["0/000", "1/000.p/1", "entries/000.txt"]),
        (258, ["0/000", "0/001.p/2", "1/000.p/1", "entries/000.txt", "entries/001.p/2.txt"]),
    ],
)
def test_log_in_small_files_has_the_names_of_tiles(size: int, tiles: list[str]) -> None:
    files = small_files(entries_of(size))

    assert sorted(path for path in files if path.startswith("tile/")) == [
        f"tile/{name}" for name in tiles
    ]
    lines = b"".join(files[path] for path in sorted(files) if "/entries/" in path)
    assert lines == b"".join(canonical(entry) + b"\n" for entry in entries_of(size))
    assert files["keys.txt"] == b"0 " + canonical(entries_of(1)[0]) + b"\n"


def test_tiles_beyond_a_thousand_have_names_in_groups() -> None:
    assert _place(999, 256) == "999"
    assert _place(1000, 256) == "x001/000"
    assert _place(1_234_067, 3) == "x001/x234/067.p/3"


def test_index_leads_from_a_digest_and_from_an_address_to_every_line() -> None:
    entries = [*entries_of(3), {**entries_of(3)[1], "what": "withdrawn", "digest": "ab" * 32}]
    files = small_files(entries)
    found = {}
    for path, data in files.items():
        for line in data.decode().splitlines() if path.startswith("index/") else ():
            key, *places = line.split(" ")
            found[path.removeprefix("index/").removesuffix(".txt") + key] = places

    assert len([path for path in files if path.startswith("index/")]) == 256
    assert found[sha256(b"/0/").hexdigest()[:12]] == ["1", "3"]
    assert found[f"{0:064x}"[:12]] == ["1", "2"]  # two digests that begin alike: readers compare
    assert found["ab" * 6] == ["3"]


def test_what_is_full_never_changes() -> None:
    before, after = small_files(entries_of(300)), small_files(entries_of(700))

    kept = [p for p in before if p.startswith("tile/") and ".p/" not in p]
    assert kept
    assert all(after[path] == before[path] for path in kept)
