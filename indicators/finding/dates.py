"""Pieces of regular expressions for dates and years, which numbers must leave alone and periods read.

They name no groups, so that each finder can wrap them as it likes.
"""

#: blanks inside a mention; a line break ends it, because the next line may be another cell or heading
GAP = r"[^\S\n]{0,3}"
BLANK = r"[^\S\n]{1,3}"
DASH = r"[-–—‒−]"

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
#: a year, not the head of a longer number: not "2020,5", not "2020.000"
YEAR = r"(?:(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]))"

#: words right before a day and month: "sáng 13/7", "đến 15/11", "(28/12)"
DAY_LEADS = (
    r"[Nn]gày|NGÀY|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm|[Đđ]ến|[Tt]ới|[Hh]ết|[Tt]rước|[Ss]au|[Tt]ừ|[Vv]ào|TS"
)

