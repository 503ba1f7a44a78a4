"""What texts said before: which commit is a revision, and which never was one."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from tellal.domain.editions import Edition, Publication
from tellal.reading.content import read_content
from tests.conftest import OFFICE
from tests.histories import Repository, repository_in

FOLDER = "releases/2026/03-12-bora"
SQ, SR = f"{FOLDER}/index.sq.md", f"{FOLDER}/index.sr.md"
REVISION = "  - on: 2026-03-{day}\n    note: U ndryshua.\n"
FIRST = {1: "U ndanë 120 bursa."}


@pytest.fixture
def office(tmp_path: Path) -> Repository:
    """Give a content folder with an office, inside a repository."""
    copytree(OFFICE, tmp_path / "office")
    return repository_in(tmp_path)


def release(text: str, revisions: int = 0, facts: str = "", more: str = "") -> str:
    entries = "".join(REVISION.format(day=13 + n) for n in range(revisions))
    said = f"revisions:\n{entries}{more}" if revisions else ""
    return f"---\ntitle: Bora\n{facts}{said}---\n\n{text}\n"


def translation(text: str, revision: int = 1) -> str:
    return f"---\ntitle: Sneg\nrevision: {revision}\n---\n\n{text}\n"


def publication_in(office: Repository) -> tuple[Publication, dict[str, str]]:
    content, findings = read_content(office.folder)
    assert findings == []
    return content.publications[0], dict(content.texts)


def said_before(office: Repository, tag: str = "sq") -> dict[int, str]:
    """Return what an edition said, by revision, without the marks of a paragraph."""
    publication, texts = publication_in(office)
    edition = publication.edition(tag)
    assert isinstance(edition, Edition)
    return {one.revision: texts[one.body][3:-4] for one in edition.earlier}


def test_each_revision_is_what_the_last_commit_before_the_next_one_said(
    office: Repository,
) -> None:
    office.commit({SQ: release("U ndanë 12 bursa.")}, "2026-03-11")
    office.commit({SQ: release("U ndanë 120 bursa.")}, "2026-03-12")
    office.commit({SQ: release("U ndanë 100 bursa.", 1)}, "2026-03-13")
    office.write({SQ: release("U ndanë 90 bursa.", 2)})

    assert said_before(office) == {1: "U ndanë 120 bursa.", 2: "U ndanë 100 bursa."}


def test_to_commit_what_was_read_changes_nothing(office: Repository) -> None:
    office.commit(dict.fromkeys([SQ], release(FIRST[1])))
    office.write({SQ: release("U ndanë 90 bursa.", 1)})
    before = said_before(office)

    office.commit({}, "2026-03-13")

    assert said_before(office) == before == FIRST


def test_a_text_that_was_committed_before_its_entry_is_the_new_one(office: Repository) -> None:
    office.commit({SQ: release(FIRST[1])})
    office.commit({SQ: release("U ndanë 90 bursa.")}, "2026-03-13")
    office.commit({SQ: release("U ndanë 90 bursa.", 1)}, "2026-03-13")

    assert said_before(office) == FIRST


def test_what_was_changed_before_anybody_could_see_it_was_no_revision(office: Repository) -> None:
    waits = "publish_at: 2026-03-20 10:00\n"
    office.commit({SQ: release("Fshehtësi.", facts=waits)}, "2026-03-18")
    office.commit({SQ: release("Më pak.", 1, facts=waits)}, "2026-03-19")
    office.commit({SQ: release("E njohur.", 2, facts=waits)}, "2026-03-21")

    assert said_before(office) == {2: "Më pak."}


def test_what_was_moved_out_of_an_embargo_was_no_revision(office: Repository) -> None:
    office.commit({SQ: release("Fshehtësi.", facts="publish_at: 2026-03-20 10:00\n")}, "2026-03-12")
    office.commit({SQ: release("E njohur.", 1)}, "2026-03-13")

    assert said_before(office) == {}


def test_nothing_is_told_of_the_wordings_before_an_entry_that_says_so(office: Repository) -> None:
    withheld = '    no_comparison: "U hoq emri i një personi."\n'
    office.commit({SQ: release("Arta ka 12 vjet.")})
    office.commit({SQ: release("Arta ka 13 vjet.", 1)}, "2026-03-13")
    office.commit({SQ: release("Ka 13 vjet.", 2, more=withheld)}, "2026-03-14")
    after = release("Ka 14 vjet.", 2, more=withheld + REVISION.format(day="15"))
    office.commit({SQ: after}, "2026-03-15")

    publication, texts = publication_in(office)

    assert said_before(office) == {3: "Ka 13 vjet."}
    assert not any("Arta" in text for text in texts.values())
    assert "Arta" not in repr(publication)


def test_a_translation_has_a_past_of_its_own_in_both_scripts(office: Repository) -> None:
    office.commit({SQ: release(FIRST[1]), SR: translation("Dodeljeno je 120 stipendija.")})
    office.commit({SQ: release("U ndanë 100 bursa.", 1)}, "2026-03-13")
    office.commit({SQ: release("U ndanë 90 bursa.", 2)}, "2026-03-14")
    office.commit({SR: translation("Dodeljeno je 90 stipendija.", 3)}, "2026-03-15")

    assert said_before(office) == {1: "U ndanë 120 bursa.", 2: "U ndanë 100 bursa."}
    assert said_before(office, "sr-Latn") == {1: "Dodeljeno je 120 stipendija."}
    assert said_before(office, "sr-Cyrl") == {1: "Додељено је 120 стипендија."}


def test_what_came_in_on_a_branch_counts_as_it_was_merged(office: Repository) -> None:
    office.commit({SQ: release(FIRST[1])})
    office.git("checkout", "--quiet", "-b", "ndryshim")
    office.commit({SQ: release("Provë.")}, "2026-03-13")
    office.commit({SQ: release("U ndanë 90 bursa.", 1)}, "2026-03-13")
    office.git("checkout", "--quiet", "main")
    office.git("merge", "--quiet", "--no-ff", "-m", "Bashko", "ndryshim")

    assert said_before(office) == FIRST


def test_a_request_that_named_who_asked_is_not_told_again(office: Repository) -> None:
    path = "requests/2026/03-02-kontratat/index.sq.md"
    facts = "reference: 1/2026\nreceived: 2026-03-02\nchannel: email\ncategory: citizen\n"
    office.commit({path: release("Kërkuesi: Arta Krasniqi.", facts=facts)}, "2026-03-03")
    office.commit({path: release("Kërkesa për kontratat.", 1, facts=facts)}, "2026-03-13")

    assert said_before(office) == {}


@pytest.mark.parametrize("state", ["no commit", "no git", "shallow"])
def test_where_the_past_is_not_at_hand_nothing_is_told(
    office: Repository, tmp_path: Path, state: str
) -> None:
    office.write({SQ: release("Tani.", 1)})
    if state == "shallow":
        office.commit({SQ: release(FIRST[1])})
        office.commit({SQ: release("Tani.", 1)}, "2026-03-13")
        office.git("clone", "--quiet", "--depth=1", f"file://{tmp_path}", str(tmp_path / "clone"))
        office = Repository(tmp_path / "clone")
    elif state == "no git":
        (tmp_path / ".git").rename(tmp_path / ".git-elsewhere")

    assert said_before(office) == {}
