"""Which actors of a sentence stand together: "the President and the Prime Minister" is one group, "A met B" is two."""

from functools import lru_cache

from .meeting_patterns import compiled
from .meeting_sentences import Group, Head, Scene

_PLAIN = frozenset((" ", ", ", " and ", ", and ", " and the "))
_CONJUNCTION = r"\b(?:and|as well as|along with|together with)\b|&|;"
_LINK = (
    r"and with|as well as|along with|together with|and|or|both|the|his|her|its|their|"
    r"(?:of|for)(?=\s+(?:the\s+)?[<C><T><A>])|then|former|acting|visiting|also|"
    r"mr|mrs|ms|dr|sir|dato|counterparts?|prime|foreign|ministers?|president|premier|chancellor|secretary|deputy|vice|king|queen|"
    r"other|including|leaders?|officials?|commissioner|diplomat|veteran|chief|executive|general|crown|prince|first|lady|senior|minister|special|envoy"
)
_LINKS = rf"(?:[\s,;.()&]|'s?|-|(?:{_LINK})(?![\w])|[<C><T><A><P>]++)*+"
_PARTY = r"(?:'s)?\s+(?:delegation|team|side)\b"


@lru_cache(4096)
def _joins(gap: str) -> bool:
    """Whether a conjunction stands between two heads."""
    return compiled(_CONJUNCTION).search(gap) is not None


def groups_of(scene: Scene, heads: list[Head], persons: set[str], states: set[str]) -> list[Group]:
    """The groups of a sentence, in order.

    Args:
        scene: The sentence; actors that turn out to qualify another are added to its asides.
        heads: Its actors, in order.
        persons: Those that are persons.
        states: Those that are states.
    """
    offset, masked = scene.start, scene.masked
    groups: list[Group] = []
    run: list[Head] = []
    joints: list[bool] = []
    reach = 0
    for head in heads:
        if run:
            gap = masked[reach : head.start - offset]
            joined = _joint(gap, run[-1], head, persons)
            if joined is None:
                _close(groups, run, joints, masked, offset)
                run, joints = [], []
            else:
                if not joined and "," not in gap and head.ids[0] in persons and run[-1].ids[0] not in persons:
                    scene.asides.append(run.pop())  # "the Communist Party chief X"
                    joined = joints.pop() if joints else joined
                if run:
                    joints.append(joined)
        run.append(head)
        reach = head.end - offset
    if run:
        _close(groups, run, joints, masked, offset)
    before = None
    for group in groups:
        together = group.heads
        if len(together) > 1 and not persons.isdisjoint([head.ids[0] for head in together]):
            _leave_parties(group, scene, persons)
        if group.heads[0].ids[0] not in states:
            group.place = False
            before = None
        else:
            if before is not None and masked[before.end - offset : group.start - offset].strip() == ",":
                group.at = before.at  # "visited Nigeria, Ivory Coast and …": what governs the first
            before = group
    return groups


def _joint(gap: str, left: Head, right: Head, persons: set[str]) -> bool | None:
    """Whether a conjunction joins two heads; `None` where they stand in different parts of the sentence."""
    if len(gap) >= 160 or (gap not in _PLAIN and not compiled(_LINKS).fullmatch(gap)):
        return None
    if _joins(gap):
        return True
    if set(left.ids).isdisjoint(right.ids):
        person = left.ids[0] in persons
        if "," in gap:
            if person != (right.ids[0] in persons):
                return None
        elif person and right.ids[0] in persons and not gap.strip():
            return None
    return False


def _leave_parties(group: Group, scene: Scene, persons: set[str]) -> None:
    """Drop "the Malaysian delegation" beside "the Minister": whoever acts for the state is named."""
    party = compiled(_PARTY)
    group.heads = [head for head in group.heads if head.ids[0] in persons or not party.match(scene.after(head.end, 16))]
    group.start, group.end = group.heads[0].start, group.heads[-1].end
    group.at = group.start - scene.start


def _close(groups: list[Group], run: list[Head], joints: list[bool], masked: str, offset: int) -> None:
    """Add the groups of a run of heads: one, if a conjunction joins them, else one for each actor."""
    if len(run) == 1 or True in joints:
        groups.append(Group(run, masked, run[0].start - offset))
        return
    heads = [run[0]]
    for head in run[1:]:
        if not set(head.ids).isdisjoint(heads[-1].ids):
            heads.append(head)
        else:
            groups.append(Group(heads, masked, heads[0].start - offset))
            heads = [head]
    groups.append(Group(heads, masked, heads[0].start - offset))
