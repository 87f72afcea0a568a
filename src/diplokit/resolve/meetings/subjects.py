"""Who acts where a verb or a noun tells of a meeting."""

from operator import attrgetter

from .patterns import ASIDE, HEAD, compiled
from .roles import PREPOSITIONS
from .sentences import Group, Scene

_CHAIN = (
    r"[\s,-]*+(?:\([^)]{0,40}\)\s*)?(?:(?:who|which|will|shall|would|has|have|had|is|are|was|were|be|been|being|am|to|also|then|later|earlier|"
    r"today|yesterday|tomorrow|recently|separately|jointly|on|both|each|again|scheduled|expected|due|set|slated|just|first|next|this|last|week|"
    r"each|himself|herself|nations|countries|economies|industrial|leaders|ministers|officials|members|states|not|no|longer|never|reportedly|currently|now|the|here|did|do|does|briefly|all|themselves|going|agreed|agree|already|still|once|plan|plans|planned|decided|want|wants|hope|hopes|hoped|intend|intends|refused|declined|promised|failed|supposed|prepared|ready|able|"
    r"likely|continued|continue|began|begin|started|sought|[<D>]++|\w+ly)[\s,]*+)*+\Z"
)


_NATIONALS = (
    r"(?:(?<![\w<H>])[<H>]+(?:,\s+[<A><H>]+)*\s+and\s+)?[<A>]+(?:'s|')?(?:[\s,]+(?:and\s+)?[<A><H>]+(?:'s|')?)*\s+(?:[a-z-]+\s+){0,3}?(?:officials|ministers|leaders|negotiators|delegations|delegates|diplomats|envoys|presidents|premiers|fms|pms|chiefs|secretaries|commanders|speakers|lawmakers|ambassadors|"
    r"sides|experts|representatives|delegation|authorities|foreign ministers|counterparts?|teams|(?<=<A>\s)<C>{3})(?:[\s,]+(?:also|have|had|has|will|would|may|might|could|shall|are|were|is|was|been|to|be|due|set|expected|scheduled|then|first|together|again|later|[<D>]+|on|earlier|"
    r"separately|jointly|today|yesterday|recently|last|this|next|week|month))*\s+\Z"
)


def _nationals(scene: Scene, at: int) -> Group | None:
    """Those for whom "Turkish and Greek officials" act."""
    if not scene.asides:
        return None
    left = scene.before(at, 160)
    if ASIDE not in left:
        return None
    found = compiled(_NATIONALS).search(left)
    if found is None:
        return None
    begin = at - len(left) + found.start()
    several = " and " in found[0] or "," in found[0]  # "Peru's and Chile's foreign ministers"
    heads = [head for head in scene.asides if begin <= head.start < at and (head.rule == "demonym" or several)]
    if several and HEAD in found[0]:  # "US and Chinese officials"
        heads += [head for group in scene.groups for head in group.heads if begin <= head.start < at]
    heads.sort(key=attrgetter("start", "end"))
    return Group(heads, scene.before(heads[0].start, 100)) if heads else None


INVITED = frozenset(
    "invite invites invited inviting urge urges urged urging ask asks asked asking encourage encourages encouraged encouraging press presses "
    "pressed pressing want wants wanted tell tells told persuade persuades".split()
)
"""Verbs whose object is to act: "A invited B to visit", "A urged B to hold talks with C"."""
_CALLED_ON = r"\b(?:call(?:s|ed|ing)?|prevail(?:s|ed)?) (?:up)?on\s+(?:the\s+)?\Z"
_INVITATION = r"\b(?:invitation|invitations|invite|request)\s+(?:[^\s.;]+\s+){0,3}?to\s+(?:the\s+)?(?:[<T>]+\s+)*\Z"
_OBLIQUE = PREPOSITIONS | frozenset(
    "than invite invites invited inviting visit visits visited visiting meet meets met meeting receive received receiving host hosts hosted "
    "hosting telephone telephoned tour toured attend attended attending tell told telling ask asked asking urge urged thank thanked thanking "
    "inform informed brief briefed congratulate congratulated call called chair chaired join joined welcome welcomed address addressed lead "
    "leading led heading includes include included comprises comprising see saw greet greeted accompany accompanied accompanying represent representing support supports supported against".split()
)


