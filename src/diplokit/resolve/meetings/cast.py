"""Who acts in a document, and for whom: the state behind a person, the two states in "ASEAN-Japan" and "Pak-Iran"."""

from functools import cached_property

from diplokit import Actor, Document

from .sentences import Head

_PREFIXES = {
    "pak": "PAK",
    "indo": "IND",
    "russo": "RUS",
    "anglo": "GBR",
    "franco": "FRA",
    "greco": "GRC",
    "turco": "TUR",
}
"""How states are called before the name of another."""


class Cast:
    """The actors of a document.

    Attributes:
        document: The document.
        actors: Its actors, by `id`.
        persons: The ids of those that are persons.
        states: The ids of those that are states or territories.
    """

    document: Document
    actors: dict[str, Actor]
    persons: set[str]
    states: set[str]
    _sides: dict[str, str | None]

    def side(self, id: str) -> str | None:
        """The state or organisation for which a person acts, the actor itself if it is none."""
        if id not in self.persons:
            return id
        if id in self._sides:
            return self._sides[id]
        side = None
        for office in self.actors[id].offices:
            if office.of:
                side = office.of
                break
        self._sides[id] = side
        return side

    def members(self, head: Head) -> list[str]:
        """The actors that a head means; "ASEAN-Japan" means two where the text knows both."""
        text = self.document.text[head.start : head.end]
        if "-" in text and len(head.ids) == 1:
            parts = [self._by_name.get(part.casefold()) for part in text.split("-")]
            if all(parts):
                return [part for part in parts if part]
        first = self._prefixed(head.start)
        return list(head.ids) if first is None else [first, *head.ids]

    def _prefixed(self, start: int) -> str | None:
        """The state that a short form glued to an offset means: "Pak-Iran talks"."""
        folded = self.document.folded
        if start < 4 or folded[start - 1] != "-":
            return None
        return self.state_of(_PREFIXES.get(folded[max(0, start - 7) : start - 1].rpartition(" ")[2]))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for id, actor in self.actors.items():
            for name in (actor.name, actor.acronym, actor.code, *actor.aliases):
                if name:
                    names.setdefault(name.casefold(), id)
        return names

    @cached_property
    def _by_code(self) -> dict[str | None, str]:
        return {self.actors[id].code: id for id in reversed(self.actors) if id in self.states}

    def state_of(self, code: str | None) -> str | None:
        """The `id` of the state with a code, if the text names it."""
        return None if code is None else self._by_code.get(code)
