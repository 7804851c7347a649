"""Bytes to text in normal form: encodings, line ends, composed letters.

Offsets of everything found count characters of this text. UTF-8 in NFC with plain line feeds comes out as
it is; soft hyphens and hard spaces stay where they are, the finders know them.
"""

import re
import unicodedata

from indicators.reading.errors import ReadingError

_MARKS = (  # the longer mark first: that of UTF-32 begins like that of UTF-16
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_SAMPLE = 65_536  # bytes that are looked at to tell an encoding
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ“”‘’–—…°\u00a0]", re.IGNORECASE
)


def decode(content: bytes) -> str:
    """The text of a plain file, whatever its encoding: UTF-8, UTF-16, UTF-32 or Windows-1258.

    Raises ``ReadingError`` for what is empty, no text, or in another encoding.
    """
    if not content.strip():
        raise ReadingError("empty", "The file is empty.")
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            raise ReadingError("binary", f"The file is {kind}, not plain text.")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    wide = _wide(content[:_SAMPLE])
    if wide:
        return _strictly(content, wide)
    if b"\0" in content:
        raise ReadingError("binary", "The file is no text: it holds null bytes.")
    return _narrow(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError("undecodable", f"The file is no valid {encoding.upper()}.") from error


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its spaces and Latin letters is null, no other is."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) == 0 and max(even, odd) > len(sample) // 8:
        return "utf-16-be" if even else "utf-16-le"
    return None


def _narrow(content: bytes) -> str:
    """UTF-8, also with a few broken bytes, or Windows-1258, if Vietnamese comes out of it."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        lenient = content.decode("utf-8", "replace")
    if lenient.count("\ufffd") * 10 <= len(_VIETNAMESE.findall(lenient)):
        return lenient
    text = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    foreign = len(_FOREIGN.findall(text))
    if len(_VIETNAMESE.findall(text)) >= foreign * 0.9:
        return text
    raise ReadingError("undecodable", "The file's encoding is neither Unicode nor Windows-1258.")


def normal(text: str) -> str:
    r"""The text composed (NFC), with line feeds alone, and a space for each other control character.

    >>> normal("Ha\u0300 No\u0323\u0302i\r\nGRDP\x0c")
    'Hà Nội\nGRDP '

    Raises ``ReadingError`` where nothing but white space, or mostly control characters, is there.
    """
    text = _SURROGATE.sub("\ufffd", text.removeprefix("\ufeff"))
    text = _LINE_END.sub("\n", text)
    head = text[:_SAMPLE]
    if len(_CONTROL.findall(head)) > 8 + len(head) // 10:
        raise ReadingError("binary", "The file is no text: it holds control characters.")
    text = unicodedata.normalize("NFC", _CONTROL.sub(" ", text))
    if not text.strip():
        raise ReadingError("empty", "The file holds no text.")
    return text
