"""Where sentences end, in the prose of newsrooms and ministries.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number. What is
an abbreviation is known from a closed list (titles before names, months, units, Latin) and from
shape: a single letter before a name, letters with dots between them before a word in lower case.
A blank line always ends a sentence: headings, datelines and list items stand alone.
"""

import re
from functools import cache

LONGEST = 4000
"""No sentence is longer: what rules do inside a sentence stays bounded on text without any full stop."""

# Never the end of a sentence: a name or a number follows.
_BEFORE_NAME = frozenset(
    "mr mrs ms mx messrs dr prof assoc asst st sr sra hon rt rev fr msgr gen lt col maj capt cmdr cdr cpl sgt brig adm "
    "gov sen rep amb sec supt pres insp det pvt ret ing ir drs arch eng dato hj h.e h.m h.r.h k.h m mme mlle "
    "no nos art arts para paras sect fig figs pp p vol ed eds ch cf vs e.g i.e viz approx ca ph "
    "lt.-gen lt.-col maj.-gen vice-adm rear-adm u.n.s.c".split()
)
# The end only where what follows does not go on with the same sentence (a capital letter that no date explains).
_MAYBE = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc ltd co corp bros plc llc jr sr esq etc dept govt univ assn bln mln trn dlrs pct a.m p.m ph.d "
    "ave blvd rd mt ft al est incl excl bhd sdn pte pty s.a u.s u.k u.n u.s.a u.a.e u.s.s.r d.c e.u n.y l.a p.r.c r.o.k d.p.r.k "
    "calif conn mass mich minn pa tex va wash fla ariz "
    "rs tk rp kr shs sh ksh kshs tsh ush".split()
)
# The stop, the line break and the other marks each have a pattern of their own that begins with the character itself:
# the search for one is many times faster than the search for one of several. Of a stop: the common end (a word in small
# letters or a number, then a space and a capital, or the end of a paragraph), which the only group tells and which takes the space
# with it; or what closes after it, but not the stop of "3.5", "mti.gov" and "U.S.,".
_CLOSED = r"[.!?]*[\"'\u201d\u2019\u00bb)\]\u300d\u300f]*+"
_STOP = rf"\.(?:(?<=[a-z0-9]{{3}}\.)(?: (?=[A-Z])|\n\n\s*|\Z)()|(?![a-z0-9,;:-]){_CLOSED})"
_BREAK = r"\n(?:[ \t\r\f\v\xa0]*\n\s*)?"
_OTHER_MARKS = "!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f\u1362"
_WORD_BEFORE = r"[\w.\u2019'-]*\Z"
_UNSPACED = frozenset("\u3002\uff01\uff1f")
_OPENERS = "\"'\u201c\u2018\u00ab([\u2014\u2013-"
# Words that no line ends with unless it was wrapped.
_GOES_ON = frozenset("the a an of in on at to for and or with by from as that which its their his her our".split())
# Words that open a sentence though an abbreviation stands before them.
_OPENING = frozenset(
    "the a an in on at this that these those he she it they we i his her its their our there but and however meanwhile "
    "both after before during while when as if for with asked earlier later president prime".split()
)


# States and unions that own the office after them: "U.S. President", "the U.K. Prime Minister".
_OWNERS = frozenset("u.s u.k u.n u.s.a u.s.s.r u.a.e e.u p.r.c r.o.k d.p.r.k a.u".split())
_OWNED = frozenset(("president", "prime"))


