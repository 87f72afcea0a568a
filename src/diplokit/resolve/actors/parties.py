"""For whom a communiqué, a joint statement or a chairman's statement speaks: "we", "the two sides", "the Leaders".

Its heading says so ("20th ASEAN-Republic of Korea Summit", "India-Australia Joint Statement"), or its first
paragraph: the meeting that was held, or who came to visit whom. Sources: the habits of ministries; kept by hand.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from diplokit import Document
from diplokit.vocabulary import ActorKind

from .cast import BLOCS, Member
from .naming import Bodies

_HEAD = 400
_OPENING = 1100
"""How far into a text it is told whose visit it tells of, or whose meeting was held."""
_LINE = 700
_FEW = 12
_KNOWN_BY = ("statement", "communiqu", "declaration", "summary")
_NAMED_FROM = 90
"""How far from each other two stand in "by President A of X and Prime Minister B of Y"."""


@cache
def _heading() -> re.Pattern[str]:
    """What a text calls itself that several agreed to, in folded text."""
    return re.compile(
        r"\bjoint\s(?:[\w']+\s){0,2}(?:statement|communiqu[e\u00e9]|declaration|release|summary)\b|\bcommuniqu[e\u00e9]\b"
        r"|\b(?:co-)?chair\w*(?:'s|s')?\s(?:press\s)?(?:statement|summary)|\bdeclaration\b"
        r"|\b(?:leaders|ministers|summit|ministerial|heads of state)'?\s(?:joint\s)?(?:statement|declaration)"
        r"|\bstatement\s(?:of|by)\sthe\s(?:[\w-]+\s){0,4}(?:leaders|ministers|heads|summit|meeting)"
    )


@cache
def _gathering() -> re.Pattern[str]:
    """What follows the names of those who met, in folded text."""
    return re.compile(
        r"[^.;\n]{0,50}?\b(?:summit|meeting|dialogue|conference|commission|committee|consultations?|forum|talks|session|"
        r"visits)\b"
    )


@cache
def _joined() -> re.Pattern[str]:
    """What stands between two parties, in folded text: "A-B", "A, B and C", "President X of A and Minister Y of B"."""
    return re.compile(
        r"(?:\s\([^()]{1,12}\))?(?:(?P<dash>\s?[-/\u2013\u2014]\s?)|,\s(?:the\s)?"
        r"|(?!\s(?:on|in)\s)[^.;:\n]{0,30}\s(?:and|with)\s[^.;:\n]{0,60}?)"
    )


@cache
def _acting_gathering() -> re.Pattern[str]:
    """A gathering that does what its parties do, in folded text."""
    return re.compile(
        r"\bthe (?:meeting|summit|conference|forum|participants|delegations|heads of (?:state|delegation)[\w/ ]{0,24}?)"
        r"(?=\s(?:also\s|further\s|then\s|strongly\s|again\s|unanimously\s){0,2}(?!was\b|is\b|has\sbeen)"
        r"(?:[a-z]+ed|took|has|have|underlines|calls|urges|stresses|notes|agrees|supports|welcomes|condemns|reaffirms)\b)"
    )


_ABOUT = frozenset("on in at about against to regarding concerning over towards".split())
"""Words before those of whom a statement tells, and who make it not."""


@cache
def _leading() -> re.Pattern[str]:
    """What opens a sentence before those of whom it tells together, in folded text."""
    return re.compile(
        r"(?:\d+[.)]\s*)?(?:(?:today|yesterday|on\s[^.;,]{3,30}),?\s)?(?:we\s[^.;]{3,120}\sbetween\s(?:the\s)?"
        rf"|(?:(?:the|we|we,)\s)?(?:[^.;\n]{{0,80}}\s)?{_ACTING}\s(?:[^.;\n]{{0,80}}[:\u2014\u2013-]\s?|of\s|representing\s|from\s)(?:the\s)?"
        r"|(?:the\s)?(?:relationship|partnership|friendship|alliance|ties|relations|cooperation)\sbetween\s(?:the\s)?"
        r"|(?:(?:president|prime minister|premier|chancellor|foreign minister|secretary)\s[^;\n]{3,40}\sof\s)?(?:the\s)?)"
    )


_ACTING = r"(?:governments?|leaders|heads of (?:state|government)|presidents|ministers|peoples?|representatives|members|delegations|countries|states)"
"""Those who act for states."""


@cache
def _members() -> re.Pattern[str]:
    """What stands behind the name of a bloc whose members act, in folded text."""
    return re.compile(
        r"(?:\s(?:foreign|defence|defense|finance|trade|economic|heads of))?\s(?:leaders|ministers|members?|heads|state)\b"
    )


class Parties:
    """Those for whom a document speaks; worked out when somebody asks.

    Attributes:
        document: The document.
        bodies: Its places and organisations, and whom they mean.
    """

    def __init__(self, document: Document, bodies: Bodies) -> None:
        self.document = document
        self.bodies = bodies

    @cached_property
    def formal(self) -> tuple[Member, ...]:
        """The parties of a statement, a declaration or a communiqué; none where the text calls itself none."""
        folded = self.document.folded
        head = folded[:_HEAD]
        for word in _KNOWN_BY:
            if word in head:
                break
        else:
            return ()
        heading = _heading().search(head)
        if heading is None:
            return ()
        start, end = self._line(heading.start(), heading.end())
        line = folded[start:end].rstrip()
        if end - start > _LINE or (line.endswith(".") and " text of " not in line and "following" not in line):
            return ()  # a story that only tells of a statement
        named = next(self._together(0, end), ())
        named = named or next(self._together(end, _OPENING, gathered=True), ())
        return named or self.visit or self._bloc(end)

    @cached_property
    def opening(self) -> tuple[Member, ...]:
        """Those with whom the first sentence begins together: "The United States and Mexico affirm our friendship"."""
        text = self.document.text
        for sentence in self.document.sentences[:4]:
            if not text.endswith((".", ".\n"), sentence.start, sentence.end):
                continue  # a heading
            first = next(self._meant(sentence.start, sentence.end), None)
            if first is None or not _leading().fullmatch(self.document.folded, sentence.start, first[0]):
                return ()
            if first[2].kind in BLOCS and _members().match(self.document.folded, first[1]):
                return (first[2],)
            return next(self._together(first[0], sentence.end), ())
        return ()

    def _line(self, start: int, end: int) -> tuple[int, int]:
        text = self.document.text
        stop = text.find("\n", end)
        return text.rfind("\n", 0, start) + 1, stop if stop >= 0 else self.document.sentence_at(start).end

    @cached_property
    def visit(self) -> tuple[Member, ...]:
        """The states of the visitor and the host of whom the first sentences tell."""
        folded = self.document.folded
        at = folded.find(" visit", 0, _OPENING)
        if at < 0:
            return ()
        sentence = self.document.sentence_at(at)
        states = dict.fromkeys(
            [member for start, _, member in self._meant(sentence.start, sentence.end) if member.state]
        )
        return tuple(states) if len(states) == 2 else ()

    def _meant(self, low: int, high: int) -> Iterator[tuple[int, int, Member]]:
        """The states and blocs named in a part of the text, with where their names begin and end."""
        for mention in self.bodies.mentions:
            start = mention.span.start
            if start >= high:
                return
            member = self.bodies.meant.get(start)
            if member is not None and member.kind is ActorKind.GOVERNMENT:
                member = self.bodies.within.get(id(member), member)  # "the Government of Peru" speaks for Peru
            if (
                start >= low
                and member is not None
                and (
                    member.state
                    or (member.kind in BLOCS and " joint " not in self.document.folded[start : mention.span.end])
                )
            ):
                yield start, mention.span.end, member

    def _together(self, low: int, high: int, *, gathered: bool = False) -> Iterator[tuple[Member, ...]]:
        """Those named together in a part of the text; only before a word for a meeting, if it is its first paragraph."""
        folded = self.document.folded
        chain: dict[Member, None] = {}
        begin, stop, dashed = low, -99, True
        for start, end, member in [*self._meant(low, high), (high, high, None)]:
            if member is not None and chain:
                gap = folded[stop:start]
                joined = _joined().fullmatch(gap) if start - stop < _NAMED_FROM else None
                if joined is not None or (member in chain and len(gap) < 3):
                    chain[member] = None
                    dashed = dashed and (joined is None or joined["dash"] is not None)
                    stop = end
                    continue
            if len(chain) > 1 and self._speak(begin, stop, dashed=dashed, gathered=gathered):
                yield tuple(chain)
            if member is not None:
                chain, begin, stop, dashed = {member: None}, start, end, True

    def _speak(self, begin: int, stop: int, *, dashed: bool, gathered: bool) -> bool:
        """Whether those named together may be the ones who speak, not those of whom they do."""
        folded = self.document.folded
        if gathered:
            return _gathering().match(folded, stop) is not None
        before = folded[max(0, begin - 24) : begin].removesuffix("the ").split()[-1:]
        return dashed or not before or before[0] not in _ABOUT

    def meetings(self) -> list[tuple[int, int, str]]:
        """Where the gathering itself acts: "The Meeting urged", "The Summit took note"."""
        if not self.formal:
            return []
        return [(match.start(), match.end(), "") for match in _acting_gathering().finditer(self.document.folded)]

    def _bloc(self, end: int) -> tuple[Member, ...]:
        """The one bloc that a heading names: "Chairman's Statement of the 44th ASEAN Summit"."""
        blocs = dict.fromkeys([member for _, _, member in self._meant(0, end) if not member.state])
        if not blocs:
            near = [self.bodies.meant.get(m.span.start) for m in self.bodies.mentions[:_FEW] if m.span.start < end]
            blocs = dict.fromkeys([m for m in near if m is not None and m.kind is ActorKind.IGO_ORGAN])
        return tuple(blocs) if len(blocs) == 1 else ()
