"""The project's tasks. `invoke --list` shows them; each is one sentence."""

from shlex import quote

from invoke.context import Context
from invoke.tasks import task

PYTHON = ".venv/bin/python"


@task(help={"language": "sq or en"})
def check(c: Context, language: str = "sq") -> None:
    """Say what must be corrected in content/."""
    c.run(f"{PYTHON} -m tellal check --language {language}", pty=True)


@task
def build(c: Context) -> None:
    """Build the site for the web into output/."""
    c.run(f"{PYTHON} -m tellal build", pty=True)


@task(help={"port": "where to listen on this machine"})
def serve(c: Context, port: int = 8000) -> None:
    """Show the site on this machine, rebuild it on every change and reload the browser."""
    c.run(f"{PYTHON} -m tellal serve --port {port}", pty=True)


@task
def new(c: Context, kind: str = "", title: str = "", date: str = "", languages: str = "") -> None:
    """Begin a publication: a folder with forms to fill in; asks for what is not given."""
    given = {"kind": kind, "title": title, "date": date, "languages": languages}
    options = " ".join(f"--{name} {quote(text)}" for name, text in given.items() if text)
    c.run(f"{PYTHON} -m tellal new {options}", pty=True)


@task(help={"first": "2019-01-01", "last": "2019-09-30", "as_of": "2019-09-30T16:00"})
def report(c: Context, first: str, last: str, as_of: str = "") -> None:
    """Write the office's report of a period into reports-out/: pages, PDFs and data."""
    moment = f" --as-of {quote(as_of)}" if as_of else ""
    c.run(f"{PYTHON} -m tellal report {quote(first)} {quote(last)}{moment}", pty=True)


@task(help={"language": "sq or en"})
def today(c: Context, language: str = "sq") -> None:
    """Say what is to be done today: translations, answers, minutes, competitions, photos."""
    c.run(f"{PYTHON} -m tellal today --language {language}", pty=True)


@task(
    help={
        "dry-run": "say what would change, only",
        "due": "for cron: if anything turned",
        "without-history": "why, although the commit published last is lost",
    }
)
def publish(
    c: Context, dry_run: bool = False, due: bool = False, without_history: str = ""
) -> None:
    """Build the committed site and bring it to the public, in one step."""
    options = " --dry-run" * dry_run + " --due" * due
    options += f" --without-history {quote(without_history)}" if without_history else ""
    c.run(f"{PYTHON} -m tellal publish{options}", pty=not due)


@task(help={"release": "its number, like 42"})
def rollback(c: Context, release: str = "") -> None:
    """Make an earlier release public again: the one before, or the one named."""
    c.run(f"{PYTHON} -m tellal rollback {quote(release) if release else ''}", pty=True)


@task
def releases(c: Context) -> None:
    """List the releases on the host, and how long each took from commit to public."""
    c.run(f"{PYTHON} -m tellal releases", pty=True)


@task(help={"posted": "somebody has posted it by hand", "send": "post what waits, now"})
def outbox(c: Context, posted: str = "", send: bool = False) -> None:
    """List what was posted on the office's page elsewhere, what waits and what failed."""
    options = f" --posted {quote(posted)}" * bool(posted) + " --send" * send
    c.run(f"{PYTHON} -m tellal outbox{options}", pty=True)


@task(help={"file": "the zip; else named by the site and the day"})
def bundle(c: Context, file: str = "") -> None:
    """Write the site into one zip that opens from a stick, without a web server."""
    c.run(f"{PYTHON} -m tellal bundle {quote(file) if file else ''}", pty=True)


@task
def log(c: Context) -> None:
    """Add to the public log what the last build has made public."""
    c.run(f"{PYTHON} -m tellal log", pty=True)


@task(help={"new": "file of the new key", "lost": "why the old key cannot sign"})
def log_key(c: Context, new: str = "", lost: str = "") -> None:
    """Begin the public log, or hand it over to another key."""
    given = {"new": new, "lost": lost}
    options = " ".join(f"--{name} {quote(text)}" for name, text in given.items() if text)
    c.run(f"{PYTHON} -m tellal log-key {options}", pty=True)


@task(help={"published": "the commit that was published last"})
def history(c: Context, published: str) -> None:
    """Say what was published and is changed, gone or moved without a word."""
    c.run(f"{PYTHON} -m tellal history {quote(published)}", pty=True)


@task
def lint(c: Context) -> None:
    """Check how the code is written."""
    c.run(f"{PYTHON} -m ruff format --check . && {PYTHON} -m ruff check . && {PYTHON} -m mypy")


@task
def test(c: Context) -> None:
    """Run every test, the browser ones too."""
    c.run("make test", pty=True)


@task
def accept(c: Context) -> None:
    """Take what the golden municipality looks like now as right. A commit of its own says why."""
    c.run(f"{PYTHON} -m tests.golden.accept")


@task
def seen(c: Context) -> None:
    """Take as right how the golden municipality looks, reads without style, and sounds now."""
    c.run(f"{PYTHON} -m tests.browser.seen")


@task
def tested(c: Context) -> None:
    """Test the accessibility of the site in a browser, and write it into the statement."""
    c.run(f"{PYTHON} -m tests.browser.examination")


@task(help={"options": "what python -m bench understands"})
def bench(c: Context, options: str = "") -> None:
    """Measure builds of this and of other generators, and write them into docs/performance.md."""
    c.run(f"{PYTHON} -m bench --write docs/performance.md {options}", pty=True)