_INTENDING = (
    r"([<A>]+)(?:'s|')?\s+(?:[a-z]+\s+)?(?:readiness|willingness|intention|plans?|offer|decision|desire|bid|proposal|hope|interest|leadership|role|initiative|"
    r"success|efforts?|work|commitment|experience|generosity|part)\s+(?:to|in|of|for)\s+(?:successfully\s+)?\Z"
)


def _intending(scene: Scene, at: int) -> Group | None:
    """Whose plan it is: "affirmed the UAE's readiness to host"."""
    left = scene.before(at, 60)
    if ASIDE not in left or not left.endswith((" to ", " in ", " of ", " for ", "ly ")):
        return None
    found = compiled(_INTENDING).search(left)
    if found is None:
        return None
    start = at - len(left) + found.start(1)
    head = next((head for head in scene.asides if head.start <= start < head.end), None)
    return None if head is None or head.rule == "demonym" else Group([head])


_WHO_IS = r",?\s+who\s+[^,;]*\Z|,?\s+(?:currently|now|presently|already)\s+(?:on|in|here|paying|making)\b[^,;]*\Z"


_PARTY_OF = r"([<H>])\s+and\s+(?:the|a|an|his|her)\s+(?:[\w-]+\s+){0,3}(?:delegation|entourage|team|party|side)\s+of\s+(?:the\s+)?\Z"
_OFFICE_OF = r"([<H>]),\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+|[<T>]+\s+|[<A>]+(?:'s)?\s+){1,6}of\s+(?:the\s+)?(?:[<A>]+(?:'s)?\s+)?\Z"
_HEAD_OF = r"([<H>]),\s+(?:the\s+)?[<A>]+(?:'s)?\s+\Z"
_APPOSED = r"([<H>])(?:\s+\([^()]{1,40}\))?,\s+(?:the\s+|an?\s+)?\Z"


def _meant(scene: Scene, group: Group) -> Group | None:
    """Who acts, where what stands before the verb only says whose delegation or office: "A and the delegation of Chad"."""
    left = scene.before(group.start, 110)
    if group.lead == "of":
        found = compiled(_PARTY_OF).search(left) or compiled(_OFFICE_OF).search(left)
    elif all(head.rule.startswith("office") for head in group.heads):
        found = compiled(_APPOSED).search(left)
    else:
        found = compiled(_HEAD_OF).search(left) if scene.after(group.end, 1) == "," else None
    if found is None:
        return None
    before = scene.group_ending(group.start - len(left) + found.end(1))
    if before is None or before.place or (before.lead and not before.acts) or before.heads[-1].rule != "name":
        return None
    return before


_WHO_AND = r",?\s+who\s+[^,;]*\sand\s+(?:(?:will|would|is|was|has|had|then|later|also|to|due|scheduled|expected)\s+)*\Z"


def asked(group: Group) -> bool:
    """Whether a group is invited, urged or called on to do something."""
    lead = group.lead
    if lead == "to":
        return compiled(_INVITATION).search(group.before[-80:]) is not None
    return lead in INVITED or (lead in ("on", "upon") and compiled(_CALLED_ON).search(group.before[-40:]) is not None)


