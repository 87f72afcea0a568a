"""Runs of words in capitals that may be names of persons.

A run goes on over initials, particles ("bin", "van der", "al-"), nicknames in quotes and hyphens; it is cut at offices,
forms of address, names of organisations and of peoples, and at ordinary words, unless a name may well hold them.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import compress, count, repeat
from operator import add

from diplokit import Document, fold

from .kept_words import BETWEEN
from .name_appositions import TELLING_AFTER, tells_of_person
from .name_beginnings import Beginnings
from .name_leads import BINDING, TAILS, leading_tails
from .name_words import ENDS, FORMS, INITIALS, Kept, Run, Word

# --- words -----------------------------------------------------------------------------------------------------

SHORT = frozenset(
    {
        "Mohd",
        "Md",
        "St",
        "Wm",
        "Abd",
        "Muh",
        "Moh",
        "Jos",
        "Geo",
        "Chas",
        "Thos",
        "Ma",
        "Sh",
        "Ts",
        "Ch",
        "Kh",
        "Dz",
        "Hj",
        "Jr",
        "Sr",
    }
)
"""Given names cut short, which a full stop may follow."""

_WIDEST = 15
"""No more characters stand between two words of one name."""

# What stands between words in capitals most often, and never inside a name.
_APART = frozenset(
    {" and ", " of ", " of the ", " in ", " to ", " on ", " for ", " with ", " at ", " by ", " the ", " is "}
)
_ENDING = frozenset({"", *",;:)"})
_MARKS_INSIDE = frozenset({". ", ".", ' "', " '", '" ', "' ", '." ', "'", "-"})
_LISTING = frozenset({" and ", ", ", ", and "})
_ALIVE = bytes([1, *bytes(255)])  # translates what `_dead` gives: 1 for 0, and 0 for all else


def _joint(gap: str) -> str | None:
    """What stands between two words in capitals, folded, if it may stand inside a name."""
    folded = fold(gap)
    if folded in _APART or folded[:1] in _ENDING:
        joins = not folded
    elif not folded.strip():
        joins = folded == " " or (len(folded) < 4 and "\n" not in gap)
    else:
        joins = folded in _MARKS_INSIDE or BETWEEN.fullmatch(folded) is not None
    return folded if joins else None


_JOINTS = Kept(_joint)


# --- rules -----------------------------------------------------------------------------------------------------


class Runs(Beginnings):
    """The runs of one document.

    Attributes:
        lone: The numbers of words in capitals that stand alone and say nothing by themselves: they can only be short
            forms of names that stand elsewhere. Complete when all runs are read, as are the following.
        sure: Where single words stand that are names for what stands before them ("Mr Howard").
        doubtful: Words that are names of persons only where a name of the document holds them ("May").
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.lone: list[int] = []
        self.sure: list[tuple[int, int]] = []
        self.doubtful: list[Run] = []

    def __iter__(self) -> Iterator[Run]:
        """The runs that may say something by themselves, in order."""
        text, folded, blocked = self.text, self.folded, self.blocked
        given, family, places = self.given, self.family, self.places
        capitals, words, gaps, lone = self.capitals, self.words, self.gaps, self.lone
        ends, leads, forms = self.sentence_ends, self.leads, FORMS
        telling, tails, joints = self.tables.telling, leading_tails(), _JOINTS
        known = given.keys() | family.keys()
        after_leads = {*map(add, leads, repeat(1)), *map(add, leads, repeat(2))}
        at = folded.find(")")
        while at >= 0:
            if folded[at + 1 : at + 2] == " ":
                after_leads.add(at + 2)  # "Admiral (Prof) Jayanath"
            at = folded.find(")", at + 1)
        before = "    " + folded  # of which three characters at an offset are those before the one before it
        dead = self._dead()
        skip = 0
        # Where the next of a list begins, and how strongly what stands before the list leads to names.
        listed, led_before = -1, 0
        heading, sentence_end = False, 0
        for index in compress(count(), dead.translate(_ALIVE)):
            start, end = capitals[index]
            if start < skip or blocked[start]:
                continue
            written, after = words[index], gaps[index + 1]
            apart = after != " " and (len(after) > _WIDEST or joints[after] is None)
            near = (
                start in after_leads
                or folded[start - 1] in BINDING
                or (before[start : start + 3] in tails and self.word_leads(start))
            )
            tells = near or start in known or written in telling or "." in written
            # Most words stand alone and say nothing.
            apposed = False
            if not tells and (apart or dead[index + 1] >= ENDS or blocked[capitals[index + 1][0]]):
                if after[:3] not in TELLING_AFTER or not tells_of_person(folded, start, end):
                    lone.append(index)
                    continue
                apposed = True
            form = forms[written]
            if form.describes and self._describes(index):
                continue
            if start >= sentence_end:
                sentence = bisect_right(ends, start)
                sentence_end = ends[sentence]
                heading = self.is_heading(sentence)
            if form.upper and not heading and not tells and end - start > 2 and start not in places:
                lone.append(index)  # letters of a body: no name goes on from there
                continue
            # What leads to the word, and how strongly; a lone word after a title needs no weighing.
            if not near:
                left, led = start, 3 if apposed else 0
            elif (
                start - 1 in leads
                and text[start - 1] == " "
                and text[start - 2] != ")"
                and (folded[start - 4 : start - 1] not in TAILS or not self.after_particle(start))
            ):
                left, led = start, 3
                if not (heading or form.upper or form.ordinary or start in places) and (
                    apart and end - start > 1 and "." not in form.text and not self.opens(start - 1)
                ):
                    self.sure.append((start, end))
                    if after in _LISTING and self.several(start):
                        listed, led_before = capitals[index + 1][0], 3
                        after_leads.add(listed)
                    continue
            else:
                left, led = self._lead(start)
                if start == listed and not led:
                    led = led_before
                elif led == 2 and after in _LISTING and self.several(start):
                    led = 3
            first = Word(start, form, start in given, start in family)
            place = places.get(start)
            if (first.ordinary or first.upper or heading or place is not None) and self._cuts(
                first, [], led, heading, index
            ):
                if first.ordinary and first.key in self.tables.surnames:
                    self.doubtful.append(Run([first], led, left, heading))
                if place is not None and place[1] > end:
                    skip = place[1]
                continue
            # The run goes on from word to word.
            run = [first]
            skip = reach = first.end
            followed = ""
            while True:
                index += 1
                whole = reach == end
                start, end = capitals[index]
                if blocked[start]:
                    break
                gap = gaps[index]
                if gap != " " or not whole:
                    if not whole:
                        gap = text[reach:start]
                    joint = joints[gap] if len(gap) <= _WIDEST else None
                    if joint is None or not self._joins(run, joint, start, end):
                        break
                other = Word(start, forms[words[index]], start in given, start in family)
                place = places.get(start)
                if (other.ordinary or other.upper or heading or place is not None) and self._cuts(
                    other, run, led, heading, index
                ):
                    if folded[reach:start] == " ":
                        followed = other.key
                    skip = place[1] if place is not None and place[1] > end else end
                    break
                run.append(other)
                skip = reach = other.end
            if (
                led >= 2
                and folded[reach:start] in _LISTING
                and (led == 2 or first.start == listed or self.several(first.start))
            ):
                listed, led_before = start, led
                after_leads.add(listed)
            yield Run(run, led, left, heading, followed)

    def single(self, index: int) -> Run | None:
        """The run of a word that stands alone, if it is one."""
        start = self.capitals[index][0]
        form = FORMS[self.words[index]]
        if form.describes and self._describes(index):
            return None
        word = Word(start, form, start in self.given, start in self.family)
        heading = self.is_heading(bisect_right(self.sentence_ends, start))
        run = Run([word], 0, start, heading)
        if (word.ordinary or word.upper or heading or start in self.places) and self._cuts(word, [], 0, heading, index):
            if word.ordinary and word.key in self.tables.surnames:
                self.doubtful.append(run)
            return None
        return run

    def _joins(self, words: list[Word], gap: str, start: int, end: int) -> bool:
        """Whether what stands between two words in capitals, which may stand in a name, lets them be one name."""
        last = words[-1]
        if gap == " ":
            if self.text[start - 1] != "\n":
                return True
            if self.text[start:end].isupper() and not last.text.isupper():
                return False  # a dateline after a heading
            return self._wrapped(start - 1) and self._sentence(last.start) == self._sentence(start)
        if gap == ". ":
            return bool(INITIALS.match(last.text)) or last.text in SHORT
        if gap == ".":
            return len(last.text) == 1
        if gap in {' "', " '"}:
            return last.given and self.folded[end : end + 2] == gap[1] + " " and self.text[end + 2 : end + 3].isupper()
        if gap in ('" ', "' ", '." '):
            return self.folded[last.start - 1] == gap[-2]
        return True
