"""Who the persons of a text are, and what offices they hold, as it tells beside their names."""

from collections.abc import Sequence
from functools import cache

from diplokit import Document, Mention, Span, Title
from diplokit.tables import table
from diplokit.vocabulary import ActorKind, Confidence

from .cast import Cast, Member
from .naming import Bodies
from .offices import Owners, drop_ranks, hold
from .person_names import Persons
from .pointers import Placed
from .shared_offices import shared_offices
from .terms import IGO_HEAD, OTHER
from .titles_beside import Borne

_HAVE_DIRECTORS = frozenset("WHO WTO UNESCO FAO ILO IAEA IOM OPCW UNIDO WIPO CERN".split())
"""The international organisations at whose head stands a Director-General."""
_SECRETARIES = frozenset(("Secretary-General", "Secretary General"))
_NO_SECRETARY = _HAVE_DIRECTORS | frozenset("EU EC EEC IMF WB WBG IBRD ADB AfDB AIIB NDB EBRD EIB IDB IsDB".split())
"""The international organisations at whose head stands no Secretary-General."""
_Held = tuple[Mention[Title], Member | None, Member | None]
"""A title, whose office it is, and to whom its holder is sent."""


def name_persons(
    document: Document,
    cast: Cast,
    bodies: Bodies,
    owners: Owners,
    around: Sequence[Borne],
    alone: list[Mention[Title]],
) -> tuple[dict[int, Member], list[Placed]]:
    """Make members of the persons, and let them hold the offices that stand beside their names.

    Args:
        document: The document.
        cast: Where the members go.
        bodies: The states and organisations of the text.
        owners: Who tells whose an office is.
        around: What stands around each name.
        alone: The titles without a name; those beside a name that turn out to be of another are added.

    Returns:
        The persons by the start of the name; and every place that names one, by name or by title.
    """
    who: dict[int, Member] = {}
    names: list[Placed] = []
    persons = Persons(cast)
    shared: dict[int, list[_Held]] = {}
    for start, title, of in shared_offices(document, around, bodies):
        shared.setdefault(start, []).append((title, of, None))
    folded, text = document.folded, document.text
    last: Member | None = None
    last_end = -1
    consorts: dict[Member, Member] = {}
    for one in around:
        person, titles = one.person, one.titles
        span = person.span
        start, end = span.start, span.end
        beside: Sequence[_Held] = ()
        if titles:
            beside = owners.of_all(one)
            if len(beside) < len(titles):
                kept = [title for title, _, _ in beside]
                alone += [title for title in titles if not any(title is other for other in kept)]
        in_common = shared.get(start, ()) if shared else ()
        known = None
        if folded.startswith(")", end) and not titles and folded[last_end:start].strip() == "(":
            known = last  # "Joko Widodo (Jokowi)"
        member = persons.name(
            person,
            _gender(one) if one.honorifics else None,
            (*beside, *in_common) if in_common else beside,
            styled=one.start < start,
            known=known,
        )
        if titles and last is not None and titles[0].text == "Queen" and _married(last, folded[last_end : one.start]):
            consorts[member] = last
        last, last_end = member, end
        who[start] = one.member = member
        names.append((start, end, member))
        for honorific in one.honorifics:
            member.honorifics[honorific.value.form] = None
        for title, of, to in beside:
            place = title.span
            more = ""
            if place.start in one.ends:
                place = Span(place.start, one.ends[place.start])
                more = text[title.span.end : place.end]
            hold(member, title, of, to, more)
            member.mean(place, "office")
            names.append((place.start, place.end, member))
        for title, of, _ in in_common:
            hold(member, title, of, None)
    for member in dict.fromkeys(who.values()):
        if len(member.offices) > 1:
            drop_ranks(member)
        for holding in member.offices:
            if member in consorts and holding.title == "Queen":
                holding.role = OTHER
                for held in consorts[member].offices:  # "King X and Queen Y of Norway"
                    held.of = held.of or holding.of
            if holding.role is IGO_HEAD and holding.of is None and holding.title.startswith("Director"):
                if _HAVE_DIRECTORS.isdisjoint([other.acronym for other in cast.members]):
                    holding.role = OTHER  # of a department
            elif holding.role is IGO_HEAD and holding.of is None and holding.title in _SECRETARIES:
                headed = [one for one in cast.members if one.kind is ActorKind.IGO and one.acronym not in _NO_SECRETARY]
                if len(headed) == 1:
                    holding.of, holding.confidence = headed[0], Confidence.LIKELY
    return who, names


def _married(before: Member, gap: str) -> bool:
    """Whether a Queen is named as the wife of the one before her: "King X and Queen Y"."""
    return gap.strip() == "and" and any(held.title == "King" for held in before.offices)


def _gender(one: Borne) -> str | None:
    for honorific in one.honorifics:
        gender = _genders().get(honorific.value.form)
        if gender:
            return gender
    return None


@cache
def _genders() -> dict[str, str]:
    """Of which gender the bearers of an honorific are, by its canonical form."""
    return {row["canonical"]: row["gender"] for row in table("en/honorifics.tsv") if row["gender"]}
