"""A sighting: one mention of one meeting, with what its sentence says of it."""

from collections.abc import Iterable, KeysView
from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import Confidence, MeetingKind, MeetingMode, MeetingStatus, Participation, VisitType

from .parts import Participants
from .sentences import Group, Head

_UNSPECIFIED, _LIKELY = MeetingMode.UNSPECIFIED, Confidence.LIKELY


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
        told: Whether the words behind it say outright that it takes place ("held at Nairobi").
        joins: Whether it adds participants to the meeting told of before ("… attended the meeting").
        beside: Those who take part without being a side of it, as mediators or witnesses.
    """

    beside: Participants | None = None

    def __init__(self, kind: MeetingKind, trigger: Hit | Span, status: MeetingStatus, sentence: int, rule: str) -> None:
        self.kind = kind
        self.trigger = trigger
        self.status = status
        self.sentence = sentence
        self.rule = rule
        self.participants: Participants = {}
        self.place: Span | None = None
        self.code: str | None = None
        self.date: Mention[Any] | None = None
        self.event: Mention[Any] | None = None
        self.named: bool = False
        self.purpose: Mention[Any] | None = None
        self.occasion: Span | None = None
        self.topics: tuple[Span, ...] = ()
        self.visit_type: VisitType | None = None
        self.maiden: Span | None = None
        self.mode: MeetingMode = _UNSPECIFIED
        self.definite: bool = False
        self.sure: bool = True
        self.plural: bool = False
        self.again: bool = False
        self.places: int = 0
        self.once: bool = False
        self.paper: frozenset[str] = frozenset()
        self.told: bool = False
        self.joins: bool = False
        self.confidence: Confidence = _LIKELY

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
