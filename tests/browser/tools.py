"""Page -> findings: what a browser, axe and two HTML checkers say about pages that were built."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

HERE: Final = Path(__file__).parent
CHROMIUM: Final = Path("/usr/bin/chromium")
AXE: Final = HERE / "node_modules/axe-core/axe.min.js"
NU: Final = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
HTML_VALIDATE: Final = HERE / "node_modules/html-validate/bin/html-validate.mjs"

# A container has no sandbox of its own and no GPU; the rest keeps the browser from calling home.
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE_RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

CONTRAST: Final = "color-contrast"
"""The only rule that asks for colours: in other colours no other one needs to be asked again."""

# The words of a message of the Nu checker that is no finding -> the reason.
IGNORED: Final[Mapping[str, str]] = {
    "Trailing slash on void elements": "as valid as none, and libraries that speak XML write it",
    "Resource violates Content Security Policy": "on disk a page has no origin to be 'self'",
}


DATA: Final = '<script type="application/ld+json">'


class MissingTool(RuntimeError):
    """A tool is not on this machine. The tests fail then: a skipped check is an unkept promise."""


def needed(tool: Path) -> Path:
    """Return the tool's own path. Raises MissingTool, which says what to do."""
    if not tool.is_file():
        raise MissingTool(f"{tool.name} is missing. Install what browser tests need: make tools")
    return tool


def command(name: str) -> Path:
    """Return where the command is. Raises MissingTool, which says what to do."""
    return needed(Path(shutil.which(name) or name))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a headless Chromium that reaches nothing by itself, and close it."""
    executable = needed(CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve the folder on this machine alone; give its address, which ends without a slash."""
    serving = partial(handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@cache
def axe_script(rule: str | None) -> str:
    """Return axe itself, followed by the call that runs one or all of our rules on the page."""
    rules = {"type": "rule", "values": [rule]} if rule else {"type": "tag", "values": AXE_RULES}
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    return f"{needed(AXE).read_text('utf-8')}\n;axe.run(document, {json.dumps(options)})"


def axe_findings(page: Page, rule: str | None = None) -> list[str]:
    """Return a line for every element of the open page that breaks an accessibility rule.

    Works under the strictest Content-Security-Policy: the script comes by the debugger's way.
    """
    session = page.context.new_cdp_session(page)
    request = {"expression": axe_script(rule), "awaitPromise": True, "returnByValue": True}
    answer = session.send("Runtime.evaluate", request)
    session.detach()
    if "exceptionDetails" in answer:
        raise RuntimeError(f"axe did not run: {answer['exceptionDetails']}")
    return [
        f"{page.url}: {violation['help']} [{violation['id']}] at {target_of(node)}"
        for violation in answer["result"]["value"]["violations"]
        for node in violation["nodes"]
    ]


def target_of(node: Mapping[str, Any]) -> str:
    """Return the CSS selector of the element, through frames if there are any.

    >>> target_of({"target": ["iframe", "img"]})
    'iframe img'
    """
    return " ".join(map(str, node["target"]))


def html_findings(*places: Path) -> list[str]:
    """Return a line for every complaint of the Nu checker about these folders or files of HTML.

    One call starts one Java: hand over everything at once. Refuses a place without any HTML.
    """
    files = html_files(places)
    # Its schema needs a deep stack. Left to guess the language, it takes Serbian for Croatian.
    options = ("-Xss4m", "-jar", needed(NU), "--no-langdetect", "--exit-zero-always")
    answer = output_of(command("java"), *options, "--stdout", "--format", "json", *files)
    return [
        f"{path_of(message)}:{message.get('lastLine', 0)}: {message['message']}"
        for message in json.loads(answer)["messages"]
        if not is_ignored(message)
    ]


def markup_findings(*places: Path) -> list[str]:
    """Return a line for every finding of html-validate, whose rules are not the Nu checker's.

    They are chosen in `.htmlvalidate.json`. Refuses a place without any HTML.
    """
    files = html_files(places)
    options = ("--config", HERE / ".htmlvalidate.json", "--formatter", "json")
    answer = output_of(command("node"), needed(HTML_VALIDATE), *options, *files)
    return [
        f"{page['filePath']}:{message['line']}: {message['message']} [{message['ruleId']}]"
        for page in json.loads(answer)
        for message in page["messages"]
    ]


def html_files(places: tuple[Path, ...]) -> list[Path]:
    """Return the HTML files at these places. Raises FileNotFoundError for a place without any."""
    files: list[Path] = []
    for place in places:
        found = [place] if place.is_file() else sorted(place.rglob("*.html"))
        if not found:
            raise FileNotFoundError(f"No HTML to check in {place}.")
        files += found
    return files


def is_ignored(message: Mapping[str, Any]) -> bool:
    """Return whether we have a reason not to heed this message of the Nu checker.

    It takes data for a script: a browser reads the type first, and never comes to the policy.

    >>> bad = {"message": "Inline script violates Content Security Policy (meta tag): blocked"}
    >>> is_ignored(bad), is_ignored({**bad, "extract": '<script type="application/ld+json">{'})
    (False, True)
    """
    if message["message"].startswith("Inline script violates"):
        return DATA in message.get("extract", "")
    return any(words in message["message"] for words in IGNORED)


def path_of(message: Mapping[str, Any]) -> str:
    """Return the file of a message of the Nu checker, as people write it.

    >>> path_of({"url": "file:/tmp/e%20re.html"})
    '/tmp/e re.html'
    """
    return unquote(urlsplit(message.get("url", "")).path)


def output_of(*arguments: Path | str) -> str:
    """Return what the command printed about the pages. Raises RuntimeError if it failed itself.

    It prints into a file, since Node ends before a slow pipe has taken all that it said.
    """
    with TemporaryFile("w+", encoding="utf-8") as printed:
        done = subprocess.run(arguments, stdout=printed, stderr=subprocess.PIPE, check=False)
        printed.seek(0)
        output = printed.read()
    if done.returncode not in (0, 1) or not output:
        raise RuntimeError(f"{arguments[0]} failed. {done.stderr.decode()}")
    return output
