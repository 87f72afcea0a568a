"""Line-ups of teams: many family names in one list, parted by commas, semicolons and hyphens, with nothing else to tell.

"Boca Juniors: Rossi; Jara, Izquierdoz, Magallan, Olaza; Barrios, Nandez, Perez; Pavon, Zarate, Abila."
"""

from collections.abc import Iterator

from .name_runs import Runs
from .name_words import kind_of
from .unlisted_names import foreign

# --- words -----------------------------------------------------------------------------------------------------

GROUPS = "; "
"""What parts the rows of a team; without it there is no line-up."""

_PARTS = frozenset({", ", "; ", " - ", "-", " \u2013 ", " and "})
_FEWEST, _FEWEST_GROUPS = 8, 2

# --- rules -----------------------------------------------------------------------------------------------------


def line_ups(runs: Runs) -> Iterator[tuple[int, int]]:
    """Where the names of line-ups begin and end.

    A line-up has at least eight names and two semicolons; at most one in five is a place or an English word.
    """
    gaps = runs.gaps
    at, last = 0, len(runs.words) - 1
    while True:
        try:
            at = gaps.index(GROUPS, at + 1)
        except ValueError:
            return
        first = end = at
        while first > 0 and (gaps[first] in _PARTS or gaps[first] == " "):
            first -= 1
        while end < last and (gaps[end] in _PARTS or gaps[end] == " "):
            end += 1
        numbers = range(first, end)
        at = end
        items: list[list[int]] = []
        groups = 0
        for number in numbers:
            if items and gaps[number] == " ":
                items[-1].append(number)
            else:
                items.append([number])
                groups += bool(items) and gaps[number] == GROUPS and number > first
        if groups < _FEWEST_GROUPS or len(items) < _FEWEST:
            continue
        names = [item for item in items if len(item) < 3 and all(map(foreign, (runs.words[n] for n in item)))]
        places = sum(_is_place(runs, item[0]) for item in items)
        if len(names) >= 0.7 * len(items) and places <= 0.2 * len(items):
            for item in names:
                start, stop = runs.capitals[item[0]][0], runs.capitals[item[-1]][1]
                if not runs.blocked[start]:
                    yield start, stop


def _is_place(runs: Runs, number: int) -> bool:
    hit = runs.places.get(runs.capitals[number][0])
    return hit is not None and kind_of(hit.meaning) != "doubtful"
