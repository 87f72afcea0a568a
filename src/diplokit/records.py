"""Records: what a document says, put together from its mentions.

A field that the text does not give is `None` (or empty): never guessed. Actors are referred to by their `id`.
Every record names the rule that made it, how far to trust it, and the span of every field that the text gives.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, Self, TypeVar

from attrs import field, frozen
from attrs.validators import ge, instance_of, optional

from .making import draft_of, setters
from .mentions import Mention, Mentions
from .text import Span
from .values import CalendarDate, Money
from .vocabulary import (
    Act,
    ActorKind,
    Basis,
    Collectivity,
    CommitmentStatus,
    Confidence,
    Direction,
    Frequency,
    Measure,
    MeetingKind,
    MeetingLevel,
    MeetingMode,
    MeetingStatus,
    Modality,
    Novelty,
    ObjectKind,
    Observation,
    Participation,
    Polarity,
    Qualifier,
    RankingAmong,
    RankingRole,
    Role,
    RoleStatus,
    Scope,
    Specificity,
    VisitType,
)

R = TypeVar("R")

_TEXT = instance_of(str)
_TEXT_OR_NONE = optional(_TEXT)
_DATE_OR_NONE = optional(instance_of(CalendarDate))
_MONEY_OR_NONE = optional(instance_of(Money))


def _maybe(enum: type[StrEnum]) -> Any:
    """A field that holds a member of a closed list, or `None`."""

    def convert(value: str | None) -> StrEnum | None:
        return None if value is None else enum(value)

    return field(default=None, converter=convert)


def _tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(items)


def _spans(spans: Mapping[str, Span]) -> dict[str, Span]:
    return dict(spans)


def _mentions(items: Iterable[Mention[Any]]) -> Mentions:
    return items if isinstance(items, Mentions) else Mentions(items)


def _specificities(items: Iterable[str]) -> tuple[Specificity, ...]:
    return tuple(sorted({Specificity(item) for item in items}))


@frozen(init=False)
class Office:
    """An office that a person holds.

    Attributes:
        title: The office as one would list it.
        role: What it makes of its holder.
        status: Whether it is held.
        of: The `id` of the actor whose office it is.
        to: The `id` of the actor to whom an ambassador or envoy is sent.
        confidence: Lower where `of` is not in the text beside the title but inferred.
    """

    title: str
    role: Role
    status: RoleStatus = RoleStatus.INCUMBENT
    of: str | None = None
    to: str | None = None
    confidence: Confidence = Confidence.CERTAIN

    def __init__(
        self,
        title: str,
        role: Role | str,
        status: RoleStatus | str = RoleStatus.INCUMBENT,
        of: str | None = None,
        to: str | None = None,
        confidence: Confidence | str = Confidence.CERTAIN,
    ) -> None:
        if not isinstance(title, str):
            raise TypeError(f"the title of an office is text, not {title!r}")
        if not ((of is None or isinstance(of, str)) and (to is None or isinstance(to, str))):
            raise TypeError(
                f"whose an office is, and to whom its holder is sent, are ids of actors, not {of!r}, {to!r}"
            )
        set_title, set_role, set_status, set_of, set_to, set_confidence = _OF_OFFICE
        set_title(self, title)
        set_role(self, role if type(role) is Role else Role(role))
        set_status(self, status if type(status) is RoleStatus else RoleStatus(status))
        set_of(self, of)
        set_to(self, to)
        set_confidence(self, confidence if type(confidence) is Confidence else Confidence(confidence))


_OF_OFFICE = setters(Office)


@frozen(init=False, weakref_slot=False)
class Reference:
    """A place in the text that means an actor, and the rule that says so (`name`, `acronym`, `pronoun` …)."""

    span: Span
    rule: str

    def __init__(self, span: Span, rule: str) -> None:
        if not (isinstance(span, Span) and isinstance(rule, str)):
            raise TypeError(f"a reference has a Span and the name of a rule, not {span!r} and {rule!r}")
        _set_span(self, span)
        _set_rule(self, rule)

    @classmethod
    def many(cls, spans: Iterable[Span], rules: Iterable[str]) -> list[Self]:
        """The references with these spans and rules, checked all at once: a text has thousands.

        Raises:
            TypeError: As for one.

        Examples:
            >>> Reference.many([Span(0, 4)], ["name"]) == [Reference(Span(0, 4), "name")]
            True
        """
        spans, rules = list(spans), list(rules)
        known = {*map(type, spans)} <= {Span} and {*map(type, rules)} <= {str} and len(spans) == len(rules)
        if not known or cls is not Reference:
            return [cls(span, rule) for span, rule in zip(spans, rules, strict=True)]
        made: list[Any] = []
        for span, rule in zip(spans, rules, strict=True):
            draft: Any = _ReferenceDraft()
            draft.span = span
            draft.rule = rule
            draft.__class__ = cls
            made.append(draft)
        return made


_set_span, _set_rule = setters(Reference)


_ReferenceDraft = draft_of(Reference)


@frozen(slots=False, init=False)
class Actor:
    """Who acts: a person, state, organisation or group of the document, once.

    Attributes:
        id: Unique in the document.
        kind: What kind of actor it is.
        name: The fullest name that the text gives.
        acronym: Its acronym.
        code: ISO 3166-1 alpha-3 code of a state or territory.
        aliases: Other names in the text.
        honorifics: Canonical forms, in the order of the text.
        offices: Of a person.
        references: Every place in the text that means it, in order.

    Examples:
        >>> from diplokit import extract
        >>> [(actor.name, actor.code) for actor in extract("Malaysia and Peru agreed.").actors]
        [('Malaysia', 'MYS'), ('Peru', 'PER')]
    """

    id: str
    kind: ActorKind
    name: str
    acronym: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    references: tuple[Reference, ...] = ()
    rule: str = "actors"
    confidence: Confidence = Confidence.CERTAIN
    warnings: tuple[str, ...] = ()

    def __init__(
        self,
        id: str,
        kind: ActorKind | str,
        name: str,
        acronym: str | None = None,
        code: str | None = None,
        aliases: Iterable[str] = (),
        honorifics: Iterable[str] = (),
        offices: Iterable[Office] = (),
        references: Iterable[Reference] = (),
        rule: str = "actors",
        confidence: Confidence | str = Confidence.CERTAIN,
        warnings: Iterable[str] = (),
    ) -> None:
        if not (isinstance(id, str) and isinstance(name, str) and isinstance(rule, str)):
            raise TypeError(f"an actor has an id, a name and the name of a rule, not {id!r}, {name!r} and {rule!r}")
        if not ((acronym is None or isinstance(acronym, str)) and (code is None or isinstance(code, str))):
            raise TypeError(f"an acronym and a code are text, not {acronym!r} and {code!r}")
        vars(self).update(
            id=id,
            kind=kind if type(kind) is ActorKind else ActorKind(kind),
            name=name,
            acronym=acronym,
            code=code,
            aliases=tuple(aliases),
            honorifics=tuple(honorifics),
            offices=tuple(offices),
            references=tuple(references),
            rule=rule,
            confidence=confidence if type(confidence) is Confidence else Confidence(confidence),
            warnings=tuple(warnings),
        )

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the text means this actor."""
        return tuple(reference.span for reference in self.references)


