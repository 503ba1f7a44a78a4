"""python -m tellal: what the tasks call, and all that staff need on the command line."""

from __future__ import annotations

import argparse
import sys

from tellal.commands import building, keeping, publishing, reporting, writing
from tellal.commands.options import settings_of
from tellal.desk.speech import print_answer, print_findings
from tellal.domain.findings import Refused, WrongAnswer


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0, or 1 where the content was refused or a word is wrong."""
    options = parser().parse_args(arguments)
    try:
        run: int = options.run(options)
    except Refused as refusal:
        print_findings(refusal, settings_of(options).content, options.language)
        return refusal.exitcode
    except WrongAnswer as wrong:
        print_answer(wrong, options.language)
        return wrong.exitcode
    except (EOFError, KeyboardInterrupt):
        print(file=sys.stderr)  # whoever was asked has left; the next line begins at its head
        return 130
    return run


def parser() -> argparse.ArgumentParser:
    """Return what the command line understands."""
    top = argparse.ArgumentParser(prog="tellal", description="The publishing house.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for group in (building, publishing, keeping, reporting, writing):
        group.add_to(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
