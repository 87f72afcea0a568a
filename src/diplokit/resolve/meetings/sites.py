"""Visits to what is no country or city: a plant, a camp, a memorial; and to where a story comes from."""

from diplokit import Span

from .openings import Verb
from .patterns import compiled
from .places import place_or_venue
from .sentences import Scene

OF_SITE = "verb_visit_site"
"""The rule that sees such visits."""
_SITES = (
    "plants?|factory|factories|camps?|memorial|museum|monument|mausoleum|cemetery|shrine|temple|mosque|church|cathedral|synagogue|monastery|"
    "port|harbour|harbor|airport|seaport|shipyard|refinery|dam|bridge|canal|railway|station|zones?|park|base|barracks|border|frontier|"
    "hospitals?|clinic|schools?|university|college|institute|academy|laboratory|centres?|centers?|projects?|sites?|facility|facilities|"
    "headquarters|embassy|consulate|mission|parliament|exhibition|expo|fair|pavilion|farms?|fields?|mines?|village|villages|"
    "shelters?|settlements?|crossing|checkpoint|observatory|complex|terminal|warehouse|company|companies|firms?|organi[sz]ations?"
)
_SITE = (
    rf"\s+(?:(?:the|an?|some|several|two|three|four|five|his|her|their|its|various|other|[<A><H><C>]+'s?)\s+)?"
    rf"(?:(?!(?:to|by|with|in|from|and|as|for|on|at|of|after|before|when|while|where|which|that|who|next|last|this|later|during|is|was|has|had)\b)[^\s,.;\"<D>]+\s+){{0,6}}?(?:{_SITES})\b(?!\s+(?:workers|staff|officials|patients|students|children|leaders))"
)
_WHERE = r"(?:\s+(?:of|for)\s+(?:the\s+)?(?:[^\s,.;\"]+\s+){1,3}?)?\s+(?:in|at|near|outside|on)\s+(?:the\s+)?(?:[a-z-]+\s+(?:of\s+)?){0,3}(?=[<P><H><C>])"
_NAMED = r"[<P><H><C>]+(?:\s[<P><H><C>]+)*(?:\s[a-z]+)?\Z"


def site_behind(verb: Verb) -> Span | None:
    """What is visited behind "visited", from its first word to its last, if it is such a site."""
    found = compiled(_SITE).match(verb.after(140))
    return None if found is None else Span(verb.hit.end + 1, verb.hit.end + found.end())


def place_of_site(scene: Scene, site: Span) -> Span | None:
    """Where a site is: the town that is named behind it, else the site itself, if its words are a name."""
    where = compiled(_WHERE).match(scene.after(site.end, 90))
    if where is not None:
        place = place_or_venue(scene, site.end + where.end(), "in")
        if place is not None:
            return place
    own = compiled(_NAMED).search(scene.between(site.start, site.end))
    return None if own is None else Span(site.start + own.start(), site.end)
