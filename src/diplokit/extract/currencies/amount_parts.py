"""The parts of an amount beside its figure: scale words and currencies, before it and after it."""

from decimal import Decimal

from diplokit import Document

from .affixes import glued
from .amount_reader import MINUS, ONE, SPACES, Reader
from .currency_words import Unit
from .figures import figures, read_figure
from .which_currency import Tender

_SPACES_AND_DASH = SPACES | {"-"}


def skip(folded: str, at: int) -> int:
    """Past a space and marks of direction."""
    last = at + 4
    while at < last and folded[at : at + 1] in SPACES:
        at += 1
    return at


def gaps_after(folded: str, reader: Reader, end: int) -> list[int]:
    """Where a unit may begin after a number or its scale word."""
    at, following = end, folded[end : end + 1]
    if following in SPACES:
        at = skip(folded, end)
    gaps = [at]
    if following == "-":
        gaps.append(end + 1)
    if reader.links and folded.startswith(reader.links, at):
        gaps += [at + len(link) for link in reader.links if folded.startswith(link, at)]
    return gaps


def scale_before(folded: str, reader: Reader, start: int) -> tuple[Decimal | None, int]:
    """A scale word before the figure, as Swahili and Burmese write it."""
    at = start
    while at and folded[at - 1] in SPACES and start - at < 3:
        at -= 1
    for begin, scale in reader.scales.before.ending(folded, at):
        if begin == 0 or not glued(folded[begin - 1], folded[begin]):
            return scale, begin
        if reader.units.before.ending(folded, begin):
            return scale, begin
    return None, start


def scaled_number(folded: str, reader: Reader, end: int, number: Decimal) -> tuple[int, Decimal, Decimal | None]:
    """The end of the scale words after a figure, the number, and what the words multiply it by.

    A number may go on with another figure and its scale word: "1조 2000억", "1 млн 200 тыс.", "10 mil 500 millones".
    """
    end, scale = _scales(folded, reader, end)
    if scale is None:
        return end, number, None
    worth, smallest, whole = number * scale, scale, True
    for _ in range(3):
        spaced = folded[end : end + 1] == " "
        if not folded[end + spaced : end + spaced + 1].isdecimal():
            break
        match = figures().match(folded, end + spaced)
        more = read_figure(match[0], reader.decimal, reader.groups) if match else None
        if match is None or more is None:
            break
        stop, factor = _scales(folded, reader, match.end())
        if factor is None:
            if spaced or glued("a", folded[end - 1]) or more >= smallest:
                break
            return stop, worth + more, ONE  # 1万5000
        if factor < smallest:
            worth += more * factor
        elif spaced and factor > smallest > more:
            worth = (worth + more) * factor
        else:
            break
        end, smallest, whole = stop, factor, False
    return (end, number, scale) if whole else (end, worth, ONE)


def _scales(folded: str, reader: Reader, end: int) -> tuple[int, Decimal | None]:
    """The end of up to three scale words after an offset, and what they stand for together: "lakh crore"."""
    scale = None
    for _ in range(3):
        found = _scale(folded, reader, end)
        if found is None:
            break
        end, factor = found
        scale = factor if scale is None else scale * factor
    return end, scale


def _scale(folded: str, reader: Reader, end: int) -> tuple[int, Decimal] | None:
    at, following = end, folded[end : end + 1]
    if following in SPACES:
        at = skip(folded, end)
    elif following == "-":
        at = end + 1
    longest = -1
    for stop, factor in reader.scales.after.starting(folded, at):
        if folded[stop - 1] == "." and folded[at : stop - 1] in reader.scales.after.words:
            if not reader.units.after.starting(folded, skip(folded, stop)):
                continue  # the end of the sentence
        if longest < 0:
            longest = 0
            for other, _ in reader.units.after.starting(folded, at):
                if not goes_on(folded, other):
                    longest = other
                    break
        if stop < longest:
            continue  # "NT$" is no short "nghìn tỷ"
        if stop - at <= 2 and at != end and folded[at:stop] in reader.glued_scales:
            continue
        if folded[stop : stop + 1].isalnum() and glued(folded[stop - 1], folded[stop]):
            units = reader.units.after.starting(folded, stop)
            if not any(unit[0].symbol and not goes_on(folded, end) for end, unit in units):
                continue
        return stop, factor
    return None


def goes_on(folded: str, stop: int) -> bool:
    """Whether a word goes on after an offset."""
    return stop < len(folded) and (
        glued(folded[stop - 1], folded[stop]) or (folded[stop] == "$" and folded[stop - 1].isalpha())
    )


