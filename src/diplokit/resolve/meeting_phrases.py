"""What stands around a word that tells of a meeting: who, with whom, where, when, on what occasion, about what."""

from typing import Any

from attrs import define, field

from diplokit import Mention, Span

from .meeting_patterns import ASIDE, CAPITAL, DATE, EVENT, HEAD, PLACE, TITLE, compiled
from .meeting_sentences import TOKENS, Group, Head, Scene, mention_at
from .meeting_stage import Stage
from .meeting_words import bag, support

_PREPOSITIONS = frozenset(
    "with between among of by from to in at on during for about under via through over into within amid alongside against near "
    "towards toward since until till after before despite regarding concerning like including".split()
)
_STOP = frozenset(
    "which who whom whose that where when while as said says say told added will shall would could should may might can is are was were has "
    "have had be been but because if although though so then he she they it i we you who's after before since until said: noted stressed "
    "covered focused focussed centered centred tackled touched dealt reviewed included dwelt revolved examined looked aimed marked "
    "agreed announced called urged discussed reaffirmed expressed told according despite amid against".split()
)
_TALK = r"discuss|talk about|exchange views|exchange|review|explore|address|focus on|consider|strengthen|deepen|promote|boost|advance|seek|find|push"


@define(eq=False)
class Parts:
    """What follows a word that tells of a meeting."""

    groups: list[tuple[str, Group]] = field(factory=list)
    asides: list[tuple[str, Head]] = field(factory=list)
    people: bool = False
    places: list[Span] = field(factory=list)
    date: Mention[Any] | None = None
    event: Mention[Any] | None = None
    purpose: Mention[Any] | None = None
    occasion: Span | None = None
    topic: Span | None = None
    here: Span | None = None
    venue: Span | None = None
    by: bool = False
    end: int = 0


_SMALL = frozenset(("the", "a", "an", "both", "s", "'", "two", "three"))
_ADVERBS = frozenset(
    "again today yesterday tomorrow tonight later earlier once twice together first early late".split()
)
_PARTICIPLES = frozenset(
    "hosted held chaired co-chaired convened attended organised organized led co-led co-hosted sponsored co-sponsored moderated brokered "
    "mediated arranged opened addressed signed".split()
)


_PREDICATE = (
    r"\s*+(?:(?:was|were|is|are|will be|would be|has been|have been|had been|to be)\s+)?(?:also\s+|being\s+|now\s+)?"
    r"(?:held|scheduled|planned|arranged|convened|slated|conducted|resumed|opened|began|started|ended|concluded|collapsed|continued|took place)\s+(?:to (?:take place|be held)\s+)?(?=(?:with|between|in|at|on|here|by|from|for)\b)|\s*+(?:will|would|to) (?:take place|be held)\s+|"
    r"\s*+(?:(?:was|were|is|are|will be|has been)\s+)?(?:held|scheduled|planned)\s+(?:for\s+)?(?=[<D>])"
)
_TOPIC = rf"(?<!\w)(?:(?:on|about|regarding|concerning|over)\s+|to\s+(?:{_TALK})\s+)((?:[^.;\n\"]){{3,250}}+)"
_OPENS_TOPIC = r"on\s|about\s|regarding\s|concerning\s|over\s|to\s"
# What may stand between a meeting and "on" its topic: who, when, where.
_BEFORE_TOPIC = r"(?:[\s,<H><D><P><E><C><T><A>]|\b(?:in|at|on|here|with|the|between|and|by|phone|telephone)\b)*+"
_SIDELINES = r"\b(?:on|at|in) the (?:sidelines|margins|fringes|side-lines|margin) of (?:the )?"


