"""Reads on behind a word that tells of a meeting, one word after the other, each by what it does in its place."""

from collections.abc import Callable, Mapping

from diplokit import Span

from .names_behind import OF_PLACES, NamesBehind
from .parts import OF_PEOPLE, SIDELINES, Parts, behind_predicate
from .patterns import ASIDE, CAPITAL, DATE, EVENT, HEAD, PLACE, TITLE, compiled
from .roles import PARTICIPLES, roles_of_words
from .sentences import TOKENS, mention_at
from .venues import extent
from .words import bag, support

_BY = r"\s+(?:over\s+)?(?:\w+ly\s+)?by\b"
_GOALS = ("the ", "neighbo", "nearby ", HEAD, PLACE, CAPITAL, ASIDE, EVENT, TITLE)
"""How what follows "to" begins, where it is a goal and no verb."""
_AND_MORE = (
    r"\s+(?:with |in |on |at |between )?(?:(?:the|his|her|its|their|other|several|key|members|senior|a|private|some|government|civil) )*"
    r"[<H><P><C><A><E><T><D>]"
)
_ANOTHER_TRADE = r"\s+(?:(?![a-z]+ed\b)[a-z-]+\s+){1,2}(?:[<T>]+\.?\s+)?(?=[<H>])"
"""After "and", between what one is and one's name."""
_ON_THE_WAY = frozenset(("flight", "way", "route", "journey", "return"))
_DEADLINE = r"(?:(?:before|by)\s+(?:the\s+)?end\s+of\s+(?:the\s+)?|(?:until|till)\s+)(?=<D>)"
_ABOUT = frozenset(("on", "for", "about", "over", "regarding", "concerning"))
_DOING = r"\s+[a-z]{3,}ing\b"
_PICTURED = r"\((?:[a-z0-9]+[ -]?){1,3}\)"
_OF_SIDELINES = frozenset(("on", "at", "in"))
_ENDING = frozenset(("after", "before", "since", "until", "despite", "about", "regarding", "concerning", "over"))
_BUILDINGS = frozenset(
    "airport international airbase palace university stadium hotel castle harbour harbor city town province region district".split()
)
"""What the name of a place may belong to."""
_FAR = 420
"""How many characters are read at most."""
_MANY_STRANGE = 7
"""After how many words that mean nothing here it is given up."""