# The last three letters of every abbreviation that has so many.
_TAILS = frozenset(word[-3:] for word in _BEFORE_NAME | _MAYBE if len(word) >= 3)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The start and end of every sentence, without the white space around it.

    Examples:
        >>> text = "Lt. Gen. S. Rao left Washington, D.C. on Sept. 3. He (the U.S. envoy) stays."
        >>> [text[start:end] for start, end in split_sentences(text)]
        ['Lt. Gen. S. Rao left Washington, D.C. on Sept. 3.', 'He (the U.S. envoy) stays.']
    """
    found: list[tuple[int, int]] = []
    start = reach = 0
    spaced = True  # whether white space may stand at the start
    for match in _marks(text):
        at, following = match.span()
        if at < reach:
            continue  # an earlier one has taken it along
        reach = following
        if match.lastindex:
            end = at + 1
            if text[at - 3 : at] in _TAILS and not _ends(text, start, at, end):
                continue
            if spaced or end > start + LONGEST:
                found += _trimmed(text, start, end)
            else:
                found.append((start, end))
            spaced = False  # the match takes it with it
        else:
            if text[at] == "\n":
                end = at
                if following == at + 1 and not _breaks_line(text, at):
                    continue
            else:
                end = following
                if not _ends(text, start, at, end):
                    continue
            found += _trimmed(text, start, end)
            spaced = True
        start = following
    found += _trimmed(text, start, len(text))
    return found


def _marks(text: str) -> list[re.Match[str]]:
    """Where sentences may end, in order."""
    marks = [*_pattern(_STOP).finditer(text), *_pattern(_BREAK).finditer(text)]
    for other in _OTHER_MARKS:
        if other in text:
            marks += _pattern(re.escape(other) + _CLOSED).finditer(text)
    marks.sort(key=re.Match.start)
    return marks


def _breaks_line(text: str, at: int) -> bool:
    """Whether a single line break is more than the wrap of a long line."""
    line_start = text.rfind("\n", max(0, at - 200), at) + 1
    if text[max(line_start, at - 12) : at].rpartition(" ")[2] in _GOES_ON:
        return False
    following = text[at + 1 : at + 2]
    # A line as long as a wrapped one that does not end a sentence goes on in the next.
    wrapped = 45 <= at - line_start <= 100 and text[at - 1] not in '.!?:;"\u201d'
    return not (wrapped or following.islower())


def _ends(text: str, start: int, at: int, after: int) -> bool:
    """Whether the mark at `at` ends the sentence that began at `start`."""
    if text[at] in _UNSPACED:
        return True
    following = text[after : after + 40]
    if not following:
        return True
    if not following[0].isspace():
        # A missing space after the stop: "…in Lima.The leaders…", but not "D.C", "3.5" or "mti.gov".
        before = text[max(0, at - 2) : at]
        return (
            text[at] == "."
            and following[0].isupper()
            and len(before) == 2
            and before.islower()
            and following[1:2].islower()
        )
    if text[at] != ".":
        rest = following.lstrip()
        return not rest[:1].islower()
    if after - at > 1 and text[at + 1] not in ".!?":
        # A stop inside closing quotes or brackets: what follows in lower case goes on.
        return not following.lstrip()[:1].islower()
    word = text[max(start, at - 24) : at].rpartition(" ")[2]
    if not word.isalpha():
        head = _pattern(_WORD_BEFORE).search(word)
        word = head.group().lstrip("'\u2019-") if head else ""
    word = word.lower()
    rest = following.lstrip()
    if "\n" in following[: len(following) - len(rest)] and "\n\n" in following[: len(following) - len(rest)].replace(
        " ", ""
    ).replace("\r", ""):
        return True
    rest = rest.lstrip(_OPENERS)
    if not rest or rest[0].islower():
        return not rest
    if word in _BEFORE_NAME:
        return False
    if word in _MAYBE:
        if rest[0].isdigit():
            return False
        return _opening(rest, word) or (word in ("a.m", "p.m", "etc") and rest[0].isupper())
    if len(word) == 1 and word.isalpha():
        # An initial ("S. Jaishankar", "George W. Bush"), or a list letter; "Vitamin C. The" ends.
        return _opening(rest, word)
    if "." in word and _pattern(r"(?:[a-z]\.)+[a-z]").fullmatch(word):
        return _opening(rest, word)
    # The number of a paragraph is no sentence.
    return not (len(word) <= 2 and word.isdigit() and not text[start : at - len(word)].strip())


def _opening(rest: str, word: str) -> bool:
    """Whether what follows opens a sentence after an abbreviation."""
    opens = _pattern(r"[\w'\u2019]+").match(rest)
    first = opens.group().lower() if opens else ""
    return first in _OPENING and not (first in _OWNED and word in _OWNERS)


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence without the white space around it; none if there is nothing else; several if it is too long."""
    if start < end and text[start].isspace():
        start += 1
        while start < end and text[start].isspace():
            start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end <= start + LONGEST:
        return [(start, end)]
    found = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            found.append((start, stop))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))
    return found