@frozen(init=False)
class Participant:
    """An actor in a meeting, by its `id`, and the part it has."""

    actor: str
    participation: Participation = Participation.PARTICIPANT

    def __init__(self, actor: str, participation: Participation | str = Participation.PARTICIPANT) -> None:
        if not isinstance(actor, str):
            raise TypeError(f"a participant is the id of an actor, not {actor!r}")
        _set_actor(self, actor)
        _set_part(self, participation if type(participation) is Participation else Participation(participation))


_set_actor, _set_part = setters(Participant)


def _check_named(record: str, id: object, rule: object) -> None:
    """Refuse a record whose `id` or rule is no text; for records that write out their `__init__`."""
    if not (isinstance(id, str) and isinstance(rule, str)):
        raise TypeError(f"{record} has an id and the name of a rule, not {id!r} and {rule!r}")


def _check_told(first: object, second: object, third: object) -> None:
    """Refuse fields that hold words of a text where one is neither text nor left out."""
    if not (
        (first is None or isinstance(first, str))
        and (second is None or isinstance(second, str))
        and (third is None or isinstance(third, str))
    ):
        raise TypeError(f"what a text says is text, not {first!r}, {second!r} or {third!r}")


@frozen(slots=False, kw_only=True, init=False)
class Meeting:
    """A meeting, call, visit, session, signing or ceremony.

    Attributes:
        kind: What kind of meeting it is.
        name: Its name, if it has one.
        place: The place as the text names it.
        date: When it was or will be.
        occasion: On the sidelines of what, as the text says it.
        maiden: Whether the text calls a visit the first.
        topics: What was talked about, as the text says it.
        spans: Of `trigger` and of every field that the text gives.
    """

    id: str
    kind: MeetingKind
    name: str | None = None
    visit_type: VisitType | None = None
    maiden: bool = False
    mode: MeetingMode = MeetingMode.UNSPECIFIED
    status: MeetingStatus
    level: MeetingLevel | None = None
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    date: CalendarDate | None = None
    occasion: str | None = None
    topics: tuple[str, ...] = ()
    spans: Mapping[str, Span] = field(factory=dict)
    rule: str
    confidence: Confidence = Confidence.LIKELY
    warnings: tuple[str, ...] = ()

    def __init__(
        self,
        *,
        id: str,
        kind: MeetingKind | str,
        name: str | None = None,
        visit_type: VisitType | str | None = None,
        maiden: bool = False,
        mode: MeetingMode | str = MeetingMode.UNSPECIFIED,
        status: MeetingStatus | str,
        level: MeetingLevel | str | None = None,
        participants: Iterable[Participant] = (),
        place: str | None = None,
        date: CalendarDate | None = None,
        occasion: str | None = None,
        topics: Iterable[str] = (),
        spans: Mapping[str, Span] | None = None,
        rule: str,
        confidence: Confidence | str = Confidence.LIKELY,
        warnings: Iterable[str] = (),
    ) -> None:
        _check_named("a meeting", id, rule)
        _check_told(name, place, occasion)
        if not isinstance(maiden, bool):
            raise TypeError(f"a visit is the first or not, which {maiden!r} does not say")
        if not (date is None or isinstance(date, CalendarDate)):
            raise TypeError(f"the date of a meeting is a CalendarDate, not {date!r}")
        vars(self).update(
            id=id,
            kind=kind if type(kind) is MeetingKind else MeetingKind(kind),
            name=name,
            visit_type=visit_type if visit_type is None or type(visit_type) is VisitType else VisitType(visit_type),
            maiden=maiden,
            mode=mode if type(mode) is MeetingMode else MeetingMode(mode),
            status=status if type(status) is MeetingStatus else MeetingStatus(status),
            level=level if level is None or type(level) is MeetingLevel else MeetingLevel(level),
            participants=tuple(participants),
            place=place,
            date=date,
            occasion=occasion,
            topics=tuple(topics),
            spans=dict(spans or {}),
            rule=rule,
            confidence=confidence if type(confidence) is Confidence else Confidence(confidence),
            warnings=tuple(warnings),
        )


