"""Which actors of a sentence stand together: "the President and the Prime Minister" is one group, "A met B" is two."""

from functools import lru_cache
from itertools import pairwise

from .patterns import ASIDE, compiled
from .sentences import Group, Head, Scene

_PLAIN = frozenset((" ", ", ", " and ", ", and ", " and the "))
_CONJUNCTION = r"\b(?:and|as well as|along with|together with|besides)\b|&|;"
_LINK_WORDS = (
    "and or both the his her its their then newly elected outgoing incoming former acting visiting also mr mrs ms dr sir dato counterpart counterparts prime foreign minister "
    "ministers president premier chancellor secretary deputy vice king queen other host hosts guest guests including leader leaders official "
    "officials commissioner diplomat veteran chief executive general crown prince first lady senior special envoy member chairman rapporteur head "
    "speaker governor mayor adviser advisor negotiator rival ally predecessor successor wife husband spouse"
).split()
_LINK = (
    rf"and with|as well as|along with|together with|besides|{'|'.join(_LINK_WORDS)}|"
    r"(?:of|for)(?=\s+(?:the\s+)?[<C><T><A>])"
)
_LINKS = rf"(?:[\s,;.()&]|'s?|-|(?:{_LINK})(?![\w])|[<C><T><A><P>]++)*+"
_FIRST_LINKS = frozenset((*_LINK_WORDS, "as", "along", "together", "besides", "of", "for"))
"""Words with which what joins two heads may begin."""
_PARTY = r"(?:'s)?\s+(?:delegation|team|side)\b"


@lru_cache(4096)
def _joins(gap: str) -> bool:
    """Whether a conjunction stands between two heads."""
    return compiled(_CONJUNCTION).search(gap) is not None


_DO = frozenset(
    "meet hold discuss agree sign vow pledge resume begin start open end exchange talk confer seek reaffirm review ink to launch conclude wrap step".split()
)

_HEADS_OF = (
    r"(?:[<T><A><C>]|\s)*(?:(?:foreign|prime|finance|defence|defense|trade|energy)?\s*(?:ministers|leaders|presidents|envoys|officials|premiers|fms|"
    r"negotiators|diplomats|delegations)\s+(?:of|from)\s+)?\Z"
)
"""Before those who act in a headline."""


def _headline(scene: Scene, run: list[Head]) -> bool:
    """Whether those at the head of a sentence do something together: "Kenya, Uganda sign a pact"."""
    if run[0].start - scene.start > 40 or not compiled(_HEADS_OF).match(scene.between(scene.start, run[0].start)):
        return False
    return scene.after(run[-1].end, 14)[1:].partition(" ")[0] in _DO and not compiled(r"[a-z]").search(
        scene.between(run[0].start, run[-1].end)
    )


def _list(scene: Scene, run: list[Head], persons: set[str]) -> bool:
    """Whether a run is a plain list without "and": "with Kenya, Uganda, Rwanda and others"."""
    if len(run) < 3 or not persons.isdisjoint([head.ids[0] for head in run]):
        return False
    return all(scene.between(one.end, other.start) == ", " for one, other in pairwise(run))


def groups_of(scene: Scene, heads: list[Head], persons: set[str], states: set[str]) -> list[Group]:
    """The groups of a sentence, in order.

    Args:
        scene: The sentence; actors that turn out to qualify another are added to its asides.
        heads: Its actors, in order.
        persons: Those that are persons.
        states: Those that are states.
    """
    offset, masked = scene.start, scene.masked
    runs = _runs(scene, heads, persons) if len(heads) > 1 else [heads]
    acting: set[int] = set()
    if len(heads) > 2:
        runs = [part for run in runs for part in _clauses(scene, run, persons, acting)]
    groups: list[Group] = []
    before = None
    apposed: list[Head] | None = None
    begin = 0
    for number, run in enumerate(runs):
        start = None
        if len(run) > 1 and number + 1 < len(runs) and len(runs[number + 1]) > 1:
            start = _apposed(scene, run, runs[number + 1], persons, states)
        if start is not None:
            apposed = runs[number + 1]
            first, last = run[0].start - offset, apposed[0].start - offset - 1
            masked = scene.masked = masked[:first] + ASIDE * (last - first) + masked[last:]
            scene.asides.extend(run)
            begin = start
            continue
        at = begin if run is apposed else run[0].start - offset
        if len(run) > 1 and not persons.isdisjoint([head.ids[0] for head in run]):
            run = _without_parties(run, scene, persons)
        place = run[0].ids[0] in states
        if place and before is not None and masked[before.end - offset : at].strip() == ",":
            at = before.at  # "visited Nigeria, Ivory Coast and …": what governs the first
        group = Group(run, masked, at, place)
        group.acts = run[0].start in acting
        groups.append(group)
        before = group if place else None
    return groups


