"""Measuring works side by side: they take turns, so that what else the machine does is the same for all of them."""

import time
from collections.abc import Callable


def best_times(works: list[Callable[[], object]], *, turns: int, seconds: float = 0.0) -> list[float]:
    """The best CPU time of each of several works, in seconds.

    Args:
        works: What to measure.
        turns: How many turns each has at least.
        seconds: For how long they go on taking turns, by the clock on the wall.
    """
    best, end, turn = [float("inf")] * len(works), time.monotonic() + seconds, 0
    while turn < turns or (time.monotonic() < end and turn < 10_000):
        for number, work in enumerate(works):
            start = time.process_time()
            work()
            taken = time.process_time() - start
            if taken:  # the clock of some machines stands still for a while
                best[number] = min(best[number], taken)
        turn += 1
    return best
