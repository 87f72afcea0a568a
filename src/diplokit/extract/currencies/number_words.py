"""Numbers in words before a currency: "three billion dollars", "half a million euros", "三千亿元"."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from attrs import frozen

from diplokit import Document, Lexicon, fold

from .chinese_numbers import chinese_numbers
from .currency_words import units_of
from .scale_words import links_of, phrases

_REACH = 90  # characters before a currency in which its number in words may begin
_BETWEEN = 3  # words that may stand between the number and the stem of the currency: "New Zealand dollars"


@frozen
class NumberWords:
    """The number words of a language.

    Attributes:
        small: Words for numbers below a hundred, for halves and quarters, and those that only join (0).
        scales: Words for hundred and for what is larger.
        articles: Words for one that are no number by themselves: "a dollar" is a rate.
        bare: Scale words that are a number by themselves: Spanish "mil".
        anchors: What numbers in words are looked for before: beginnings of names of currencies, and endings.
        endings: Endings of scale words, with which a number may end.
        known: All words for numbers, and those that only join them.
        counting: Those of which a number has at least one.
    """

    small: dict[str, Decimal]
    scales: dict[str, Decimal]
    articles: frozenset[str]
    bare: frozenset[str]
    anchors: tuple[str, ...]
    endings: frozenset[str]
    known: frozenset[str]
    counting: frozenset[str]


@cache
def words_of(locale: str) -> NumberWords | None:
    """The number words of a locale; `None` where there is no table."""
    found = phrases(locale)
    if "numbers" not in found:
        return None
    small = {fold(word): Decimal(str(value)) for word, value in found["numbers"].items()}
    scales = {fold(word): Decimal(10) ** power for word, power in found.get("scales", {}).items() if len(word) > 1}
    articles = frozenset(map(fold, found.get("articles", ())))
    return NumberWords(
        small,
        scales,
        articles,
        frozenset(map(fold, found.get("bare", ()))),
        tuple(map(fold, (*found.get("endings", ()), *found.get("anchors", ())))),
        frozenset(map(fold, found.get("endings", ()))),
        frozenset((*small, *scales)),
        frozenset({*(word for word, value in small.items() if value), *scales} - articles),
    )


@cache
def _anchors(locale: str) -> Mapping[str, object]:
    """The words of a currency before which, and the scale words with which, a number in words may end; English."""
    words = words_of(locale) if locale.partition("_")[0] == "en" else None
    if words is None:
        return {}
    names = units_of(locale).after.words
    stems = [anchor.strip() for anchor in words.anchors if anchor not in words.endings]
    found: dict[str, object] = {}
    for name in names:
        last = name.rpartition(" ")[2]
        if any(last.startswith(stem) for stem in stems):
            found[last] = False
    for word in words.scales:
        if any(word.rstrip("s").endswith(ending) for ending in words.endings):
            found[word] = True
    return found


ANCHORS = Lexicon("ends of amounts in words", _anchors)
"""English names of currencies, and scale words: a number in words is looked for where one stands, and only there."""


def numbers_in_words(document: Document) -> Iterator[tuple[int, int, Decimal, int]]:
    """The numbers in words that may stand before a currency.

    Yields:
        Where the number starts and ends, the number, and where the currency may begin.
    """
    folded, locale = document.folded, document.locale
    language = locale.partition("_")[0]
    if language in ("zh", "ja", "yue"):
        yield from chinese_numbers(folded, locale)
        return
    words = words_of(locale)
    if words is None:
        return
    places = _hit_places(document) if language == "en" else _found_places(folded, words)
    seen: set[int] = set()
    for start, ends in places:
        found = _before(folded, start, words, locale)
        if found is not None and (not ends or found[1] == start) and found[0] not in seen:
            seen.add(found[0])
            yield found


def _hit_places(document: Document) -> Iterator[tuple[int, bool]]:
    """Where a currency begins, or a scale word ends, in English: where the scan has found one."""
    folded = document.folded
    for start, end, scale in reversed(document.hits(ANCHORS)):  # from the right: the whole number, not its first words
        if scale:
            yield end, True
        elif start > 1 and not folded[start - 2].isdecimal():
            yield start, False


def _found_places(folded: str, words: NumberWords) -> Iterator[tuple[int, bool]]:
    """Where a currency begins, or a scale word ends, in a language that inflects them."""
    for anchor in words.anchors:
        at = folded.find(anchor)
        while at >= 0:
            start = at + (anchor[0] == " ")
            if anchor in words.endings:  # the end of a scale word: the number ends with it
                start = stop = at + len(anchor)
                while stop < len(folded) and folded[stop].isalpha():
                    stop += 1
                if stop - start < 4:
                    yield stop, True
            else:
                yield start, False
            at = folded.find(anchor, at + len(anchor))


def _before(folded: str, at: int, words: NumberWords, locale: str = "") -> tuple[int, int, Decimal, int] | None:
    """The number in words that ends before an offset, with at most a few other words between.

    Args:
        folded: The folded text.
        at: The offset.
        words: The number words of the language.
        locale: If given, the words between are the beginning of a currency's name.
    """
    begin = max(at - _REACH, 0)
    window = folded[begin:at].replace("-", " ")
    if "(" not in window:  # most often no word of a number is near, or it is the scale word of a figure
        near = window.split()
        last = near[-_BETWEEN - 1 :]
        if words.known.isdisjoint(last) or words.counting.isdisjoint(near):
            return None
        if len(last) > 1 and last[-1] in words.scales and last[-2][-1].isdecimal():
            return None
    spans: list[tuple[int, int]] = []
    tokens: list[str] = []
    end, others = at, 0
    while len(tokens) < 12:
        while end > begin and folded[end - 1] in " -":
            end -= 1
        start = max(folded.rfind(" ", begin, end), folded.rfind("-", begin, end), begin - 1) + 1
        if start == end or (start == begin and begin > 0):
            break
        token = folded[start:end]
        if token in words.small or token in words.scales:
            if others and locale and not tokens and words.small.get(token) and token not in words.scales:
                if not _begins_unit(folded, end + 1, locale):
                    return None  # "two of the three euro states"
            tokens.append(token)
            spans.append((start, end))
        elif token[0] == "(" and token[-1] == ")" and token[1:-1].isdecimal():
            pass  # "five (5) million"
        elif tokens:
            break
        else:
            others += 1
            if others > _BETWEEN:
                return None
        end = start
    tokens.reverse()
    spans.reverse()
    while tokens and not words.small.get(tokens[0], 1) and tokens[0] in words.small:
        del tokens[0], spans[0]
    while tokens and tokens[-1] in words.small and not words.small[tokens[-1]]:
        del tokens[-1], spans[-1]
    if not tokens:
        return None
    if spans[0][0] > 1 and folded[spans[0][0] - 2].isdecimal():
        return None  # the scale word of a figure
    number = value_of(tokens, words)
    joints = [at for at, token in enumerate(tokens) if words.small.get(token, 1) == 0]
    if number is None and joints:  # "un et deux milliards": two numbers
        del tokens[: joints[-1] + 1], spans[: joints[-1] + 1]
        number = value_of(tokens, words) if tokens else None
    if number is None:
        return None
    after = spans[-1][1]
    if len(tokens) == 2 and tokens[0] in words.articles and folded[after : after + 1] == "-":
        return None  # "a million-dollar question"
    return spans[0][0], after, number, min(after + 1, len(folded))


def _begins_unit(folded: str, at: int, locale: str) -> bool:
    """Whether the name of a currency may begin at an offset, or what links it to a number; no space but one is before."""
    following = folded[at : at + 1]
    if following in (" ", "-") or units_of(locale).after.may_start(folded, at):
        return True
    return folded.startswith(links_of(locale), at)


def number_before(folded: str, at: int, locale: str) -> tuple[int, Decimal] | None:
    """The number in words that ends right before an offset: its start, and the number."""
    words = words_of(locale)
    found = _before(folded, at, words) if words else None
    if found is None or folded[found[1] : at].strip(" -"):
        return None
    return found[0], found[2]


def other_end(
    folded: str, start: int, number: Decimal, locale: str, joints: Sequence[str]
) -> tuple[int, int, Decimal] | None:
    """The first number of a range in words, with the scale word of the second: "two to three billion".

    Args:
        folded: The folded text.
        start: Where the second number starts.
        number: The second number.
        locale: The locale of the text.
        joints: What joins the ends of a range.

    Returns:
        Where the first number starts and ends, and the number.
    """
    for joint in joints:
        if folded.endswith(joint, 0, start) and (first := number_before(folded, start - len(joint), locale)):
            scale = Decimal(100) if 100 <= number < 1000 else Decimal(1)
            while number >= 1000 * scale:
                scale *= 1000
            value = first[1] * scale if first[1] < number / scale else first[1]
            return (first[0], start - len(joint), value) if value < number else None
    return None


def value_of(tokens: Sequence[str], words: NumberWords) -> Decimal | None:
    """The number that words write; `None` if they are not one.

    Examples:
        >>> english = words_of("en")
        >>> value_of("two hundred and fifty thousand".split(), english)
        Decimal('250000')
        >>> value_of("half a billion".split(), english), value_of(["a"], english), value_of(["billion"], english)
        (Decimal('500000000.0'), None, None)
    """
    if tokens[0] in words.scales and tokens[0] not in words.bare and tokens[0] not in words.small:
        return None
    if len(tokens) == 1 and tokens[0] in words.articles:
        return None
    total, part, real, joined = Decimal(0), Decimal(0), False, False
    for token in tokens:
        value = words.small.get(token)
        if value is None or (token in words.scales and (part or total)):
            factor = words.scales[token]
            if factor == 100 and token not in words.bare:
                part = (part or Decimal(1)) * factor
            elif total < factor:
                total, part = (total + part or Decimal(1)) * factor, Decimal(0)
            else:
                total, part = total + (part or Decimal(1)) * factor, Decimal(0)
            real = True
        elif value == 0:
            joined = True
            continue
        elif token in words.articles:
            part = part or Decimal(1)
            continue  # "and a half": still joined
        elif value < 1:
            part = part + value if joined and part else value if part in (0, 1) and not real else part * value
            real = True
        elif part % 10 == 0 and (not part or value < 10 or (part % 100 == 0 and value < 100)):
            part, real = part + value, True
        else:
            return None
        joined = False
    return total + part if real else None