_ACTS_TOO = (
    r"(?:,\s+(?!and\b|who\b|which\b)[^.;,\"]{3,80},)?\s+(?:(?:also|later|then|in turn|on)\s+|<D>+\s+|\w+ly\s+)*(?:(?:met|received|telephoned|phoned|visited|hosted|welcomed|told|said|conferred|"
    r"signed|arrived|left|flew|addressed|travelled|traveled)\b|(?:held|had)\s+(?:an?|talks|separate|bilateral|discussions|consultations)\b|"
    r"(?:will|is to|is due to|is scheduled to|is expected to)\s+(?:meet|receive|visit|hold|host|travel|arrive|attend|fly)\b)"
)
"""After the last of a run: it acts in a clause of its own."""
_MEETS = (
    r"(?<!\bwho )(?<!\bwhich )(?<!\bthat )(?<!\bafter )(?<!\bwill )\b(?:met(?:\s+with)?|received|telephoned|visited|hosted|"
    r"(?:held|had)\s+(?:[a-z-]+\s+){1,4}with|spoke\s+(?:to|with)|conferred\s+with)\s+(?:(?:the|his|her|visiting|[<T><A><C>]+)\s+)*\Z"
)
_WHILE = r"\b(?:after|before|when|while|since|as)\s+(?:(?:the|[<T><A><C>]+)\s+)*(?:[<H>]+|he|she|they)\s+(?:(?:had|has|also|later)\s+)*\Z"


def _clauses(scene: Scene, run: list[Head], persons: set[str], acting: set[int]) -> list[list[Head]]:
    """A run in two, where its end acts in a clause of its own, which is noted: "A met B, and C received D"."""
    if len(run) < 2 or run[-1].ids[0] not in persons or not compiled(_ACTS_TOO).match(scene.after(run[-1].end, 130)):
        return [run]
    left = scene.before(run[0].start, 80)
    meets = compiled(_MEETS).search(left)
    if meets is None or compiled(_WHILE).search(left, 0, meets.start()):
        return [run]
    gaps = [scene.between(one.end, other.start) for one, other in pairwise(run)]
    ends = [n for n, gap in enumerate(gaps, 1) if gap.startswith(", and")][:1]
    ends = ends or [n for n, gap in enumerate(gaps, 1) if gap.startswith(" and")][-1:]
    if not ends:
        return [run]
    acting.add(run[ends[0]].start)
    return [run[: ends[0]], run[ends[0] :]]


_RANKS_OF = (
    r"(?:\b(?:[a-z]+\s+)?(?:ministers|presidents|leaders|premiers|heads of (?:state|government)|chancellors|counterparts|colleagues|peers|"
    r"envoys)|[<T>]+)\s+(?:of|from)\s+(?:the\s+)?\Z"
)


def _apposed(scene: Scene, run: list[Head], after: list[Head], persons: set[str], states: set[str]) -> int | None:
    """Where "the foreign ministers of Peru and Chile, A and B" begins, if states only say whose ministers are named next."""
    if not states.issuperset([head.ids[0] for head in run]):
        return None
    if scene.between(run[-1].end, after[0].start).strip() != "," or after[0].ids[0] not in persons:
        return None
    left = scene.before(run[0].start, 40)
    found = compiled(_RANKS_OF).search(left)
    return None if found is None else run[0].start - scene.start - len(left) + found.start()


