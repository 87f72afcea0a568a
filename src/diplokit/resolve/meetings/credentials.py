"""Credentials: which ambassador presented them, and which head of state received them."""

from diplokit.vocabulary import Participation as Part

from .context import Context
from .governing import Noun
from .openings import governed
from .patterns import compiled
from .sightings import Sighting
from .status import of_verb
from .subjects import subject

_HANDED = r"\b((present|submit|submitt|hand|deliver|receiv|accept)(e|s|es|ed|ing)?)\s(?:over\s)?[^.;\"]{0,60}\Z"
_FORMS = {"s": "third", "es": "third", "ed": "past", "ing": "ing"}


def read_credentials(context: Context, noun: Noun, sighting: Sighting) -> bool:
    """Take who hands credentials to whom; false where nobody does."""
    scene, parts = noun.scene, noun.parts
    left = noun.left[-90:]
    found = compiled(_HANDED).search(left)
    if found is None:
        return False
    at = noun.hit.start - len(left) + found.start()
    who = subject(scene, at, verb=True)
    if who is None:
        return False
    form = _FORMS.get(found[3] or "", "base")
    status = of_verb(form, scene.between(who.end, at))
    if status is None and form == "base":
        status = governed(scene, at, scene.between(who.end, at))
    if status is None:
        return False
    sighting.status = status
    takes = found[2] in ("receiv", "accept")
    sighting.add(who, Part.HOST if takes else Part.VISITOR)
    for prep, group in parts.groups:
        if prep in (("from", "of") if takes else ("to",)):
            sighting.add(group, Part.VISITOR if takes else Part.HOST)
    sighting.definite = False
    context.fill(sighting, scene, parts)
    if len(sighting.participants) > 1:
        return True
    envoys = takes and compiled(_ENVOYS).match(noun.right) is not None
    return bool(context.persons(who) and (sighting.date or sighting.place or envoys))


_ENVOYS = r"\s+(?:of|from)\s+(?:[\w-]+\s+){0,4}(?:envoys?|ambassadors?|high commissioners|heads of (?:\w+\s+)?missions?|diplomats)\b"
"""After the credentials that somebody received."""
