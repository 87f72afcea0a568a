"""A sighting: one mention of one meeting, with what its sentence says of it."""

from collections.abc import Iterable, KeysView
from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import Confidence, MeetingKind, MeetingMode, MeetingStatus, Participation, VisitType

from .parts import Participants
from .sentences import Group, Head


class Sighting:
    """One mention of a meeting.

    Attributes:
        kind: What kind of meeting it is.
        trigger: The word that tells of it.
        status: What has become of it.
        sentence: The number of its sentence.
        rule: Which rule saw it.
        participants: Who takes part, by `id`: in what part, and where the text says so.
        place: Where it was, and `code` the state in which that lies.
        event: The name of the gathering, where the trigger is one; else the gathering on whose occasion it was.
        named: Whether the trigger is the name of a gathering.
        purpose: The gathering for which they met.
        definite: Whether it refers back ("the meeting", "his visit"), so that alone it makes no record.
        sure: Whether its words say the status outright.
        again: Whether it can only repeat what was told before ("The Treaty was signed by …").
        plural: Whether it tells of several at once.
        places: How many places its words name.
        once: Whether it tells of a plan from a later time, when it may have been given up ("was to visit").
        paper: The words of the name of what was signed, where it has one.
        joins: Whether it adds participants to the meeting told of before ("… attended the meeting").
    """

    # What most sightings do not say is said here once: a text has hundreds of them.
    place: Span | None = None
    code: str | None = None
    date: Mention[Any] | None = None
    event: Mention[Any] | None = None
    named: bool = False
    purpose: Mention[Any] | None = None
    occasion: Span | None = None
    topics: tuple[Span, ...] = ()
    visit_type: VisitType | None = None
    maiden: Span | None = None
    mode: MeetingMode = MeetingMode.UNSPECIFIED
    definite: bool = False
    sure: bool = True
    plural: bool = False
    again: bool = False
    places: int = 0
    once: bool = False
    paper: frozenset[str] = frozenset()
    joins: bool = False
    confidence: Confidence = Confidence.LIKELY

    def __init__(self, kind: MeetingKind, trigger: Hit | Span, status: MeetingStatus, sentence: int, rule: str) -> None:
        self.kind = kind
        self.trigger = trigger
        self.status = status
        self.sentence = sentence
        self.rule = rule
        self.participants: Participants = {}

    @property
    def ids(self) -> KeysView[str]:
        """The participants."""
        return self.participants.keys()

    def playing(self, part: Participation) -> set[str]:
        """The participants that have a part."""
        return {id for id, (own, _) in self.participants.items() if own is part}

    def add(self, heads: Group | Iterable[Head] | None, part: Participation = Participation.PARTICIPANT) -> None:
        """Take in a group, each actor once."""
        if heads is None:
            return
        participants = self.participants
        for head in heads.heads if isinstance(heads, Group) else heads:
            for id in head.ids:
                if id not in participants:
                    participants[id] = part, head