def _runs(scene: Scene, heads: list[Head], persons: set[str]) -> list[list[Head]]:
    """The heads, taken together where the words between them join them."""
    offset, masked = scene.start, scene.masked
    runs: list[list[Head]] = []
    run: list[Head] = []
    joints: list[bool] = []
    previous: Head | None = None
    for number, head in enumerate(heads):
        if previous is not None and previous.ids[0] in persons and _bears(scene, heads, number, persons):
            scene.asides.append(head)  # "met A, Foreign Affairs Committee Chairman B and C"
            begin, end = head.start - offset, head.end - offset
            masked = scene.masked = masked[:begin] + ASIDE * (end - begin) + masked[end:]
            continue
        if previous is not None:
            gap = masked[previous.end - offset : head.start - offset]
            joined = _joint(gap, previous, head, persons)
            if joined is None:
                runs += _ended(scene, run, joints, persons)
                run, joints = [], []
            else:
                if not joined and "," not in gap and head.ids[0] in persons and previous.ids[0] not in persons:
                    scene.asides.append(run.pop())  # "the Communist Party chief X"
                    joined = joints.pop() if joints else joined
                    while run and run[-1].ids == scene.asides[-1].ids and not joined:
                        scene.asides.append(run.pop())  # "the Republic of Korea (ROK) Foreign Minister X"
                        joined = joints.pop() if joints else joined
                if run:
                    joints.append(joined)
        run.append(head)
        previous = head
    runs += _ended(scene, run, joints, persons)
    return runs


def _ended(scene: Scene, run: list[Head], joints: list[bool], persons: set[str]) -> list[list[Head]]:
    """A run that has come to its end: whole where its heads are joined, else what of it belongs together."""
    whole = len(run) == 1 or True in joints or _headline(scene, run) or _list(scene, run, persons)
    return [run] if whole else _apart(run)


_OFFICE = r"\s(?:[<T><C>]|vice-?|deputy|chairman|chair|chairwoman|chief|head|leader|president|member|rapporteur|secretary|general|director|spokesman|\s)+\s"


def _bears(scene: Scene, heads: list[Head], number: int, persons: set[str]) -> bool:
    """Whether a body only says whose office the one named right behind it holds: "World Bank President A"."""
    head = heads[number]
    if number + 1 == len(heads) or head.ids[0] in persons or head.rule != "name":
        return False
    after = heads[number + 1]
    gap = scene.between(head.end, after.start)
    return after.ids[0] in persons and (gap == " " or compiled(_OFFICE).fullmatch(gap) is not None)


def _joint(gap: str, left: Head, right: Head, persons: set[str]) -> bool | None:
    """Whether a conjunction joins two heads; `None` where they stand in different parts of the sentence."""
    if gap not in _PLAIN:
        if len(gap) >= 160:
            return None
        word = gap[:40].lstrip(" ,").partition(" ")[0]
        if (word.isalpha() and word not in _FIRST_LINKS) or not compiled(_LINKS).fullmatch(gap):
            return None
    if _joins(gap):
        if "with " in gap and (left.ids[0] in persons) != (right.ids[0] in persons):
            return None  # "visited Peru together with Minister A"
        return True
    if set(left.ids).isdisjoint(right.ids):
        person = left.ids[0] in persons
        if "," in gap:
            if person != (right.ids[0] in persons):
                return None
        elif person and right.ids[0] in persons and not gap.strip():
            return None
    return False


def _without_parties(run: list[Head], scene: Scene, persons: set[str]) -> list[Head]:
    """Actors without "the Malaysian delegation" beside "the Minister": whoever acts for the state is named."""
    party = compiled(_PARTY)
    return [head for head in run if head.ids[0] in persons or not party.match(scene.after(head.end, 16))]


def _apart(run: list[Head]) -> list[list[Head]]:
    """A run of heads that no conjunction joins: one list for each actor."""
    runs = [[run[0]]]
    for head in run[1:]:
        if set(head.ids).isdisjoint(runs[-1][-1].ids):
            runs.append([head])
        else:
            runs[-1].append(head)
    return runs