_OPENINGS = frozenset(("visit", "meeting", "tour"))
_DURING = r"(?:\A|[.,\s])(?:during|in|at|on|after|following|throughout)\s+(?:the|this|that|his|her|their|its)\s+(?:[a-z-]+\s+){0,3}(?:visit|meeting|tour)\s+(?:[<T>]+\s+)*\Z"
"""Before who acts: "During the visit President A held talks with B"."""
_TEAM_OF = r"(?:\A|[.,]\s+|-\s+|:\s+)(?:an?|the|another)\s+(?:[a-z-]+\s+){0,2}(?:team|delegation|group|mission|party)\s+of\s+(?:[a-z]+\s+){0,2}\Z"
"""Before a state for which a team acts: "A team of US negotiators"."""
_PEER = r"\b(?:with|met|meet|to|by|and)\s+(?:(?:his|her|their|its|the)\s+)?(?:[<A><T><C>]+\s+|new\s+|visiting\s+){0,3}(?:counterpart|colleague|peer|homologue)\s*,\s+(?:(?:the|mr|mrs|ms|dr)\s+|[<T>]+\s+)*\Z"
"""Before a name that only says who the counterpart is: "met with his counterpart, A, and signed"."""


def _governed(group: Group) -> bool:
    """Whether a preposition or a verb governs a group, so that it does not act."""
    if group.place and group.before.endswith(("visiting ", "visiting the ")):
        return True  # "A, who is visiting Cambodia through Friday, met B"
    lead = group.lead
    if lead == "of" and compiled(_TEAM_OF).search(group.before[-50:]):
        return False
    if not lead and "," in group.before[-24:] and compiled(_PEER).search(group.before[-60:]):
        return True
    return lead in _OBLIQUE and not (lead in _OPENINGS and compiled(_DURING).search(group.before[-80:]))


_OTHERS = (
    r"\b(?:said|says|told|announced|added|reported|noted|disclosed)\b[^;\"]*?\b(?:officials|experts|ministers|negotiators|delegations|teams|diplomats|"
    r"representatives|envoys|technicians|leaders|delegates|lawmakers|sides)\s+(?:from|of)\s+(?:the\s+)?(?:two|both|three)\s+"
    r"(?:countries|nations|states|sides|neighbou?rs|governments|ministries)\s+(?:[a-z]+\s+){0,3}\Z"
)
"""Between who says so and the verb: "told reporters that officials from the two countries met"."""


_ITS_HEAD = (
    r"(?:\A|[-:)]\s+|\A[^.;,]{1,40},\s+)(?:(?:an?|the)\s+|<C>\s+)?(?:[\w-]+\s+|[<A><C>]+\s+){0,4}(?:delegation|mission|team|group|party),?\s+"
    r"(?:(?:of|from)\s+(?:the\s+)?[<H><P><C>]+,?\s+)?(?:led|headed)\s+by\s+(?:the\s+)?\Z"
)
"""Before who leads the delegation that a sentence begins with."""
_CONJUNCTIONS = frozenset("after before since while until".split())
_DID = r"\s+(?:(?:has|had|have)\s+)?(?:[a-z]+ly\s+)?(?!need|the\b)[a-z]{2,}ed\s"
"""After who acts in a clause of its own: "After A cancelled a meeting with B"."""
_OPENS = r"(?:\A|[-:]\s)\s*(?:(?:the|mr|mrs|ms|dr)\.?\s+|[<T><A>]+\s+)*\Z"
_STYLES = (
    r"(?:\s+\([^()]{1,40}\))?,\s+(?:(?!of\b)[a-z-]+\s+){0,3}?(?:[<T>]|members?\b|(?:vice-|vice |deputy )?(?:president|premier|chair\w*|minister|secretary|"
    r"director|head|chief|governor|speaker|leader|ambassador|envoy|commissioner|commander|advis[eo]r|representative)\b)"
    r"(?:(?!\b(?:who|which|that|and (?:said|told)|said|told|met|held|is|are|was|were|has|had|have|will|would|\w{3,}ed)\b)[^.;:\"])+,\s+\Z"
)
"""Between who acts and the verb: ", member of A, vice-president of B and premier of C,"."""