class Reader(NamesBehind):
    """Reads words until the clause ends; each method that takes one says whether to read on."""

    __slots__ = ()

    def read(self, stops: frozenset[int]) -> Parts:
        """Take words until the clause ends, or until a verb at one of some offsets begins something else."""
        if self.closed:
            self.governed = behind_predicate(self.masked, self.governed)
        begin, offset, roles = self.governed, self.offset, roles_of_words()
        for token in compiled(TOKENS).finditer(self.masked, begin, begin + _FAR):
            at, end = token.span()
            if at < self.reach:
                continue
            word = token[0]
            if at + offset in stops and not self._says_by_whom(word, end):
                break  # "sign a pact replacing the one signed by others"
            self.named = self.named and word == ","
            way = _WAYS.get(roles.get(word) or word[0], Reader.take_strange)
            if not way(self, word, at, end):
                break
        self.parts.end = self.reach + offset
        return self.parts

    def _says_by_whom(self, word: str, end: int) -> bool:
        """Whether a participle among the verbs goes on with "by": "presided over by"."""
        if word not in PARTICIPLES or (word == "signed" and self.strange):
            return False
        return compiled(_BY).match(self.masked, end, end + 20) is not None

    def take_strange(self, word: str, at: int, end: int) -> bool:
        if word.endswith("ly") and len(word) > 4:
            return True
        if self.comma and word in support():
            return False
        if self.place_open and not self.comma and word in _BUILDINGS:
            self.reach = end  # "at Samarkand airport on Friday"
            return True
        self.last = word
        return self._one_more_strange()

    def _one_more_strange(self) -> bool:
        """Pass over a word that means nothing here, unless the clause has ended or there are too many."""
        self.strange += 1
        self.place_open = False
        return not (self.comma or self.closed or self.strange > _MANY_STRANGE)

    def take_preposition(self, word: str, at: int, end: int) -> bool:
        parts, prep, last, masked = self.parts, self.prep, self.last, self.masked
        if word == "to" and not masked.startswith(_GOALS, end + 1):
            return False
        if self._goes_on(word):
            return True
        if word in _OF_SIDELINES and masked.startswith(" the ", end):
            sidelines = compiled(SIDELINES).match(masked, at, at + 40)
            if sidelines:
                return self._sidelines(sidelines.end())
        if word == "by" and last not in bag("behalf") and compiled(_DOING).match(masked, end, end + 24):
            return False  # "began a visit on Monday by calling for"
        word = self._in_effect(word)
        self.prep = "dest" if word == "to" and prep == "obj" else word
        self.governed, self.last = end, ""
        self.comma = self.place_open = self.closed = False
        if parts.date is None and word in ("before", "by", "until", "till"):
            deadline = compiled(_DEADLINE).match(masked, at, at + 36)
            if deadline:
                parts.date = mention_at(self.scene.dates, deadline.end() + self.offset)
        return word not in _ENDING

    def _goes_on(self, word: str) -> bool:
        """Whether a preposition only goes on with a place or with people: "the capital of Nairobi", "leaders of"."""
        parts, prep, last = self.parts, self.prep, self.last
        if word == "of" and last in bag("towns") and prep in OF_PLACES:
            return True
        if word == "of" and prep in ("with", "between", "by", "obj", "among"):
            return parts.people or self.strange > 0
        return word == "from" and prep in ("with", "obj", "between") and parts.people and not parts.groups

    def _sidelines(self, end: int) -> bool:
        """Take on the sidelines of what it was, as far as that is told behind "on the sidelines of"."""
        parts, events = self.parts, self.scene.events
        occasion = parts.occasion = extent(self.scene, end + self.offset)
        if occasion is None:
            return False
        parts.event = next((m for m in events if m.start <= occasion.end and occasion.start <= m.end), None)
        self.reach = occasion.end - self.offset
        self.closed = True
        return True

    def _in_effect(self, word: str) -> str:
        """What a preposition is here: itself, `aside` where it tells of something else, `behalf` of whom one acts for."""
        parts, prep, last = self.parts, self.prep, self.last
        if word == "to" and last in _ON_THE_WAY:
            return "aside"  # "on her flight to"
        if word in ("between", "among") and prep == "on" and last and (parts.groups or parts.people):
            return "aside"  # "with leaders on the war between"
        if (word == "of" and prep == "behalf") or (word in ("of", "from", "by") and last in bag("behalf")):
            return "behalf"
        if word == "of" and last in bag("monuments"):
            return "aside"  # "at the tomb of the first president"
        if word == "in" and prep in _ABOUT and last in bag("troubles"):
            return "aside"  # "on the situation in the Middle East"
        return word

    def take_mark(self, word: str, at: int, end: int) -> bool:
        if word == "," and self.named:
            return True  # "with his Turkish counterpart, Mr X"
        if word == "(" and (pictured := compiled(_PICTURED).match(self.masked, at, at + 26)):
            self.reach = pictured.end()  # "meets the Prime Minister (left) in Lima"
            return True
        self.comma = self.comma or word in ",;-"
        return word not in ";-" or self.place_open

    def take_joint(self, word: str, at: int, end: int) -> bool:
        if word != "and":
            return True
        if compiled(_AND_MORE).match(self.masked, end, end + 60):
            self.closed = False
            return True
        if self.prep in OF_PEOPLE and not (self.parts.groups or self.parts.people) and self._and_name(end):
            return True
        ahead = [later.strip(",.;") for later in self.masked[end : end + 60].split()[:4]]
        return not bag("people").isdisjoint(ahead)

    def _and_name(self, end: int) -> bool:
        """Whether another thing that somebody is and the name follow "and": "billionaire and | philanthropist X"."""
        found = compiled(_ANOTHER_TRADE).match(self.masked, end, end + 60)
        group = None if found is None else self.scene.group_at(found.end() + self.offset)
        return group is not None and self.stage.persons.issuperset(group.ids)

    def take_people(self, word: str, at: int, end: int) -> bool:
        self.parts.people = self.parts.people or self.prep in OF_PEOPLE
        return True

    def take_peer(self, word: str, at: int, end: int) -> bool:
        self.named = self.parts.people = True
        return True

    def take_here(self, word: str, at: int, end: int) -> bool:
        self.parts.here = Span(at + self.offset, end + self.offset)
        self.reach = end
        return True

    def take_participle(self, word: str, at: int, end: int) -> bool:
        by = compiled(_BY).match(self.masked, end, end + 20)
        if by:
            self.prep = ""
            self.reach = by.end() - 2  # "presided over | by"
            self.comma = False
            return True
        return not (self.comma and word in support()) and self._one_more_strange()

    def pass_over(self, word: str, at: int, end: int) -> bool:
        return True

    def end(self, word: str, at: int, end: int) -> bool:
        return False


_WAYS: Mapping[str, Callable[[Reader, str, int, int], bool]] = {
    HEAD: Reader.take_actors,
    DATE: Reader.take_date,
    PLACE: Reader.take_place,
    EVENT: Reader.take_event,
    CAPITAL: Reader.take_capitals,
    TITLE: Reader.take_title,
    ASIDE: Reader.take_aside,
    "small": Reader.pass_over,
    "adverb": Reader.pass_over,
    "preposition": Reader.take_preposition,
    "mark": Reader.take_mark,
    "joint": Reader.take_joint,
    "people": Reader.take_people,
    "peer": Reader.take_peer,
    "here": Reader.take_here,
    "participle": Reader.take_participle,
    "stop": Reader.end,
}
"""How a sign or a word that does something is taken."""