@frozen(slots=False, kw_only=True, init=False)
class Commitment:
    """What someone commits to, or calls on others to do.

    Attributes:
        act: What the text does with it; `force` follows from it.
        committers: The ids of those who commit.
        beneficiaries: The ids of those for whom.
        content: The clause, as it stands in the text.
        deadline: By when.
        amount: How much.
        instrument: The treaty or agreement that it names.
        speaker: The `id` of the actor who says so.
        spans: Of `trigger`, `content` and every field that the text gives.
    """

    id: str
    act: Act
    committers: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    content: str | None = None
    novelty: Novelty = Novelty.NEW
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    collectivity: Collectivity = Collectivity.UNILATERAL
    object_kind: ObjectKind = ObjectKind.ACTION
    specificity: tuple[Specificity, ...] = ()
    status: CommitmentStatus = CommitmentStatus.UNKNOWN
    deadline: CalendarDate | None = None
    amount: Money | None = None
    instrument: str | None = None
    speaker: str | None = None
    spans: Mapping[str, Span] = field(factory=dict)
    rule: str
    confidence: Confidence = Confidence.LIKELY
    warnings: tuple[str, ...] = ()

    def __init__(
        self,
        *,
        id: str,
        act: Act | str,
        committers: Iterable[str] = (),
        beneficiaries: Iterable[str] = (),
        content: str | None = None,
        novelty: Novelty | str = Novelty.NEW,
        polarity: Polarity | str = Polarity.POSITIVE,
        modality: Modality | str = Modality.ASSERTED,
        collectivity: Collectivity | str = Collectivity.UNILATERAL,
        object_kind: ObjectKind | str = ObjectKind.ACTION,
        specificity: Iterable[Specificity | str] = (),
        status: CommitmentStatus | str = CommitmentStatus.UNKNOWN,
        deadline: CalendarDate | None = None,
        amount: Money | None = None,
        instrument: str | None = None,
        speaker: str | None = None,
        spans: Mapping[str, Span] | None = None,
        rule: str,
        confidence: Confidence | str = Confidence.LIKELY,
        warnings: Iterable[str] = (),
    ) -> None:
        _check_named("a commitment", id, rule)
        _check_told(content, instrument, speaker)
        if not (deadline is None or isinstance(deadline, CalendarDate)):
            raise TypeError(f"a deadline is a CalendarDate, not {deadline!r}")
        if not (amount is None or isinstance(amount, Money)):
            raise TypeError(f"an amount is Money, not {amount!r}")
        vars(self).update(
            id=id,
            act=act if type(act) is Act else Act(act),
            committers=tuple(committers),
            beneficiaries=tuple(beneficiaries),
            content=content,
            novelty=novelty if type(novelty) is Novelty else Novelty(novelty),
            polarity=polarity if type(polarity) is Polarity else Polarity(polarity),
            modality=modality if type(modality) is Modality else Modality(modality),
            collectivity=collectivity if type(collectivity) is Collectivity else Collectivity(collectivity),
            object_kind=object_kind if type(object_kind) is ObjectKind else ObjectKind(object_kind),
            specificity=_specificities(specificity) if specificity else (),
            status=status if type(status) is CommitmentStatus else CommitmentStatus(status),
            deadline=deadline,
            amount=amount,
            instrument=instrument,
            speaker=speaker,
            spans=dict(spans or {}),
            rule=rule,
            confidence=confidence if type(confidence) is Confidence else Confidence(confidence),
            warnings=tuple(warnings),
        )

    @property
    def force(self) -> int | None:
        """How strongly it binds, from 0 (call) to 5 (conclude, decide); `None` for a refusal."""
        return self.act.force


