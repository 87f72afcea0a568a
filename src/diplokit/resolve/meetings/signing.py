"""Signings: who signed an agreement with whom, and what was signed before whom."""

from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import Participation as Part

from .adjuncts import later_date, tells_of_instrument
from .openings import Verb, begin_without
from .patterns import compiled
from .sentences import Group, Head, Scene
from .sightings import Sighting
from .signatories import of_the_occasion, paper_named, those_told_of, unnamed, watched, with_whom_one_met

_SIGNED_BEFORE = (
    r"\b(?:the|an?|its|their|our|his|her|this|that|these|those|two|three|all)\s+(?:\w+ly[\s-]+|newly-|just-|new\s+|already\s+)?\Z|"
    r"\b(?:once|when|if|until|unless|as soon as)\b[^.;,]{0,40}\b(?:is|are|be|been)\s+\Z"
)
"""Before a participle that tells of no signing of its own: "the recently signed agreement", "once the texts are signed"."""


def _leaders(scene: Scene, at: int) -> list[Group]:
    """Who leads the delegations that act: "A delegation from P led by X and a delegation from A led by Y"."""
    left = scene.before(at, 400)
    if "delegation" not in left or compiled(_BY_DELEGATIONS).search(left) is None:
        return []
    return [
        g for g in scene.groups if g.end <= at and compiled(r"\b(?:led|headed) by\b[^,;]*\Z").search(g.before[-60:])
    ]


_BY_DELEGATIONS = (
    r"\b(?:led|headed) by\b.{0,120}?\b(?:and|with)\b.{0,80}?\b(?:led|headed) by\b[^;]{0,120}?"
    r"(?:[<H>][\s,]+|\b(?:concluded|ended|completed|crowned|closed)\b[^.;,]{0,60}\bby\s+)(?:jointly\s+|<D>+\s+|on\s+|today\s+)*\Z"
)


_ACTING = r"[<H>]\s+(?:(?:also|jointly|today|on)\s+|<D>+\s+|\w+ly\s+)*\Z"
"""Who acts right before a verb that is no participle, for all that follows it: "A and B | signed here an agreement"."""


_FOR_WHOM = r"(?:,[^;]{1,110}?,)?\s+(?:(?:signed|did so)\s+)?on behalf of\s"


def _on_behalf(scene: Scene, at: int) -> list[Group]:
    """Who signs in "signed on behalf of Kenya by A and on behalf of Uganda by B", "by A on behalf of Kenya and B on behalf of"."""
    right = scene.after(at, 300)
    if right.startswith(" by ") and right.count("on behalf of") > 1:
        return [g for g in scene.groups if g.start > at and compiled(_FOR_WHOM).match(scene.after(g.end, 140))]
    if not compiled(r"\s+(?:[^.;]{1,40}\s)?(?:on behalf of|for)\s").match(scene.after(at, 60)):
        return []
    return [g for g in scene.groups if g.start > at and compiled(r"\bby\s+(?:[<T>]+\s+)*\Z").search(g.before[-60:])]


_NEGOTIATED = r"\b(?:negotiations?|talks|discussions|work|rounds?|views)\b[^,;]*\Z"
"""What is concluded or exchanged without being signed."""
_THAT_PAPER = (
    r"\b(?:the|this)\s+(?:(?:[^\s,.;]+\s+){1,8}(?:was|were|is|been)\s+(?:\w+ly\s+)?|"
    r"(?:[a-z-]+\s+){0,2}(?:agreement|accord|deal|memorandum|mou|pact|contract|protocol|document)s?,\s+)\Z"
)
"""Before "signed by": what the text has told to be signed, "the memorandum was", "the deal,"."""
_RELATIVE = (
    r"(?<!\bof )(?<!\bin )(?<!\bat )(?<!during )(?<!\bafter )(?<!\bby )\b(?:which|that)\s+(?:(?:the|two|both|[<T><A><C>]+)\s+)*(?:[<H>]+|they|we|sides|parties|ministers|leaders)\s+"
    r"(?:(?:had|have|also|later|jointly|\w+ly)\s+)*\Z"
)
"""Before "signed": what was signed stands before those who signed it."""


_PAPERS = r"\b(?:[a-z]+ents|deals|accords|pacts|contracts|memoranda|memorandums|mous|treaties|protocols)\)?\s\Z"
"""Before what was signed with several, one after the other."""
_WITH_PEER = r"\bwith\s+(?:its|his|her|their)\s+(?:[<A><C>]+\s+|[a-z-]+\s+){0,2}(?:counterpart|peer|rival|homologue),?\s+(?:the\s+)?\Z"
"""Before a name: "signed an accord with its counterpart, the"."""


