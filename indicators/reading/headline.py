"""The headline of a report, among what a crawler left around it."""

from collections.abc import Iterator

import regex

LONGEST = 110  # characters of a sentence that stands in for a headline
_HEAD = 6_000  # characters in which a headline is looked for
_LONGEST_LINE = 250  # characters; what is longer is a paragraph

_NOISE = regex.compile(
    r"""
      (?: thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7]) | chủ\snhật ) \b .* [0-9]{4} .*   # a crawler's date line
    | [^\p{L}]*                                                   # numbers, rules
    | (?: ngày \s )? [0-9]{1,2} [/.-] [0-9]{1,2} [/.-] [0-9]{4} .{0,25}             # a date, an hour
    | .{2,30} , \s ngày \s [0-9]+ \s tháng \s [0-9]+ \s năm \s [0-9]{4}             # an office's date line
    | (?: skip\sto | menu\b | trang\schủ\b | home\b | email\b ) .*
    | (?: đăng\snhập | chia\ssẻ | tìm\skiếm | in\strang ) .*
    | [^|>»]* (?: [|>»] [^|>»]* ){2,}                              # a menu, a trail of pages
    | .* \. (?: jpe?g | png | gif | webp | bmp )                   # a picture's name
    | https?:// .* | www\. .*
    | (?: toàn\scảnh | quang\scảnh | ảnh\b | các\sđại\sbiểu | đại\sbiểu | một\sgóc ) .*  # under a picture
    | (?: đồng\schí | ông | bà ) \s .* (?: phát\sbiểu | chủ\strì | ủy | uỷ | tỉnh | kết\sluận ) .*
    | (?: quyết\stâm\sthực\shiện\sthắng\slợi | chào\smừng | nhiệt\sliệt | thi\sđua ) \b .*   # a slogan
    | cộng\s(?:hòa|hoà)\sxã\shội .* | độc\slập\b .* tự\sdo\b .*
    | (?: ubnd | ủy\sban\snhân\sdân | uỷ\sban\snhân\sdân | cục\sthống\skê | chi\scục\sthống\skê ) \b .{0,40}
    | báo\scáo | thông\scáo\sbáo\schí | số \s* : .* | (?: tác\sgiả | nguồn | theo ) \s* : .*
    | .* :                                                         # what leads up to the headline
    """,
    regex.X | regex.I,
)
_SOURCE = regex.compile(r"\s*\([^()]{0,20}[0-9]{1,2}/[0-9]{1,2}[^()]{0,10}\)\s*$")  # "(TS 28/12)"
_SENTENCE = regex.compile(r"[^\n]+?(?:[.!?…](?=\s+[\p{Lu}“\"])|(?=\n)|$)")
_ATTENDANCE = regex.compile(r"(?:cùng\s)?(?:tham\s)?(?:dự|gia)\b|chủ trì|cùng dự", regex.I)


def headline(text: str) -> str:
    r"""The headline; where there is none, the first sentence that tells more than who was there, cut short.

    >>> headline("Thứ bảy,  03/06/2023\n\nKinh tế quý I khởi sắc\n\nGRDP tăng 5%. Thu ngân sách giảm.")
    'Kinh tế quý I khởi sắc'
    >>> headline("GRDP quý I tăng 5%. Thu ngân sách giảm.")
    'GRDP quý I tăng 5%.'
    """
    head = text[:_HEAD]
    lines = [" ".join(line.split()) for line in head.split("\n")]
    telling = [line for line in lines if line and not _NOISE.fullmatch(line)]
    if telling and _is_headline(telling[0]):
        return _SOURCE.sub("", _whole(telling))
    return _shortened(next(_sentences(telling), telling[0] if telling else " ".join(head.split())))


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and not line.rstrip('”"').endswith((".", ";", ",")) and ". " not in line


def _whole(lines: list[str]) -> str:
    """A headline in capitals may run over several lines."""
    whole = lines[0]
    for line in lines[1:4]:
        if not (whole.isupper() and line.isupper() and len(whole) < LONGEST):
            break
        whole = f"{whole} {line}"
    return whole


def _sentences(lines: list[str]) -> Iterator[str]:
    for sentence in _SENTENCE.finditer("\n".join(lines)):
        if not _ATTENDANCE.match(sentence[0]):
            yield sentence[0].strip()


def _shortened(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