@frozen(kw_only=True)
class Change:
    """How a trade figure moved.

    Attributes:
        direction: Which way.
        percent: By how many per cent.
        amount: By how much money.
        multiple: To how many times the base.
        basis: Against what.
        base_period: The period of the base, if the text names it.
    """

    direction: Direction = field(converter=Direction)
    percent: Decimal | None = field(default=None, validator=optional(instance_of(Decimal)))
    amount: Money | None = field(default=None, validator=_MONEY_OR_NONE)
    multiple: Decimal | None = field(default=None, validator=optional(instance_of(Decimal)))
    basis: Basis | None = _maybe(Basis)  # noqa: RUF009 — makes a field
    base_period: CalendarDate | None = field(default=None, validator=_DATE_OR_NONE)


@frozen(kw_only=True)
class Ranking:
    """What a partner ranks as: "second-largest trading partner in ASEAN"."""

    ordinal: int = field(validator=[instance_of(int), ge(1)])
    role: RankingRole = field(converter=RankingRole)
    among: RankingAmong = field(default=RankingAmong.WORLD, converter=RankingAmong)


@frozen(kw_only=True)
class TradeFigure:
    """An amount of trade, said once or in several currencies.

    Attributes:
        measure: What is measured.
        value: The amount; of a balance, negative for a deficit of the reporter.
        equivalents: The same amount in other currencies.
        period: When.
        reporter: The `id` of the actor whose trade it is.
        partner: The `id` of the other side, or `world`.
        commodity: As it stands in the text.
        spans: Of `value` and of every field that the text gives.
    """

    id: str = field(validator=_TEXT)
    measure: Measure = field(converter=Measure)
    value: Money = field(validator=instance_of(Money))
    equivalents: tuple[Money, ...] = field(default=(), converter=_tuple)
    qualifier: Qualifier = field(default=Qualifier.EXACT, converter=Qualifier)
    period: CalendarDate | None = field(default=None, validator=_DATE_OR_NONE)
    frequency: Frequency | None = _maybe(Frequency)  # noqa: RUF009 — makes a field
    reporter: str | None = field(default=None, validator=_TEXT_OR_NONE)
    partner: str | None = field(default=None, validator=_TEXT_OR_NONE)
    scope: Scope = field(default=Scope.UNSPECIFIED, converter=Scope)
    commodity: str | None = field(default=None, validator=_TEXT_OR_NONE)
    change: Change | None = field(default=None, validator=optional(instance_of(Change)))
    ranking: Ranking | None = field(default=None, validator=optional(instance_of(Ranking)))
    observation: Observation = field(default=Observation.ACTUAL, converter=Observation)
    spans: Mapping[str, Span] = field(factory=dict, converter=_spans)
    rule: str = field(validator=_TEXT)
    confidence: Confidence = field(default=Confidence.LIKELY, converter=Confidence)
    warnings: tuple[str, ...] = field(default=(), converter=_tuple)


