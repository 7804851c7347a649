"""What the command line takes: its commands and their options."""

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from indicators import export, lexicon
from indicators.telling import TellingError, area_of, day_of

#: what a command does; it returns the exit status
Command = Callable[[argparse.Namespace], int]


def parser(description: str, commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The parser of all options; ``commands`` are what each name does, in ``run``."""
    parser = argparse.ArgumentParser(prog="python -m indicators", description=description)
    named = parser.add_subparsers(required=True, metavar="COMMAND")
    told = _told()

    command = named.add_parser("extract", help="the figures of reports as a table", parents=[told])
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER")
    command.add_argument(
        "--format",
        choices=("table", *export.FORMATS),
        help="default: by the ending of the -o file, else table",
    )
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")
    command.add_argument(
        "--language",
        choices=lexicon.LANGUAGES,
        default="en",
        help="of notes and descriptions in the file; default: en",
    )

    command = named.add_parser(
        "check", help="which figures of reports can't all be true, one finding a line", parents=[told]
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER")

    command = named.add_parser(
        "explain", help="a report with its figures marked, and what was read from each", parents=[told]
    )
    command.add_argument("path", type=Path, metavar="FILE")
    command.add_argument(
        "--debug",
        action="store_true",
        help="the clauses, their mentions, and the rules that abstained",
    )

    command = named.add_parser(
        "figures",
        help="what became of each number of a report: a row, no figure, or unassigned",
        parents=[told],
    )
    command.add_argument("path", type=Path, metavar="FILE")

    command = named.add_parser("mentions", help="numbers, periods, areas, indicators and cues, as JSON Lines")
    command.add_argument(
        "--lines", type=Path, required=True, metavar="FILE", help="one text a line; - for stdin"
    )
    command.add_argument("--published", type=_day, metavar="DATE", help="2020-07-13")
    for name, run in commands.items():
        named.choices[name].set_defaults(run=run)
    return parser


def _told() -> argparse.ArgumentParser:
    """The options that tell what the text of a report does not."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="when the reports came out, such as 2020-07-13 or 13/7/2020, whatever their texts say",
    )
    options.add_argument(
        "--area",
        type=_area,
        metavar="CODE|NAME",
        help="the province, the region or the country that they speak for, such as VN-09 or 'Lạng Sơn'",
    )
    return options


def _day(text: str) -> dt.date:
    """A day of the command line."""
    try:
        return day_of(text)
    except TellingError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _area(text: str) -> str:
    """The code of an area of the command line."""
    try:
        return area_of(text)
    except TellingError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
