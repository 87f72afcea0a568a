"""The rank of those who meet: by their offices, by the words that name them without a name, or as the text says outright."""

import re
from collections.abc import Iterable
from functools import cache

from diplokit.vocabulary import MeetingLevel as Level
from diplokit.vocabulary import Role

from .parts import Participants
from .sightings import Sighting
from .stage import Stage

_BY_ROLE = {
    Role.HEAD_OF_STATE: Level.HEADS_OF_STATE,
    Role.HEAD_OF_GOVERNMENT: Level.HEADS_OF_GOVERNMENT,
    Role.FOREIGN_MINISTER: Level.MINISTERS,
    Role.MINISTER: Level.MINISTERS,
    Role.DEPUTY_MINISTER: Level.SENIOR_OFFICIALS,
    Role.ENVOY: Level.SENIOR_OFFICIALS,
    Role.AMBASSADOR: Level.AMBASSADORS,
    Role.DIPLOMAT: Level.SENIOR_OFFICIALS,
    Role.LEGISLATOR: Level.PARLIAMENTARY,
}
_RANKS = list(Level)
_WORDS = (
    (Level.PARLIAMENTARY, r"speakers? of (?:the )?(?:national )?parliaments?|(?:inter-)?parliamentary|parliamentarians|lawmakers|legislators|members of parliament|mps|senators|congressmen"),
    (Level.WORKING, r"(?:\w+ )?experts|(?:technical|expert|working) (?:committees?|groups?|teams?|delegations?)|working part(?:y|ies)|specialists|technicians"),
    (Level.SENIOR_OFFICIALS, r"(?:senior|high-ranking|top|high-level|ranking) (?:\w+ ){0,2}?(?:officials|diplomats)|(?:deputy|vice|assistant)[ -](?!prime)(?:\w+ ){0,2}?ministers?|permanent secretaries|undersecretaries|under-secretaries|special envoys"),
    (Level.AMBASSADORS, r"ambassadors?"),
    (Level.HEADS_OF_STATE, r"(?<!vice )(?<!vice-)(?<!deputy )presidents?|monarchs|kings?|emirs?|heads of state(?! (?:and|or) government)"),
    (Level.HEADS_OF_GOVERNMENT, r"(?<!deputy )(?<!vice )(?<!vice-)(?:prime ministers?|premiers?)|(?<!of state and )(?<!of state or )heads of government|(?<!vice )chancellors?"),
    (Level.MINISTERS, r"(?<!deputy )(?<!vice )(?<!vice-)(?<!prime )(?<!assistant )ministers?"),
)  # fmt: skip
"""What they are called of whom the text tells no name."""
_OF_LEVEL = (
    ("working", Level.WORKING), ("expert", Level.WORKING), ("technical", Level.WORKING), ("ministerial", Level.MINISTERS),
    ("minister", Level.MINISTERS), ("ambassador", Level.AMBASSADORS), ("ambassadorial", Level.AMBASSADORS),
    ("parliamentary", Level.PARLIAMENTARY), ("senior official", Level.SENIOR_OFFICIALS), ("deputy minister", Level.SENIOR_OFFICIALS),
    ("vice minister", Level.SENIOR_OFFICIALS), ("vice-minister", Level.SENIOR_OFFICIALS), ("vice-ministerial", Level.SENIOR_OFFICIALS),
    ("vice foreign minister", Level.SENIOR_OFFICIALS), ("deputy foreign minister", Level.SENIOR_OFFICIALS),
    ("director-general", Level.SENIOR_OFFICIALS), ("foreign minister", Level.MINISTERS), ("prime minister", Level.HEADS_OF_GOVERNMENT),
    ("head of state", Level.HEADS_OF_STATE), ("presidential", Level.HEADS_OF_STATE),
)  # fmt: skip
"""What stands before "-level", and behind "at the level of"."""


@cache
def _called() -> re.Pattern[str]:
    """Those of a rank, one group for each."""
    return re.compile(rf"\b(?:{'|'.join(f'({words})' for _, words in _WORDS)})(?![\w-])")


@cache
def _of_state() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Those of a rank before "of" and a state, and behind the adjective of one."""
    ranks = "|".join(f"({words})" for _, words in _WORDS)
    return (
        re.compile(
            rf"\b(?:{ranks})(?: (?:delegations?|teams?|missions?|groups?))?(?: (?:of|from)) (?:the )?(?:(?!\b(?:met|with|and the|who)\b)[^.;:()]){{0,45}}?\Z"
        ),
        re.compile(
            rf"(?:'s?)? (?:(?:[\w-]+,? )?and [\w-]+ )?(?:foreign |trade |defence |defense |finance |energy )?(?:{ranks})(?![\w-])"
        ),
    )


@cache
def _levels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A level before and behind the word that tells of a meeting."""
    named = "|".join(sorted((name.replace(" ", "[ -]") for name, _ in _OF_LEVEL), key=len, reverse=True))
    return (
        re.compile(rf"\b({named})s?'?[- ]level (?:[a-z-]+ ){{0,2}}\Z"),
        re.compile(
            rf"[^.;]{{0,80}}?\bat (?:(?:the |an? )?({named})(?:s'?)?[- ]level\b|(?:the )?level of (?:the )?({named})s?\b)"
        ),
    )


def level_of(stage: Stage, first: Sighting, participants: Participants) -> Level | None:
    """The rank of those who meet, where the text gives the office of at least two, of the only one, or says it outright."""
    folded, start, end = stage.document.folded, first.trigger.start, first.trigger.end
    sentence = stage.document.sentences[first.sentence]
    if folded.find("level", max(start - 40, sentence.start), min(end + 110, sentence.end)) >= 0:
        before, behind = _levels()
        found = before.search(folded, max(start - 60, sentence.start), start)
        found = found or behind.match(folded, end, min(end + 130, sentence.end))
        if found is not None:
            return _named(found)
    levels = set(_by_offices(stage, participants)) or set(_by_words(stage, participants))
    if not levels:
        return None
    return levels.pop() if len(levels) == 1 else Level.MIXED


def _named(found: re.Match[str]) -> Level:
    """The level that a text names."""
    name = found[found.lastindex or 1]
    known = dict(_OF_LEVEL)
    return known.get(name) or known[name.replace("-", " ")]


def _by_offices(stage: Stage, ids: Iterable[str]) -> Iterable[Level]:
    """The ranks of the persons, by their offices."""
    for id in stage.persons.intersection(ids):
        own = [_BY_ROLE[office.role] for office in stage.actors[id].offices if office.role in _BY_ROLE]
        if own:  # a Prime Minister who is also Finance Minister meets as the former
            yield own[0] if len(own) == 1 else min(own, key=_RANKS.index)


def _by_words(stage: Stage, participants: Participants) -> Iterable[Level]:
    """The ranks of those without a name: "the foreign ministers of Nepal and Bhutan", "Japanese lawmakers"."""
    folded = stage.document.folded
    before, behind = _of_state()
    for _, where in participants.values():
        found = _called().search(folded, where.start, where.end) or behind.match(folded, where.end, where.end + 70)
        if found is None:
            left = folded[max(where.start - 90, 0) : where.start]
            found = before.search(left) if " of " in left or " from " in left else None
        if found is not None and found.lastindex is not None:
            yield _WORDS[found.lastindex - 1][0]