@frozen
class Notice:
    """Something that went wrong or was left out while a document was read.

    Attributes:
        stage: `read`, `find`, `resolve`.
        who: The rule or plugin.
        message: What happened.
        span: Where.
    """

    stage: str = field(validator=_TEXT)
    who: str = field(validator=_TEXT)
    message: str = field(validator=_TEXT)
    span: Span | None = field(default=None, validator=optional(instance_of(Span)))


@frozen
class Source:
    """Which document an extraction is of, without its text."""

    id: str | None = field(default=None, validator=_TEXT_OR_NONE)
    locale: str = field(default="en", validator=_TEXT)
    published: dt.date | None = field(default=None, validator=optional(instance_of(dt.date)))
    length: int = field(default=0, validator=[instance_of(int), ge(0)])


RECORDS: dict[str, type] = {
    "actors": Actor,
    "meetings": Meeting,
    "commitments": Commitment,
    "trade_figures": TradeFigure,
}
"""The records that are not of plugins alone, by the name under which an extraction has them, in its order; all have ids."""


def _by_type(found: Iterable[Any]) -> tuple[Any, ...]:
    """Actors, meetings, commitments, trade figures, then what plugins add; the order within each stays."""
    order = tuple(RECORDS.values())
    return tuple(sorted(found, key=lambda record: order.index(type(record)) if type(record) in order else len(order)))


@frozen(slots=False)
class Extraction:
    """Everything that was found in one document.

    Attributes:
        document: Which document it is.
        mentions: What stands in the text.
        found: The records of every type: actors, meetings, commitments, trade figures, then those of plugins.
        warnings: What went wrong.
        text: The text itself, if at hand; it is not part of the plain data, and two extractions
            are equal whether or not they carry it.
    """

    document: Source = field(validator=instance_of(Source))
    mentions: Mentions = field(default=Mentions(), converter=_mentions)
    found: tuple[Any, ...] = field(default=(), converter=_by_type)
    warnings: tuple[Notice, ...] = field(default=(), converter=_tuple)
    text: str | None = field(default=None, eq=False, repr=False)

    def records(self, type: type[R]) -> tuple[R, ...]:
        """The records of one type, also of one that a plugin adds."""
        return tuple(record for record in self.found if isinstance(record, type))

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Who acts in the document."""
        return self.records(Actor)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings, calls, visits and signings."""
        return self.records(Meeting)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments and calls."""
        return self.records(Commitment)

    @cached_property
    def trade_figures(self) -> tuple[TradeFigure, ...]:
        """The trade figures."""
        return self.records(TradeFigure)

    def actor(self, id: str) -> Actor:
        """The actor of an `id`.

        Raises:
            KeyError: If there is none.
        """
        return self._actors_by_id[id]

    @cached_property
    def _actors_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain data, ready for JSON; see `diplokit.serialise`."""
        from .serialise import to_dict  # cattrs is loaded when it is needed, not on import

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Everything as JSON (UTF-8 text, keys in a fixed order).

        Examples:
            >>> from diplokit import extract
            >>> extract("").to_json()[:40]
            '{"document": {"id": null, "locale": "en"'
        """
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, types: Iterable[type] = ()) -> Self:
        """The extraction whose `to_dict` this is.

        Args:
            data: The plain data.
            types: Classes of values and records that plugins added: attrs classes and dataclasses. What is of none of
                them comes back as plain data, `diplokit.values.Other`.

        Raises:
            ValueError: If the data are not an extraction; the message says where.
        """
        from .serialise import from_dict

        return from_dict(cls, data, types)

    def to_html(self, *, title: str | None = None) -> str:
        """One self-contained page: the text with its mentions, and the records with their evidence.

        Raises:
            ValueError: If the extraction does not carry its text.
        """
        from .show.html import page

        return page(self, title=title)

    def _repr_html_(self) -> str:
        from .show.html import fragment

        return fragment(self)