def follow(stage: Stage, scene: Scene, start: int, prep: str, stops: frozenset[int] = frozenset()) -> Parts:
    """Read on from the end of a trigger until the clause ends.

    Args:
        stage: The document.
        scene: The sentence.
        start: Where to begin.
        prep: What governs the first words: `obj` after a transitive verb, a preposition, or nothing.
        stops: Offsets of verbs that begin something else.
    """
    parts = Parts(end=start)
    text = scene.after(start, 420)
    comma = named = False
    strange = 0
    governed = start  # where the last preposition ends
    closed = prep == ""  # what comes next needs a word that governs it
    place_open = False
    predicate = compiled(_PREDICATE).match(text) if closed else None
    if predicate:
        start += predicate.end()
        text = scene.after(start, 420)
    for token in compiled(TOKENS).finditer(text):
        at, end, word = start + token.start(), start + token.end(), token[0]
        if at < parts.end:
            continue
        if at in stops and not (word in _PARTICIPLES and compiled(r"\s+(?:\w+ly\s+)?by\b").match(scene.after(end, 20))):
            break
        kind = word[0]
        named = named and word == ","
        if word in _SMALL:
            continue
        if kind == HEAD:
            group = scene.group_at(at)
            if group is None:
                continue
            if prep in ("at", "in") and not any(stage.state(id) or stage.person(id) for id in group.ids):
                parts.end = end  # "at the UN headquarters in New York"
                if parts.venue is None and compiled(_HOUSE).search(scene.text[group.start : group.end].lower()):
                    parts.venue = Span(group.start, group.end)  # "at the White House"
                continue
            if scene.after(end, 1) in _GOES_ON and compiled(_QUALIFIES).match(scene.after(end, 90)):
                parts.end = end  # "U.S.-sponsored", "the Japan-Malaysia … Summit"
                continue
            state = all(stage.state(id) for id in group.ids)
            if state and prep in ("at", "in") and compiled(r"\s+[<C>]").match(scene.after(end, 3)):
                parts.venue = parts.venue or venue(scene, at, prep)  # "at the Singapore Pavilion"
                parts.end = parts.venue.end if parts.venue else end
                continue
            if (
                place_open
                and comma
                and scene.between(parts.end, at).strip()
                not in (",", ";", ", and", "; and", "and", ", and the", "and the")
            ):
                break  # "During their trip to Peru, the Malaysian side …"
            if (prep in ("in", "at", "into") and state) or (place_open and state):
                parts.places += [Span(head.start, head.end) for head in group.heads if head.start >= at]
                if prep in ("to", "obj", "dest"):
                    parts.groups.append((prep, group))
                place_open = True
            elif prep in ("to", "dest") and state:
                parts.places += [Span(head.start, head.end) for head in group.heads if head.start >= at]
                parts.groups.append((prep, group))
                place_open = True
            elif prep and not comma:
                parts.groups.append((prep, group))
            elif (
                comma
                and prep in ("obj", "with")
                and parts.groups
                and all(stage.state(id) for id in parts.groups[-1][1].ids)
                and all(stage.person(id) for id in group.ids)
            ):
                parts.groups[-1] = (prep, group)  # "his peers from Argentina and Brazil, A and B"
            else:
                break
            parts.end = group.end
            comma = False
            closed = True
        elif kind == DATE:
            mention = mention_at(scene.dates, at)
            if parts.date is None and mention is not None:
                parts.date = mention
            parts.end = end
            comma = place_open = False
            closed = True
        elif kind == PLACE:
            mention = mention_at(scene.places, at)
            if mention is None:
                continue
            if mention.value.form != "noun":
                continue
            if prep == "at" and not place_open and compiled(r"\s+[<C>]").match(scene.after(end, 3)):
                house = venue(scene, at, prep)  # "at Hyderabad House"
                if house is not None and house.end > end:
                    parts.venue, parts.end, closed = parts.venue or house, house.end, True
                    continue
            if prep in ("in", "at", "to", "into", "obj", "dest", "from", "near") or place_open:
                if prep == "from" and not place_open:
                    continue
                parts.places.append(mention.span)
                place_open = closed = True
                parts.end = end
            elif comma:
                break
            comma = False
        elif kind == EVENT:
            event = mention_at(scene.events, at)
            if prep == "for" and parts.purpose is None:
                parts.purpose = event
            if parts.event is None and prep in ("during", "at", "on", "of", "for", "in", "after", "before", "to"):
                parts.event = event
            parts.end = end
            comma = place_open = False
            closed = True
        elif kind in (CAPITAL, TITLE, ASIDE):
            if closed and not comma and not place_open and kind != ASIDE and prep == "":
                break
            place_open = place_open and comma
            for aside in scene.aside_at(at, end):
                parts.asides.append((prep, aside))
            if kind == TITLE:
                parts.people = parts.people or prep in ("obj", "with", "between", "by")
            elif kind == CAPITAL and prep in ("at", "in", "dest", "to") and parts.venue is None:
                if scene.between(governed, at).strip() in ("", "the"):
                    parts.venue = venue(scene, at, prep)
            if kind == CAPITAL and prep in ("obj", "with", "between"):
                parts.people = True
        elif word == "to" and not compiled(r"(?:the |[<H><P><C><A><E><T>])").match(scene.after(end + 1, 4)):
            break
        elif word in _PREPOSITIONS:
            if word == "of" and prep in ("with", "between", "by", "obj", "among") and (parts.people or strange):
                continue  # "members of", "leaders of"
            if word == "from" and prep in ("with", "obj", "between") and parts.people and not parts.groups:
                continue  # "representatives from"
            sidelines = compiled(_SIDELINES).match(scene.after(at, 40))
            if sidelines:
                parts.occasion = _extent(scene, at + sidelines.end())
                if parts.occasion is None:
                    break
                parts.event = next(
                    (m for m in scene.events if m.start <= parts.occasion.end and parts.occasion.start <= m.end), None
                )
                parts.end = parts.occasion.end
                closed = True
                continue
            prep = "dest" if word == "to" and prep == "obj" else word
            governed = end
            if word == "by":
                parts.by = True
            comma = place_open = closed = False
            if word in ("before", "by") and parts.date is None:
                deadline = compiled(r"\s+(?:the\s+)?end\s+of\s+(?:the\s+)?(?=<D>)|\s+(?=<D>+[\s,.](?!\w+ing))").match(
                    scene.after(end, 30)
                )
                day = end + deadline.end() if deadline and "end" in deadline[0] else -1
                parts.date = mention_at(scene.dates, day)
            if word in ("after", "before", "since", "until", "despite", "about", "regarding", "concerning", "over"):
                break
        elif word == "here":
            parts.here = Span(at, end)
            parts.end = end
        elif word in (",", "-", "(", ")", ";"):
            if word == "," and named:
                continue  # "with his Turkish counterpart, Mr X"
            comma = comma or word in ",;-"
            if word in ";-" and not place_open:
                break
        elif word in ("and", "or", "as", "well", "along", "together", "also", "&"):
            if word == "and" and not compiled(
                r"\s+(?:with |in |on |at |between )?(?:(?:the|his|her|its|their|other|several|key|members|senior|a|private|some|government|civil) )*[<H><P><C><A><E><T><D>]"
            ).match(
                scene.after(end, 60),
            ):
                tail = scene.after(end, 60).split()[:4]
                if not any(follower.strip(",.;") in bag("people") for follower in tail):
                    break
            elif word == "and":
                closed = False
        elif word in _ADVERBS or (word.endswith("ly") and len(word) > 4):
            continue
        elif word in _PARTICIPLES and compiled(r"\s+(?:\w+ly\s+)?by\b").match(scene.after(end, 20)):
            prep = ""
        elif word in _STOP or word in ('"', ":", ".", "\u2026", "?", "!"):
            break
        elif word in ("counterpart", "counterparts", "peer", "peers", "colleague", "homologue"):
            named = parts.people = True
        elif word in bag("people"):
            if prep in ("obj", "with", "between", "among", "by", "of"):
                parts.people = True
        elif word in support() and comma:
            break
        else:
            strange += 1
            place_open = False
            if comma or closed or strange > 7:
                break
    further = scene.after(parts.end, 300)
    near = (
        "sideline" in further
        or "margins" in further
        or "fringes" in further
        or "side-lines" in further
        or " margin " in further
    )
    sidelines = compiled(_SIDELINES).search(further) if near else None
    if parts.occasion is None and sidelines and sidelines.start() < 160:
        parts.occasion = _extent(scene, parts.end + sidelines.end())
        if parts.event is None:
            parts.event = next(
                (
                    m
                    for m in scene.events
                    if parts.occasion and parts.occasion.start <= m.start < parts.occasion.end + 1
                ),
                None,
            )
    topic = None
    for opening in compiled(_OPENS_TOPIC).finditer(further, 0, 80):
        topic = compiled(_TOPIC).match(further, opening.start())
        if topic:
            break
    if topic and compiled(
        r"(?:the|his|her|their|a|an)\s+(?:[^\s,.;]+\s+){0,3}(?:leg|sidelines|margins|occasion|eve|day|visit|trip|tour|invitation|behalf|part)\b"
    ).match(topic[1]):
        topic = None
    if (
        topic
        and topic.start() < 60
        and (topic[0].lstrip().startswith("to ") or compiled(_BEFORE_TOPIC).fullmatch(further[: topic.start()]))
        and not compiled(r"[<H>]|\b(?:agreed?|pledged?|will|would|committed)\b").search(further[: topic.start()])
        and not compiled(r"[\s]*[<D><E>]").match(topic[1])
    ):
        begin, stop = parts.end + topic.start(1), parts.end + topic.end(1)
        said = compiled(r",[^,]{0,80}\b(?:said|says|reported|reports|announced|told|added|according)\b").search(
            scene.between(begin, stop)
        )
        if said:
            stop = begin + said.start()
        while stop > begin and scene.between(stop - 1, stop) in " ,":
            stop -= 1
        if stop - begin >= 3:
            parts.topic = Span(begin, stop)
    return parts


