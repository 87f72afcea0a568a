"""Name order: which part of a name the press uses on second mention."""

from collections.abc import Sequence
from functools import lru_cache

from .name_words import syllabic, tables

_SMALL = frozenset(
    "bin binti binte bint ibn al el ul de da do dos das del della di du la le van von der den ten ter te zu y e af av a/l a/p s/o d/o ould".split()
)
_SUFFIX = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


@lru_cache(maxsize=4096)
def family_name(parts: Sequence[str], by_given: bool = False) -> str | None:
    """The part of a name that the press uses by itself, where its form tells.

    Args:
        parts: The parts of the name in the order of the text.
        by_given: Whether the person is of a culture that calls people by the given name.

    Returns:
        The family name with its particles; `None` for a single name, a king's or pope's, and a patronymic.

    Examples:
        >>> family_name(("Xi", "Jinping")), family_name(("John", "Lee", "Ka-chiu"))
        ('Xi', 'Lee')
        >>> family_name(("Ursula", "von", "der", "Leyen")), family_name(("KISHIDA", "Fumio"))
        ('von der Leyen', 'KISHIDA')
        >>> family_name(("Anwar", "bin", "Ibrahim"))
        >>> family_name(("Anwar", "Ibrahim"), by_given=True)
        'Anwar'
    """
    names = [part for part in parts if part not in _SUFFIX]
    if len(names) < 2 or (len(names) < len(parts) and parts[-1] in ("II", "III", "IV")):
        return None
    upper = [name for name in names if len(name) > 2 and name.isupper() and "." not in name]
    if len(upper) == 1 and not all(name.isupper() for name in names):
        return upper[0]
    lower = [name.lower() for name in names]
    if not by_given and {"bin", "binti", "binte", "bint", "ibn", "a/l", "a/p", "s/o", "d/o"} & set(lower):
        return None
    first = tables().family_first
    if names[0] in first and len(names) <= 4 and all(syllabic(name) for name in names[1:]):
        return names[0]
    if len(names) >= 3 and names[1] in first and all(syllabic(name) for name in names[2:]):
        return names[1]
    if by_given:
        return names[0]
    at = len(names) - 1
    while at > 1 and lower[at - 1] in _SMALL:
        at -= 1
    return " ".join(names[at:])
