"""Several readers at once on one server."""

import asyncio

from bench.load import load


def test_no_reader_sees_what_another_asked_for(address: str) -> None:
    tally = asyncio.run(load(address, sessions=6, seconds=4))
    assert tally.faults == []
    assert len(tally.views) >= 6 and len(tally.files) >= 6
