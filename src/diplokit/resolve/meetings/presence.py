"""Who is at a gathering by other words than a verb of attending: who spoke there, came for it, is invited, represents a state."""

from .context import Context
from .patterns import ASIDE, compiled
from .sentences import Group, Scene
from .subjects import subject

_NAME = r"(?:(?:the|an?|this|that|its|their|last|[<D>]+(?:'s)?)\s+)?(?:(?:(?!and\b|or\b|of\b|to\b|for\b|with\b)[a-z0-9-]+|[<H><A><C>]+)\s+){0,4}\Z"
"""What begins the name of a gathering, up to the noun."""
_WHEN = r"(?:\s+(?:on\s+|late\s+|early\s+)?<D>+|\s+here|\s+today)*"
_ITS_PART = (
    r"(?:the\s+(?:opening|closing|inaugural|plenary|sidelines|margins|fringes)(?:\s+(?:session|ceremony))?\s+of\s+)?"
)
_WAS_THERE = (
    r"(?:was|were|is|are|been|be)\s+(?:also\s+|among\s+)?(?:present|in attendance|(?:a|an|the|one of the)\s+(?:[a-z-]+\s+){0,2}"
    r"(?:guests?|speakers?|panell?ists?|participants?|delegates?)(?:\s+of\s+honou?r)?)"
)
_SPOKE = (
    r"(?:said|says|stated|announced|announces|declared|declares|stressed|noted|spoke|speaks|remarked|warned|warns|"
    r"(?:gave|gives|giving|delivered|delivering|made|making)\s+(?:an?|the|his|her)\s+(?:[a-z-]+\s+){0,3}(?:address|speech|remarks|lecture|keynote|presentation)|"
    r"(?:told|tells)\s+(?:reporters|journalists|delegates|participants|leaders|(?:the|his|her)\s+[a-z]+|[<H>]+(?:\s[<H>]+)?))"
)
_BOUND = (
    r"(?:left|leaves?|leaving|departed|departs|departing|flew|fly|flies|flying|arrived|arrives?|arriving|headed|heads|travel(?:s|led|ed|ling|ing)?|goes|went|came|comes|"
    r"is in|was in|are in|were in|been in)\b[^.;\"]{0,90}?"
)
_INVITED = (
    r"(?:accept(?:s|ed|ing)?\s+(?:an?|the|his|her)\s+(?:[a-z-]+\s+){0,2}invitation|(?:(?:has|have|had)\s+been|was|were|is|are)\s+(?:also\s+)?invited)\s+to"
    r"(?:\s+(?:attend|join|take part in|participate in|address))?"
)
_ACTS = rf"\b(?:(?:{_WAS_THERE}|{_SPOKE}){_WHEN}\s+(?:at|in|during|on)|{_BOUND}\sfor|{_INVITED})\s+{_ITS_PART}{_NAME}"
_LED_UP_TO = rf"\s(?:at|in|during|on|for|to|attend|address|join)\s+{_ITS_PART}{_NAME}"
"""What all of these end with, before the name."""
_REPRESENTS = rf"\brepresent(?:s|ed|ing)?\s+(?:[<H>]+(?:\s[<H>]+)?|(?:the|his|her|their|our)\s+(?:[a-z]+|[<H>]+))\s+(?:at|in|during)\s+{_NAME}"
_WHOSE = rf"([<A>]+)(?:'s|')?\s+(?:[a-z]+\s+)?(?:participation|attendance|presence|appearance)\s+(?:in|at)\s+{_NAME}"


def guest(context: Context, scene: Scene, begin: int, left: str) -> Group | None:
    """Who acts before the name of a gathering in words that say they are there.

    Args:
        context: The document.
        scene: The sentence.
        begin: Where the name begins.
        left: The masked text before it, of its clause.
    """
    near = left[-150:]
    if compiled(_LED_UP_TO).search(near[-90:]) is None:
        return None
    found = compiled(_ACTS).search(near)
    if found is None and "represent" in near:
        found = compiled(_REPRESENTS).search(near)
    if found is not None:
        who = subject(scene, begin - len(near) + found.start(), verb=True)
        return who if who is not None and context.persons(who) else None
    found = compiled(_WHOSE).search(near) if ASIDE in near else None
    if found is None:
        return _doer(context, scene, begin, near)
    at = begin - len(near) + found.start()
    head = next((head for head in scene.asides if head.start <= at < head.end), None)
    return None if head is None or head.rule == "demonym" else Group([head])


_THERE = rf"\s(?:at|during)\s+{_NAME}"
_NOT_THERE = (
    r"[;\"]|\b(?:that|which|who|whom|whose|where|when|while|after|before|since|following|ahead|made|adopted|agreed|reached|issued|delivered|taken|signed|"
    r"pledged|announced|launched|given|proclaimed|declared|recall\w*|remember\w*|refer\w*|welcom\w+|prais\w+|thank\w*|not|unlike|like|as)\b"
)
"""Words that may part who acts from where something else took place: "praised the pledge made at the summit"."""


def _doer(context: Context, scene: Scene, begin: int, near: str) -> Group | None:
    """Who does something at a gathering in the main clause: "A urged restraint at the summit"."""
    found = compiled(_THERE).search(near)
    acting = next(iter(scene.groups), None) if found else None
    if found is None or acting is None or acting.lead or acting.start > scene.start + 60 or not context.persons(acting):
        return None
    between = scene.between(acting.end, begin - len(near) + found.start() + 1)
    return acting if 3 < len(between) < 160 and compiled(_NOT_THERE).search(between) is None else None


_WHICH = r"(?:\s+(?:in|at)\s+(?:the\s+)?[<P><H>]+(?:,\s+[<P><H>]+)?|\s+(?:on\s+)?<D>+)*\s*,?\s+(?:which|that)\s+(?:the\s+)?(?=[<H><T>])"
_ATTENDED = r"(?:\s+(?:also|has|had|will|is to|is due to|is expected to|is|was|<D>+))*\s+(?:attend|address|join|open|chair|inaugurat|participat\w+ in|took part in)[a-z]*\b"


def guest_behind(context: Context, scene: Scene, end: int) -> Group | None:
    """Who attends in "the summit in Lima, which A attended"."""
    right = scene.after(end, 160)
    found = compiled(_WHICH).match(right) if "which" in right or "that" in right else None
    if found is None:
        return None
    at = end + found.end()
    group = next((g for g in scene.groups if at <= g.start < at + 40), None)
    if group is None or not context.persons(group):
        return None
    return group if compiled(_ATTENDED).match(scene.after(group.end, 60)) else None


_OPENS = r"[\W\d]*(?:[a-z]+ly,\s+)?(?:in\s+(?:an?|their|his|her)\s+(?:[a-z-]+\s+){0,3}(?:meeting|talks|speech|address|remarks|statement)\s+)?(?:at|during|on the (?:sidelines|margins) of)\s+(?:(?:the|an?)\s+)?(?:[^\s,.;]+\s+){0,5}\Z"


def speaker_behind(context: Context, scene: Scene, begin: int, end: int) -> Group | None:
    """Who acts behind the gathering with which a sentence opens: "At the summit in Lima, A said"."""
    if compiled(_OPENS).match(scene.between(scene.start, begin)) is None:
        return None
    group = next((g for g in scene.groups if g.start >= end and not g.place and not g.lead), None)
    if group is None or not context.persons(group):
        return None
    near = compiled(r"[^;\"]{0,70},\s*(?:the\s+)?(?:[<T><A>]+\s+)*\Z").match(scene.between(end, group.start))
    return group if near else None
