"""How much of a text is read."""

from indicators import extract, figures, read_text

ORDINARY = (
    "Năm 2023, GRDP của tỉnh Lạng Sơn tăng {}% so với năm trước, theo đúng kế hoạch đề ra từ đầu năm.\n"
)
DENSE = "GRDP 5%.\n"


def test_a_report_of_hundreds_of_pages_is_read_to_its_end() -> None:
    report = read_text("".join(ORDINARY.format(1 + number % 9) for number in range(5_000)), "report")
    assert len(extract(report)) == 5_000


def test_some_pages_as_dense_as_none_are_read() -> None:
    report = read_text(DENSE * 1_000 + ORDINARY.format(6), "report")
    assert extract(report)[-1].value == 6


def test_of_a_text_as_dense_as_no_report_some_is_left_unread() -> None:
    report = read_text(ORDINARY.format(6) + DENSE * 20_000, "heap")
    assert 1 < len(extract(report)) < 10_000


def test_the_numbers_that_are_left_unread_are_accounted_for() -> None:
    report = read_text(ORDINARY.format(6) + DENSE * 20_000, "heap")
    account = figures(report)
    assert len(account) == 20_002
    assert {one.status for one in account} == {"row", "none", "unassigned"}
