"""Pieces of regular expressions for dates and years, which numbers must leave alone and periods read.

They name no groups, so that each finder can wrap them as it likes.
"""

from functools import lru_cache

#: blanks inside a mention; a line break ends it, because the next line may be another cell or heading
GAP = r"[^\S\n]{0,3}"
BLANK = r"[^\S\n]{1,3}"
DASH = r"[-–—‒−]"

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
#: a year, not the head of a longer number ("2020,5", "2020.000"), no percentage
YEAR = r"(?:(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|[^\S\n]?%))"

#: words right before a day and month: "sáng 13/7", "đến 15/11", "(28/12)"
DAY_LEADS = (
    r"[Nn]gày|NGÀY|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm"
    r"|[Đđ]ến|[Tt]ới|[Hh]ết|[Tt]rước|[Ss]au|[Tt]ừ|[Vv]ào|TS"
)


@lru_cache(maxsize=8192)
def fold(written: str) -> str:
    """Words as the lexicon has them: small letters, one blank between.

    A case-insensitive match takes the Turkish i and the long s too, so that they fold here as well.

    >>> fold("Mười  Một"), fold("TRIỆU"), fold("\u0131\u0130\u017f")
    ('mười một', 'triệu', 'iis')
    """
    return " ".join(written.casefold().replace("\u0131", "i").replace("i\u0307", "i").split())
