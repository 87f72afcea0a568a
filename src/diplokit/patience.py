"""How long other people's code may take on a document.

Two guards, because neither sees everything. Between two results the CPU time is checked: that works in every thread and
on every system. In the main thread of systems with interval timers, an alarm also ends code that gives no result at
all (an endless loop, a sleep); it is set only if the program uses no alarm of its own. A pattern of `@rule` has a time
limit of its own, inside the `regex` library.
"""

import signal
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds that one extractor or resolver may take on a document, and as many again for every million characters."""


def limited(items: Iterable[T], length: int, *, alarm: bool) -> Iterator[T]:
    """The items, as long as they come in time.

    Args:
        items: What an extractor or resolver gives.
        length: How many characters the document has.
        alarm: Whether to set an alarm too.

    Raises:
        TimeoutError: If they take longer than `PATIENCE` allows.
    """
    seconds = PATIENCE * (1 + length / 1_000_000)
    return _alarmed(items, seconds) if alarm else _watched(items, seconds)


def _alarmed(items: Iterable[T], seconds: float) -> Iterator[T]:
    with _alarm(seconds):
        yield from _watched(items, seconds)


def _watched(items: Iterable[T], seconds: float) -> Iterator[T]:
    # Asking for the CPU time is a call to the system and may cost more than finding a mention; so it is asked only
    # once the clock on the wall, which costs next to nothing, says that it may be late.
    late = time.monotonic() + seconds
    begun: float | None = None
    for number, item in enumerate(items):
        yield item
        if number % 16 == 15 and time.monotonic() > late:
            begun = time.thread_time() if begun is None else begun
            if time.thread_time() - begun > seconds:
                raise TimeoutError(f"took more than {seconds:.0f} s")


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