def _styled(scene: Scene, at: int) -> Group | None:
    """Who acts, where the sentence begins with a name and several offices of its bearer."""
    first = next((group for group in scene.groups[:3] if group.heads[-1].rule == "name" and not group.place), None)
    if first is None or first.end > at:
        return None
    gap = scene.between(first.end, at)
    if gap.count(",") < 3 or compiled(_OPENS).search(scene.between(scene.start, first.start)) is None:
        return None
    return first if compiled(_STYLES).fullmatch(gap) else None


_QUOTED = r'"[^"]{1,160}"'
_ASKING = frozenset(("invitation", "proposal", "offer", "request", "suggestion"))
"""What a state before it only qualifies."""


def subject(scene: Scene, at: int, verb: bool) -> Group | None:
    """The group that acts: the nearest one before an offset that no preposition governs.

    Args:
        scene: The sentence.
        at: Where the verb or noun stands.
        verb: Whether a finite verb stands there, so that a group right before it is its subject.
    """
    owner = _intending(scene, at) if verb else None
    if owner is not None:
        return owner
    styled = _styled(scene, at) if verb else None
    if styled is not None:
        return styled
    nationals = _nationals(scene, at)
    if nationals is not None:
        return nationals
    tried = 0
    for group in reversed(scene.groups):
        if group.end > at:
            continue
        tried += 1
        if tried > 12:
            return None
        gap = scene.between(group.end, at)
        if gap.startswith(")") and scene.before(group.start, 1) == "(":
            continue  # an agency or an acronym in brackets
        if '"' in gap:
            gap = compiled(_QUOTED).sub("", gap)
        if " - " in gap and gap.count(" - ") == 2 and len(gap) < 200:
            gap = gap[: gap.index(" - ")] + gap[gap.rindex(" - ") + 2 :]  # "A - who leads the party - met B"
        if gap.startswith(")") and "(" in scene.between(group.start, group.end):
            gap = gap[1:]  # a name and its acronym are one group
        if gap[1:12].partition(" ")[0] in _ASKING:
            continue  # "A accepted a U.S. invitation to meet B"
        if gap.startswith(" (") and (shut := gap.find("),", 2, 30)) > 0:
            gap = gap[shut + 1 :]  # "A, who heads the Community (SADC), was to travel"
        if len(gap) > 400 or ";" in gap or '"' in gap:
            return None
        if gap.lstrip().startswith(",") and compiled(r",\s+(?:who|which|whose)\b[^,;]{0,200}\Z").search(
            scene.before(group.start, 220)
        ):
            continue  # "A, who succeeded B, met C"
        if group.lead == "whom" and "," in gap:
            continue  # "A, whom B met in Paris, will visit Berlin"
        if verb and len(gap) < 120 and compiled(_CHAIN).match(gap):
            free = not _governed(group) or group.lead in (
                "after",
                "before",
                "since",
                "until",
                "till",
                "while",
                "like",
            )
            bound = group.lead in ("of", "from") and "," not in gap and not gap.lstrip().startswith("to ")
            bound = bound or (
                group.lead == "by" and bool(compiled(r"\b(?:led|headed) by\b").search(group.before[-60:]))
            )
            if free or bound or compiled(r"\bwho\b").search(gap):
                return _meant(scene, group) or group
        if verb and " who " in gap and compiled(_WHO_AND).match(gap):
            return group  # "met B, who arrived on Monday and will fly to Seoul"
        if not verb and compiled(_WHO_IS).match(gap):
            return group  # "met B, who was in Lima on a visit"
        if verb and gap.lstrip().startswith("to ") and asked(group):
            return group  # "A invited B to visit"
        if group.lead == "by" and compiled(_ITS_HEAD).search(scene.before(group.start, 200)):
            return group  # "A delegation headed by A left here to visit Peru"
        if _governed(group) and not (group.lead in _CONJUNCTIONS and compiled(_DID).match(gap)):
            continue
        if verb and len(gap) > 20 and compiled(_OTHERS).search(gap):
            return None
        return group
    return None
