"""A text's paragraphs and sentences, as spans."""

from collections.abc import Iterator

import regex

from indicators.model import Span

# A sentence ends at its mark where a space and a capital, a figure or a quotation follow, and at its line's
# end, unless the next line goes on in lower case (pages are saved with their lines broken).
_SENTENCE = regex.compile(
    r"""
    [^\s]                                   # a sentence begins with its first letter
    [^.!?…\n]*+
    (?:
        (?:
            \n (?<![.;:!?]\s*) (?=\p{Ll}{2})
            # a mark within: "1.320", "TP.HCM", "... mà"
          | [.!?…]++["”’»)\]]*+ (?!\s+[\p{Lu}\d"“‘«(\[-]) (?=[^\n])
            # but "đồng.Thu ngân sách" lost its blank
            (?! (?<=(?:(?<!\w)(?!t[pxtr]\b|vs\b)\p{Ll}{2,}|%\s?|\s20\d\d)\.) \p{Lu}\p{Ll}+ \s )
            # a list mark: "3. Đầu tư", "Điều 2. Mục tiêu"
          | (?<=(?:^|\n)[^\S\n]*
              (?: (?:Điều\s|Mục\s|Phần\s|Chương\s)? (?:\d{1,2}(?:\.\d{1,2}){0,5}|[IVX]{1,4}) | [A-Za-zđ] )
            ) \. (?=[^\n])
            # an abbreviation
          | (?<=\b(?:TP|Tp|T|TS|ThS|PGS|GS|BS|KS|CN|St|Mr|Ms|Dr|P|Q|tr|TT|ĐT|TX)) \. (?=[^\n])
        )
        [^.!?…\n]*+
    )*+
    (?:[.!?…]++["”’»)\]]*+)?
    """,
    regex.VERBOSE,
)

#: no sentence is longer; what goes on without an end is cut at a mark or a space
LONGEST = 4_000
_CUT = regex.compile(r".*[;,.\s]", regex.DOTALL)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, without the white space around them, none longer than ``LONGEST`` characters.

    >>> text = "GRDP tăng 1.320 tỷ. TP. Đà Nẵng tăng.\\nMục mới"
    >>> [text[span.start:span.end] for span in sentences(text)]
    ['GRDP tăng 1.320 tỷ.', 'TP. Đà Nẵng tăng.', 'Mục mới']
    """
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while text[end - 1].isspace():
            end -= 1
        while end - start > LONGEST:
            cut = _CUT.match(text, start, start + LONGEST)
            stop = cut.end() if cut else start + LONGEST
            yield Span(start, stop)
            start = stop
        yield Span(start, end)
