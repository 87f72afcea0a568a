"""Offices told in the plural: "Presidents X and Y", "the foreign ministers of A and B, X and Y"."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from diplokit import Document, Hit, Lexicon, Mention, Place, Span, Title
from diplokit.vocabulary import PlaceForm, Role

from .cast import Member
from .naming import Bodies
from .titles_beside import Borne

_OFFICES = {
    "presidents": ("President", Role.HEAD_OF_STATE),
    "kings": ("King", Role.HEAD_OF_STATE),
    "prime ministers": ("Prime Minister", Role.HEAD_OF_GOVERNMENT),
    "premiers": ("Premier", Role.HEAD_OF_GOVERNMENT),
    "chancellors": ("Chancellor", Role.HEAD_OF_GOVERNMENT),
    "foreign ministers": ("Foreign Minister", Role.FOREIGN_MINISTER),
    "foreign secretaries": ("Foreign Secretary", Role.FOREIGN_MINISTER),
    "defence ministers": ("Defence Minister", Role.MINISTER),
    "defense ministers": ("Defense Minister", Role.MINISTER),
    "trade ministers": ("Trade Minister", Role.MINISTER),
    "finance ministers": ("Finance Minister", Role.MINISTER),
    "deputy prime ministers": ("Deputy Prime Minister", Role.DEPUTY_HEAD),
    "deputy foreign ministers": ("Deputy Foreign Minister", Role.DEPUTY_MINISTER),
    "vice foreign ministers": ("Vice Foreign Minister", Role.DEPUTY_MINISTER),
    "vice presidents": ("Vice President", Role.DEPUTY_HEAD),
    **{
        f"{portfolio} ministers": (f"{portfolio.title()} Minister", Role.MINISTER)
        for portfolio in (
            "interior",
            "energy",
            "oil",
            "economy",
            "commerce",
            "industry",
            "agriculture",
            "health",
            "education",
            "environment",
            "transport",
            "tourism",
            "culture",
            "justice",
            "labour",
            "labor",
            "home",
            "information",
            "water",
        )
    },
    "vice premiers": ("Vice Premier", Role.DEPUTY_HEAD),
    "deputy presidents": ("Deputy President", Role.DEPUTY_HEAD),
    "state secretaries": ("State Secretary", Role.DEPUTY_MINISTER),
    "vice ministers": ("Vice Minister", Role.DEPUTY_MINISTER),
    "high commissioners": ("High Commissioner", Role.AMBASSADOR),
    "special envoys": ("Special Envoy", Role.ENVOY),
    "special representatives": ("Special Representative", Role.ENVOY),
    "envoys": ("Envoy", Role.ENVOY),
    "senators": ("Senator", Role.LEGISLATOR),
    "congressmen": ("Congressman", Role.LEGISLATOR),
    "speakers": ("Speaker", Role.LEGISLATOR),
    "secretaries-general": ("Secretary-General", Role.IGO_HEAD),
    "ministers": ("Minister", Role.MINISTER),
    "deputy ministers": ("Deputy Minister", Role.DEPUTY_MINISTER),
    "governors": ("Governor", Role.SUBNATIONAL_HEAD),
    "ambassadors": ("Ambassador", Role.AMBASSADOR),
    "counterparts": ("Counterpart", Role.OTHER),
}
_CARRIED = frozenset((Role.FOREIGN_MINISTER, Role.MINISTER, Role.DEPUTY_MINISTER))
"""The offices that all in a list hold where only the first is called by it."""
_IN_LISTS = frozenset((",", "and", ", and", "&"))
_BETWEEN = 40
_MOST = 8
_OF_LOWER_RANK = frozenset("deputy vice former ex-foreign junior assistant shadow then".split())


def _words(locale: str) -> Mapping[str, object]:
    return {word: Title(*office) for word, office in _OFFICES.items()} if locale.startswith("en") else {}


SHARED_OFFICES = Lexicon("offices in the plural", _words)
"""Offices in the plural, each with the office of one."""


def shared_offices(
    document: Document, around: Sequence[Borne], bodies: Bodies
) -> Iterator[tuple[int, Mention[Title], Member | None]]:
    """The offices that the text tells in the plural.

    Yields:
        The start of the name of a holder, the title, and of which state it is.
    """
    if len(around) < 2:
        return
    hits = document.hits(SHARED_OFFICES)
    yield from _carried_on(document, around, bodies, hits)
    if not hits:
        return
    folded, meant = document.folded, bodies.meant
    starts = [one.start for one in around]
    places = bodies.states()
    place_starts = [place.span.start for place in places]
    for hit in hits:
        end, states = hit.end, []
        at = bisect_left(place_starts, end)
        while at < len(places) and folded[end : places[at].span.start].strip() in ("of", "of the", ",", "and", ", and"):
            states.append(meant[places[at].span.start])
            end = places[at].span.end
            at += 1
        ahead = [] if states else _adjectives(folded, places, bisect_left(place_starts, hit.start), hit.start)
        found: list[tuple[Borne, Member | None]] = []
        first = bisect_left(starts, end)
        for one in around[first : first + _MOST]:
            gap = folded[end : one.start].strip()
            if gap not in (("", ",", "-") if not found else (",", "and", ", and", "&")):
                break
            if any(end < title.span.start < one.person.span.start for title in one.titles):
                break  # "the foreign ministers, X and Y, and UN envoy Z"
            end = one.end
            owner = None
            at = bisect_left(place_starts, end)
            gap = folded[end : places[at].span.start] if at < len(places) else ""
            if gap in (" of ", " of the ", " ("):
                owner, end = meant[places[at].span.start], places[at].span.end + gap.count("(")
            found.append((one, owner))
        if len(ahead) == len(found) > 1:
            states = [meant[place.span.start] for place in ahead]
        elif len(states) == len(found) == 1:
            while (pair := _pair(folded, places, place_starts, around, starts, end)) is not None:
                found.append((pair[0], None))
                states.append(meant[pair[1].span.start])
                end = pair[0].end
        if len(found) < 2 or (states and len(states) != len(found)):
            continue
        before = folded[max(0, hit.start - 8) : hit.start].split()[-1:]
        if before and before[0] in _OF_LOWER_RANK:
            continue
        span, office = Span(hit.start, hit.end), hit.meaning
        if folded.startswith("counterparts", hit.start):
            office = _office_before(document, around[: bisect_left(starts, hit.start)], hit.start)
            if office is None:
                continue
        assert isinstance(office, Title)  # what the hits hold
        title = Mention("title", span, document[span], office, "shared office")
        for number, (one, owner) in enumerate(found):
            yield one.person.span.start, title, states[number] if states else owner


def _office_before(document: Document, before: Sequence[Borne], start: int) -> Title | None:
    """The office of the one whose counterparts are named: the first in the sentence with one."""
    sentence = document.sentence_at(start).start
    for one in before:
        if one.start >= sentence and one.titles:
            value = one.titles[-1].value
            return Title(value.name, value.role)
    return None


def _carried_on(
    document: Document, around: Sequence[Borne], bodies: Bodies, hits: Sequence[Hit]
) -> Iterator[tuple[int, Mention[Title], Member | None]]:
    """The office of the first of a list that the others hold in their states: "Foreign Minister A, Iraq's B and Oman's C".

    A head of state stands in a list with heads of government too, so that their offices are only carried on where the
    text tells of several who hold it.
    """
    folded = document.folded
    office: Mention[Title] | None = None
    end = -1
    for one in around:
        if one.titles:
            office = one.titles[-1] if one.titles[-1].span.end <= one.person.span.start else None
            if office is not None and office.value.role not in _CARRIED and office.value.role not in _shared(hits):
                office = None
            end = one.end
            continue
        if office is None:
            continue
        start = one.start
        if start - end > _BETWEEN or not folded.endswith("'s ", end, start):
            office = None
            continue
        at = bisect_left(bodies.starts, start) - 1
        place = bodies.mentions[at] if at >= 0 else None
        ends_there = place is not None and place.kind == "place" and place.span.end == start - 3
        if place is None or not ends_there or folded[end : place.span.start].strip() not in _IN_LISTS:
            office = None
            continue
        owner = bodies.meant.get(place.span.start)
        if owner is not None and owner.state and not _titled(one, around):
            yield one.person.span.start, office, owner
        end = one.end


def _titled(one: Borne, around: Sequence[Borne]) -> bool:
    """Whether the text gives one of the same name, or of a part of it, a title elsewhere."""
    names = frozenset(one.person.text.split())
    return any(other.titles and not names.isdisjoint(other.person.text.split()) for other in around)


def _shared(hits: Sequence[Hit]) -> set[Role]:
    """The roles that the text tells in the plural."""
    return {hit.meaning.role for hit in hits if isinstance(hit.meaning, Title)}


def _pair(
    folded: str,
    places: Sequence[Mention[Place]],
    place_starts: Sequence[int],
    around: Sequence[Borne],
    starts: Sequence[int],
    end: int,
) -> tuple[Borne, Mention[Place]] | None:
    """The next state and holder of a list: "the Ambassadors of Peru, A; Kenya, B and Ghana, C"."""
    at, first = bisect_left(place_starts, end), bisect_left(starts, end)
    if at == len(places) or first == len(around):
        return None
    place, one = places[at], around[first]
    if folded[end : place.span.start].strip() not in (";", "; and", "and", ", and"):
        return None
    return (one, place) if folded[place.span.end : one.start] == ", " else None


def _adjectives(folded: str, places: Sequence[Mention[Place]], following: int, start: int) -> list[Mention[Place]]:
    """The states named before an office, each for one holder: "the Russian and Chinese foreign ministers"."""
    found: list[Mention[Place]] = []
    for place in reversed(places[max(0, following - _MOST) : following]):
        gap = folded[place.span.end : start].strip()
        if place.value.form is not PlaceForm.ADJECTIVE or gap not in ((",", "and", ", and") if found else ("",)):
            break
        found.insert(0, place)
        start = place.span.start
    return found if len(found) > 1 else []