def unit_before(document: Document, reader: Reader, start: int, floor: int) -> tuple[int, tuple[Unit, ...]] | None:
    """The currency that ends right before a number."""
    folded, text = document.folded, document.text
    at = start
    if folded[at - 1 : at] in _SPACES_AND_DASH:
        lowest = max(floor, start - 4)
        while at > lowest and folded[at - 1] in _SPACES_AND_DASH and (folded[at - 1] != "-" or text[at - 1] in MINUS):
            at -= 1
    for begin, units in reader.units.before.ending(folded, at):
        if begin < floor:
            continue
        if begin:
            left, first = folded[begin - 1], folded[begin]
            if glued(left, first) or (left.isalnum() and first == "$" and glued(left, "a")) or left in "@#_$":
                continue
            if left.isdigit() and at == start and first.isalpha():
                continue
        fit = _as_written(units, text[begin:at], at == start)
        if fit:
            return begin, fit
    return None


def _as_written(units: tuple[Unit, ...], written: str, glue: bool) -> tuple[Unit, ...]:
    """Those that are written so, with their letters and with or without a space beside the number."""
    for unit in units:
        if unit.writings or unit.needs:
            break
    else:
        return units
    return tuple(u for u in units if (not u.writings or written in u.writings) and (glue or "glued" not in u.needs))


def unit_after(
    document: Document, reader: Reader, tender: Tender, at: int, scaled: bool, full: bool, glue: bool = False
) -> tuple[int, tuple[Unit, ...], str] | None:
    """The currency that begins at an offset: its end, what it can be, and the word."""
    folded, text = document.folded, document.text
    for stop, units in reader.units.after.starting(folded, at):
        after = folded[stop : stop + 1]
        if goes_on(folded, stop):
            stop = _inflected(folded, reader, at, stop)
            if stop < 0:
                continue
        elif after.isdigit() and units[0].place != "after":
            continue
        fit = _as_written(units, text[at:stop], glue)
        if not fit:
            continue
        if reader.symbol_first and fit[0].place == "both" and after == " " and folded[stop + 1 : stop + 2].isdigit():
            continue  # the next amount's own symbol
        word = folded[at:stop]
        never = reader.never_before.get(word)
        if never is not None and never.match(folded, stop):
            continue
        if (
            reader.names_are_lower
            and not (scaled or full)
            and text[at].isupper()
            and word.isalpha()
            and not fit[0].symbol
        ):
            continue  # "in 2016 Rand Paul", "20 Mark Street"
        fit = fulfilled(fit, tender, scaled, full)
        if fit:
            return stop, fit, word
    return None


def _inflected(folded: str, reader: Reader, at: int, stop: int) -> int:
    """The end of a word that goes on after a name by an ending of the language; -1 if it is another word."""
    if (
        not reader.units.inflects
        or stop - at < 4
        or folded[at : at + 4] in ("euro", "евро")
        or not folded[stop - 1].isalpha()
    ):
        return -1
    end = stop
    while end < len(folded) and end - stop <= 4 and (folded[end].isalpha() or folded[end] == "'"):
        end += 1
    return end if end - stop <= 4 else -1


def fulfilled(units: tuple[Unit, ...], tender: Tender, scaled: bool, full: bool) -> tuple[Unit, ...]:
    """What a word can mean beside an amount that has, or has not, what it needs to be read as money."""
    for unit in units:
        if unit.needs:
            return tuple(unit for unit in units if _fulfils(unit, tender, scaled, full))
    return units


def _fulfils(unit: Unit, tender: Tender, scaled: bool, full: bool) -> bool:
    """Whether an amount has what its word needs to be read as money."""
    needs = unit.needs
    if not needs:
        return True
    if "scale" in needs and not scaled:
        return False
    if "amount" in needs and not (scaled or full):
        return False
    return "country" not in needs or (scaled and "amount" not in needs) or tender.speaks_of(unit.currencies)


def meant_by_both(before: tuple[Unit, ...], after: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """What two words around one number can mean together: "S$1 million dollars", "$10 billion USD"."""
    left, right = before[0], after[0]
    shared = tuple(code for code in left.currencies if code in right.currencies)
    if not shared or left.parts != right.parts:
        return ()
    return (Unit(shared, "both", left.parts, frozenset(), frozenset(), left.symbol and right.symbol),)


def adjective_after(folded: str, reader: Reader, end: int, unit: Unit) -> tuple[int, Unit | None]:
    """The adjective of a state after an amount, as in "$5 million Canadian"."""
    if "AUD" in unit.currencies and folded[end : end + 1] == " ":
        at = end + 2 if folded[end + 1 : end + 2] == "(" else end + 1
        for stop, (state, *_) in reader.units.adjectives.starting(folded, at):
            after = folded[stop : stop + 1]
            bracket = at == end + 2
            if (after == ")" if bracket else not after or after in ",.;:)") and state.currencies[0] in unit.currencies:
                return stop + bracket, state
    return end, None