_POSSESSED = (
    "military|troops|personnel|forces|embassy|soldiers|bases?|consulate|officials|companies|citizens|businesses|firms|investors|lawmakers|"
    "policy|policies|law|laws|soil|territory|airspace|ships?|interests|values|society|officers|marines|navy|army|air force|students|families"
)
_GOES_ON = frozenset((" ", "-"))
_QUALIFIES = rf"-[a-z]|\s+(?:{_POSSESSED})\b|[\s-]+(?:[<H><A><C>]+[\s-]+)*[<E>]"
_HOUSES = (
    "palace|house|hall|buildings|hotel|centre|center|building|room|pavilion|auditorium|office|offices|museum|airport|base|residence|headquarters|university|"
    "ministry|embassy|kremlin|castle|villa|temple|church|cathedral|stadium|club|resort|island|memorial|square|gate|school|institute|parliament|"
    "vatican|capitol|mansion|fort|lodge|estate|theatre|theater|complex|tower|city|department|secretariat|camp|valley|lake|park|farm|ranch|canal|bhavan|bhawan|palazzo|"
    "palais|palacio|istana"
)


_HOUSE = rf"\b(?:{_HOUSES})\b"


def venue(scene: Scene, at: int, prep: str) -> Span | None:
    """A building or place named by capitalised words, such as "the Great Hall of the People"; one word will do for a
    town that no table knows.
    """
    found = compiled(r"[<C><A><H><P><E>]+(?:'s|\s|of the |of |de |[<C><P><A><H>])*").match(scene.after(at, 100))
    if not found:
        return None
    words = found[0].rstrip()
    while words.endswith((" of", " de", " the", "'s")):
        words = words.rsplit(" ", 1)[0].rstrip() if not words.endswith("'s") else words[:-2]
    if not words:
        return None
    name = scene.text[at : at + len(words)]
    town = prep in ("in", "to", "dest") and name.isalpha() and len(name) > 3 and not name.isupper()
    if town or compiled(_HOUSE).search(name.lower()):
        return Span(at, at + len(words))
    return None


