"""One reader of text in an environment of its own: ``python bench/beside.py READER``.

Each line of standard input is a JSON list of texts; each is answered with a JSON line: the seconds of
processor time that they took, and how much was found. The first line of all tells the version, or what is
missing. The others get a text line by line, as they are quickest: Duckling's time grows faster than its text.
"""

import gc
import json
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib.metadata import version

Reader = Callable[[Sequence[str]], int]
ZONES = "/usr/share/zoneinfo"
DIMENSIONS = (
    "amount-of-money",
    "distance",
    "duration",
    "number",
    "ordinal",
    "quantity",
    "temperature",
    "time",
    "volume",
)


def indicators() -> tuple[str, Reader]:
    """This project: texts to the rows of a table."""
    from indicators import extract, read_text, to_table

    def read(texts: Sequence[str]) -> int:
        return len(to_table(row for text in texts for row in extract(read_text(text, "report"))))

    return "as it stands here", read


def duckling(dimensions: Sequence[str] = DIMENSIONS) -> tuple[str, Reader]:
    """Duckling in Vietnamese: numbers, amounts, times and durations, none of them joined."""
    from duckling import (
        Context,
        default_locale_lang,
        load_time_zones,
        parse,
        parse_dimensions,
        parse_lang,
        parse_locale,
        parse_ref_time,
    )

    moment = parse_ref_time(load_time_zones(ZONES), "Asia/Ho_Chi_Minh", 1_700_000_000)
    context = Context(moment, parse_locale("VI", default_locale_lang(parse_lang("VI"))))
    wanted = parse_dimensions(list(dimensions))

    def read(texts: Sequence[str]) -> int:
        return sum(len(parse(line, context, wanted, False)) for line in _lines(texts))

    return f"pyduckling-native-phihos {version('pyduckling-native-phihos')}", read


def duckling_numbers() -> tuple[str, Reader]:
    """Duckling in Vietnamese, asked for numbers alone."""
    return duckling(("number",))


def quantulum() -> tuple[str, Reader]:
    """quantulum3, which knows English: quantities with their units."""
    warnings.simplefilter("ignore")  # it says at length that its classifier is not installed
    from quantulum3 import parser

    def read(texts: Sequence[str]) -> int:
        return sum(len(parser.parse(line)) for line in _lines(texts))

    return f"quantulum3 {version('quantulum3')}", read


READERS = {
    "indicators": indicators,
    "Duckling": duckling,
    "Duckling, numbers": duckling_numbers,
    "quantulum3": quantulum,
}


def _lines(texts: Sequence[str]) -> list[str]:
    return [line for text in texts for line in text.splitlines() if line.strip()]


def main(name: str) -> None:
    """Answer each line until there is none."""
    try:
        told, read = READERS[name]()
    except ImportError as missing:
        answer(missing=str(missing))
        return
    answer(version=told)
    for line in sys.stdin:
        texts = json.loads(line)
        gc.collect()
        start = time.process_time()
        found = read(texts)
        answer(seconds=time.process_time() - start, found=found)


def answer(**said: object) -> None:
    """One line of JSON to whoever asked."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
