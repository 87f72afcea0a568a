"""How long other people's code may take on a document.

Two guards, because neither sees everything. Between two results the CPU time is checked: that works in every thread and
on every system. In the main thread of systems with interval timers, an alarm also ends code that gives no result at
all (an endless loop, a sleep); it is set only if the program uses no alarm of its own. A pattern of `@rule` has a time
limit of its own, inside the `regex` library.
"""

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds that one extractor or resolver may take on a document, and as many again for every million characters."""


def collect(items: Callable[[], Iterable[T]], length: int) -> list[T]:
    """What an extractor or resolver gives, if it gives it in time.

    Args:
        items: Gives the items; called inside the limit.
        length: How many characters the document has.

    Raises:
        TimeoutError: If they take longer than `PATIENCE` allows.
    """
    seconds = PATIENCE * (1 + length / 1_000_000)
    with _alarm(seconds):
        return _watched(items(), seconds)


def _watched(items: Iterable[T], seconds: float) -> list[T]:
    # Asking for the CPU time is a call to the system and may cost more than finding a mention; so it is asked only
    # once the clock on the wall, which costs next to nothing, says that it may be late.
    if not isinstance(items, Iterable):
        raise TypeError(f"it must give a list or yield what it gives, not return {items!r}")
    late = time.monotonic() + seconds
    begun: float | None = None
    found: list[T] = []
    source = iter(items)
    while some := list(islice(source, 16)):
        found += some
        if time.monotonic() > late:
            begun = time.thread_time() if begun is None else begun
            if time.thread_time() - begun > seconds:
                raise TimeoutError(f"took more than {seconds:.0f} s")
    return found


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    usable = (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
    )
    if not usable:
        yield
        return

    listening = True

    def ring(_number: int, _frame: object) -> None:
        if listening:
            raise TimeoutError(f"took more than {seconds:.0f} s")

    signal.signal(signal.SIGALRM, ring)
    # It rings again and again: an exception raised while Python cleans up is lost.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)
    try:
        yield
    finally:
        try:
            listening = False  # from here on a late alarm is not heard, so what follows is done in any case
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