def _extent(scene: Scene, at: int) -> Span | None:
    """A named occasion from an offset on, to the end of its name."""
    event = next((m for m in scene.events if at <= m.start <= at + 12 or m.start <= at < m.end), None)
    if event is not None:
        return Span(min(at, event.start), event.end)
    found = compiled(
        r"[^.,;:\n\"]{3,120}?(?=\s+(?:here|on|in|at|where|which|and|to|today|yesterday)\b|[.,;:\n\"]|\Z)"
    ).match(scene.after(at, 130))
    return Span(at, at + len(found[0].rstrip())) if found and found[0].strip() else None


_CHAIN = (
    r"[\s,]*+(?:\([^)]{0,40}\)\s*)?(?:(?:who|which|will|shall|would|has|have|had|is|are|was|were|be|been|being|am|to|also|then|later|earlier|"
    r"today|yesterday|tomorrow|recently|separately|jointly|on|both|each|again|scheduled|expected|due|set|slated|just|first|next|this|last|week|"
    r"each|himself|herself|nations|countries|economies|industrial|leaders|ministers|officials|members|states|not|no|longer|never|reportedly|currently|now|the|here|did|do|does|briefly|all|themselves|going|[<D>]++|\w+ly)[\s,]*+)*+\Z"
)


_NATIONALS = (
    r"[<A>]+(?:[\s,]+(?:and\s+)?[<A>]+)*\s+(?:[a-z-]+\s+){0,3}?(?:officials|ministers|leaders|negotiators|delegations|delegates|diplomats|envoys|presidents|"
    r"sides|experts|representatives|delegation|authorities|foreign ministers|counterparts|teams)(?:[\s,]+(?:also|have|had|will|are|were|is|was|to|be|again|later|[<D>]+|on|earlier|"
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
    heads = [head for head in scene.asides if begin <= head.start < at and head.rule == "demonym"]
    return Group(sorted(heads), scene.before(heads[0].start, 100)) if heads else None


INVITED = frozenset(("invite", "invites", "invited", "inviting"))
_OBLIQUE = _PREPOSITIONS | frozenset(
    "than invite invites invited inviting visit visits visited visiting meet meets met meeting receive received receiving host hosts hosted "
    "hosting telephone telephoned tour toured attend attended attending tell told telling ask asked asking urge urged thank thanked thanking "
    "inform informed brief briefed congratulate congratulated call called chair chaired join joined welcome welcomed address addressed lead "
    "leading led see saw greet greeted accompany accompanied accompanying represent representing support supports supported against".split()
)


_INTENDING = (
    r"([<A>]+)(?:'s|')?\s+(?:[a-z]+\s+)?(?:readiness|willingness|intention|plans?|offer|decision|desire|bid|proposal|hope|interest)\s+"
    r"(?:to|in)\s+\Z"
)


def _intending(scene: Scene, at: int) -> Group | None:
    """Whose plan it is: "affirmed the UAE's readiness to host"."""
    left = scene.before(at, 60)
    if not left.endswith((" to ", " in ")) or ASIDE not in left:
        return None
    found = compiled(_INTENDING).search(left)
    if found is None:
        return None
    start = at - len(left) + found.start(1)
    head = next((head for head in scene.asides if head.start <= start < head.end), None)
    return None if head is None or head.rule == "demonym" else Group([head])


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
        if scene.between(group.end, at).startswith(")") and scene.before(group.start, 1) == "(":
            continue  # an agency or an acronym in brackets
        gap = scene.between(group.end, at)
        if len(gap) > 400 or ";" in gap or '"' in gap:
            return None
        if gap.lstrip().startswith(",") and compiled(r",\s+(?:who|which|whose)\b[^,;]{0,200}\Z").search(
            scene.before(group.start, 220)
        ):
            continue  # "A, who succeeded B, met C"
        if verb and len(gap) < 120 and compiled(_CHAIN).match(gap):
            free = group.lead not in _OBLIQUE or group.lead in (
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
                return group
        if verb and group.lead in INVITED and gap.lstrip().startswith("to "):
            return group  # "A invited B to visit"
        if group.lead in _OBLIQUE:
            continue
        return group
    return None