def _whose(scene: Scene, at: int) -> list[Head]:
    """Who gains by "a deal signed with the Fund": who acts in the sentence, or whose it is of which it speaks."""
    acting = next((group.heads for group in scene.groups if group.end <= at and group.lead == ""), None)
    return acting or [head for head in scene.asides if head.end <= at and head.rule != "demonym"][:1]


def sign(verb: Verb) -> Sighting | None:
    """A signing, of an agreement or another document: "signed", "were initialled", "were concluded during the visit"."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    folded, right = context.document.folded, verb.after(160)
    suffers = verb.passive()
    if verb.word.form in ("past", "participle") and compiled(_SIGNED_BEFORE).search(verb.before(60)):
        return None
    relative = not suffers and compiled(_RELATIVE).search(verb.before(60)) is not None
    reduced = (
        not suffers
        and not relative
        and verb.word.form in ("past", "participle")
        and bool(compiled(r"\s+(?:by|in|on|at|between|with|last|earlier|here|[<D>])").match(right))
    )
    reach = 220 if suffers else 60
    before = folded[max(scene.start, hit.start - reach) : hit.start]
    after = folded[hit.end : min(hit.end + 160, scene.end)]
    if reduced and compiled(_ACTING).search(verb.before(40)) and not tells_of_instrument(before):
        reduced = False  # "A and B signed here on Monday an agreement"
    named_before = suffers or reduced or relative
    if verb.text in ("concluded", "exchanged") and compiled(_NEGOTIATED).search(before):
        return None
    if not tells_of_instrument(before if named_before else after) or compiled(r"\s*into law").match(right):
        return None
    if compiled(
        r"\b(?:presidential memorand|executive order|bill|legislation|decree|ordinance|proclamation|into law|petition)"
    ).search(before[-60:] if suffers or reduced else after[:60]):
        return None  # what one signs alone
    begun = begin_without(verb, Kind.SIGNING)
    if begun is None:
        return None
    sighting, who = begun
    parts = verb.follow("" if named_before else "obj")
    sighting.definite = bool(compiled(r"\s+this\b").match(right))
    if suffers or reduced:
        sighting.definite = sighting.again = bool(compiled(_THAT_PAPER).search(verb.before(90)))
        with_one = right.startswith(" with ") and not compiled(_PAPERS).search(before)
        with_them = suffers or parts.date or parts.places or with_one
        joined = ("by", "between", "with") if with_them else ("by", "between")
        by = _on_behalf(scene, hit.end) or [group for prep, group in parts.groups if prep in joined]
        for group in by:
            sighting.add(group, Part.SIGNATORY)
        if reduced and len(sighting.participants) == 1 and right.startswith(" with "):
            sighting.add(_whose(scene, hit.start), Part.SIGNATORY)
        if not by:
            watched(verb, sighting)
        if not (by or sighting.participants):
            if verb.text == "concluded" or (verb.text == "exchanged" and not (parts.date or parts.places)):
                return None
            if suffers and not (parts.date or parts.places):
                of_the_occasion(context, sighting, scene)
            if not (sighting.participants or parts.date or parts.places):
                return None
            sides = [g for g in scene.groups if g.end <= hit.start and g.lead in ("between", "among", "with")]
            for group in sides:
                sighting.add(group, Part.SIGNATORY)
            sighting.definite = sighting.definite or not sides
    else:
        led = _leaders(scene, hit.start)
        if who is None and not (led or unnamed(verb)):
            return None
        for group in led if len(led) > 1 else [who] if who else led:
            sighting.add(
                [head for head in group.heads if not led or head.ids[0] in context.stage.persons], Part.SIGNATORY
            )
        for group in scene.groups:
            if not hit.end <= group.start < hit.end + 200:
                continue
            if group.lead in ("with", "between") or compiled(_WITH_PEER).search(group.before[-50:]):
                sighting.add(group, Part.SIGNATORY)
        parts.date = parts.date or later_date(scene, hit.end, verb.stops)
        with_whom_one_met(verb, sighting)
        if len(sighting.participants) < 2:
            those_told_of(verb, sighting, who)
        if not sighting.participants:
            sighting.paper = paper_named(context.document.text[hit.end : hit.end + 160])
            if not sighting.paper:
                return None
    parts.venue = (
        parts.venue if parts.venue and not tells_of_instrument(folded[parts.venue.start : parts.venue.end]) else None
    )
    context.fill(sighting, scene, parts, who)
    if len(sighting.participants) == 1 and not (sighting.date or sighting.place or sighting.definite):
        return None
    return sighting
