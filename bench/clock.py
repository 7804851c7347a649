"""Processor time of work that takes turns, so that a busy moment of the machine strikes all alike."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass
class Times:
    """Seconds of processor time, a run each. The best is the least disturbed one."""

    runs: list[float] = field(default_factory=list)

    @property
    def best(self) -> float:
        """The quickest run."""
        return min(self.runs)

    @property
    def worst(self) -> float:
        """The slowest run."""
        return max(self.runs)


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time that the work takes; what ran before leaves it no rubbish to collect."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Times]:
    """The times of each, a run of all of them after the other."""
    times = {name: Times() for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].runs.append(seconds(work))
    return times
