"""What stands around a word that tells of a meeting: who, with whom, where, when, on what occasion, about what."""

from diplokit import Span

from .parts import OF_PEOPLE, SIDELINES, Parts, behind_predicate, take_sidelines, take_topic, with_listed
from .patterns import ASIDE, CAPITAL, DATE, EVENT, HEAD, PLACE, TITLE, compiled
from .roles import PARTICIPLES, roles_of_words
from .sentences import TOKENS, Scene, mention_at
from .stage import Stage
from .venues import extent, house, private, qualifies, venue
from .words import bag, support

_BY = r"\s+(?:over\s+)?(?:\w+ly\s+)?by\b"
_NAME_GOES_ON = r"\s+[<C>]"
_GOALS = ("the ", "neighbo", "nearby ", HEAD, PLACE, CAPITAL, ASIDE, EVENT, TITLE)
"""How what follows "to" begins, where it is a goal and no verb."""
_IN_A_LIST = frozenset((",", ";", ", and", "; and", "and", ", and the", "and the"))
_AND_MORE = (
    r"\s+(?:with |in |on |at |between )?(?:(?:the|his|her|its|their|other|several|key|members|senior|a|private|some|government|civil) )*"
    r"[<H><P><C><A><E><T><D>]"
)
_ANOTHER_TRADE = r"\s+(?:(?![a-z]+ed\b)[a-z-]+\s+){1,2}(?:[<T>]+\.?\s+)?(?=[<H>])"
"""After "and", between what one is and one's name."""
_ON_THE_WAY = frozenset(("flight", "way", "route", "journey", "return"))
_OF = r"\b(?:of|from)\s+(?:the\s+)?\Z"
_DEADLINE = r"(?:(?:before|by)\s+(?:the\s+)?end\s+of\s+(?:the\s+)?|(?:until|till)\s+)(?=<D>)"
_OF_PLACES = frozenset(("in", "at", "to", "into", "obj", "dest", "from", "near"))
_ABOUT = frozenset(("on", "for", "about", "over", "regarding", "concerning"))
_DOING = r"\s+[a-z]{3,}ing\b"
_PICTURED = r"\((?:[a-z0-9]+[ -]?){1,3}\)"
_DAY_AGAIN = r"\s\(\d{1,2}\)"
"""Behind "today" in a ministry's text: the day of the month."""
_OF_HOUSES = frozenset(("at", "in", "to", "dest"))
_OF_EVENTS = frozenset(("during", "at", "on", "of", "for", "in", "after", "before", "to"))
_OF_SIDELINES = frozenset(("on", "at", "in"))
_ENDING = frozenset(("after", "before", "since", "until", "despite", "about", "regarding", "concerning", "over"))


_BUILDINGS = frozenset(
    "airport international airbase palace university stadium hotel castle harbour harbor city town province region district".split()
)
"""What the name of a place may belong to."""


def _names(stage: Stage, scene: Scene, end: int) -> bool:
    """Whether another thing that somebody is and the name follow "and": "billionaire and | philanthropist X"."""
    found = compiled(_ANOTHER_TRADE).match(scene.after(end, 60))
    group = None if found is None else scene.group_at(end + found.end())
    return group is not None and stage.persons.issuperset(group.ids)


def follow(stage: Stage, scene: Scene, start: int, prep: str, stops: frozenset[int] = frozenset()) -> Parts:
    """Read on from the end of a trigger until the clause ends.

    Args:
        stage: The document.
        scene: The sentence.
        start: Where to begin.
        prep: What governs the first words: `obj` after a transitive verb, a preposition, or nothing.
        stops: Offsets of verbs that begin something else.
    """
    parts = Parts(start)
    masked, offset = scene.masked, scene.start
    at = start - offset
    closed = prep == ""  # what comes next needs a word that governs it
    if closed:
        at = behind_predicate(masked, at)
    reach = start - offset  # how far it has been read, in the masked text
    governed = at  # where the last preposition ends
    comma = named = place_open = False
    strange = 0
    last = ""
    roles = roles_of_words()
    for token in compiled(TOKENS).finditer(masked, at, at + 420):
        at, end = token.span()
        if at < reach:
            continue
        word = token[0]
        if at + offset in stops and not (
            word in PARTICIPLES and not (word == "signed" and strange) and compiled(_BY).match(masked, end, end + 20)
        ):
            break  # "sign a pact replacing the one signed by others"
        named = named and word == ","
        role = roles.get(word)
        if role == "small":
            continue
        if role is None:
            kind = word[0]
            if kind == HEAD:
                group = scene.group_at(at + offset)
                if group is None:
                    continue
                if group.acts:
                    break
                if parts.asides and prep in OF_PEOPLE:
                    group = with_listed(scene, parts, prep, group)
                ids = group.ids
                state = stage.states.issuperset(ids)
                if prep == "at" and not state and compiled(_NAME_GOES_ON).match(masked, end, end + 3):
                    building = venue(scene, at + offset, prep)  # "at Bayan Palace"
                    if building is not None and building.end > end + offset:
                        parts.venue, reach, closed = parts.venue or building, building.end - offset, True
                        continue
                if prep in _OF_HOUSES and not state and stage.states.isdisjoint(ids) and stage.persons.isdisjoint(ids):
                    known = house(scene.text[group.start : group.end])
                    if (known and masked.endswith(("to", "to the"), 0, at - 1)) or prep in ("at", "in"):
                        reach = end  # "at the UN headquarters in New York"
                        if parts.venue is None and known:
                            parts.venue = Span(group.start, group.end)  # "at the White House"
                        continue
                if qualifies(masked, end) or (state and private(masked, end)):
                    if group.heads[0] in scene.asides:  # "with Lao and U.S. officials"
                        parts.asides += [(prep, head) for head in group.heads if head not in scene.asides]
                    reach = end  # "U.S.-sponsored", "the Japan-Malaysia … Summit"
                    continue
                if state and prep in ("at", "in") and compiled(_NAME_GOES_ON).match(masked, end, end + 3):
                    parts.venue = parts.venue or venue(scene, at + offset, prep)  # "at the Singapore Pavilion"
                    reach = parts.venue.end - offset if parts.venue else end
                    continue
                if place_open and comma and masked[reach:at].strip() not in _IN_A_LIST:
                    break  # "During their trip to Peru, the Malaysian side …"
                in_place = place_open or prep in ("in", "at", "into", "to", "dest")
                if state and in_place and group.heads[0].rule != "office of state":
                    parts.places += [Span(head.start, head.end) for head in group.heads if head.start >= at + offset]
                    if prep in ("to", "obj", "dest"):
                        parts.groups.append((prep, group))
                    place_open = True
                elif prep and (
                    not comma
                    or (parts.unnamed(prep) and stage.persons.issuperset(ids) and scene.after(group.end, 1) in ",.")
                ):
                    parts.groups.append((prep, group))
                elif (
                    comma
                    and prep in ("obj", "with")
                    and parts.groups
                    and stage.states.issuperset(parts.groups[-1][1].ids)
                    and stage.persons.issuperset(ids)
                ):
                    parts.groups[-1] = (prep, group)  # "his peers from Argentina and Brazil, A and B"
                else:
                    break
                reach = group.end - offset
                comma = False
                closed = True
            elif kind == DATE:
                parts.date = parts.date or mention_at(scene.dates, at + offset)
                again = compiled(_DAY_AGAIN).match(masked, end, end + 8)
                reach = again.end() if again else end
                comma = place_open = False
                closed = True
            elif kind == PLACE:
                mention = mention_at(scene.places, at + offset)
                if mention is None or mention.value.form != "noun":
                    continue
                if prep == "at" and not place_open and compiled(_NAME_GOES_ON).match(masked, end, end + 3):
                    building = venue(scene, at + offset, prep)  # "at Hyderabad House"
                    if building is not None and building.end > end + offset:
                        parts.venue, reach, closed = parts.venue or building, building.end - offset, True
                        continue
                if place_open or prep in _OF_PLACES:
                    if not place_open and (
                        prep == "from" or (prep == "obj" and compiled(_OF).search(masked[at - 8 : at]))
                    ):
                        continue  # "met the Governor of Punjab"
                    parts.places.append(mention.span)
                    place_open = closed = True
                    reach = end
                elif comma:
                    break
                comma = False
            elif kind == EVENT:
                event = mention_at(scene.events, at + offset)
                if prep == "for" and parts.purpose is None:
                    parts.purpose = event
                if parts.event is None and prep in _OF_EVENTS:
                    parts.event = event
                reach = end
                comma = place_open = False
                closed = True
            elif kind in (CAPITAL, TITLE, ASIDE):
                if closed and not comma and not place_open and kind != ASIDE and prep == "":
                    break
                place_open = place_open and comma
                if kind == CAPITAL and comma and parts.people and not parts.groups and prep in ("obj", "with"):
                    comma = False  # "the High Representative for Foreign Policy, Security and Defence A"
                if kind == ASIDE and comma and parts.asides and not parts.groups and prep in OF_PEOPLE:
                    comma = False  # "between the Lao, Thai and Khmer foreign ministers"
                if kind == ASIDE and private(masked, end):
                    parts.people = parts.people or prep in ("obj", "with")
                else:
                    parts.asides += [(prep, aside) for aside in scene.aside_at(at + offset, end + offset)]
                if kind == TITLE:
                    parts.people = parts.people or prep in ("obj", "with", "between", "by")
                elif kind == CAPITAL and prep in ("at", "in", "dest", "to") and parts.venue is None:
                    if masked[governed:at].strip() in ("", "the"):
                        parts.venue = venue(scene, at + offset, prep)
                if kind == CAPITAL and prep in ("obj", "with", "between"):
                    parts.people = True
            elif word.endswith("ly") and len(word) > 4:
                continue
            elif comma and word in support():
                break
            elif place_open and not comma and word in _BUILDINGS:
                reach = end  # "at Samarkand airport on Friday"
            else:
                strange += 1
                last = word
                place_open = False
                if comma or closed or strange > 7:
                    break
        elif role == "preposition":
            if word == "to" and not masked.startswith(_GOALS, end + 1):
                break
            if word == "of" and last in bag("towns") and prep in _OF_PLACES:
                continue  # "in the Kenyan capital of Nairobi"
            if word == "of" and prep in ("with", "between", "by", "obj", "among") and (parts.people or strange):
                continue  # "members of", "leaders of"
            if word == "from" and prep in ("with", "obj", "between") and parts.people and not parts.groups:
                continue  # "representatives from"
            if word in _OF_SIDELINES and masked.startswith(" the ", end):
                sidelines = compiled(SIDELINES).match(masked, at, at + 40)
                if sidelines:
                    parts.occasion = extent(scene, sidelines.end() + offset)
                    if parts.occasion is None:
                        break
                    parts.event = next(
                        (m for m in scene.events if m.start <= parts.occasion.end and parts.occasion.start <= m.end),
                        None,
                    )
                    reach = parts.occasion.end - offset
                    closed = True
                    continue
            if (word == "to" and last in _ON_THE_WAY) or (
                word in ("between", "among") and prep == "on" and last and (parts.groups or parts.people)
            ):
                word = "aside"  # "on her flight to", "with leaders on the war between"
            if word == "of" and last in bag("monuments"):
                word = "aside"  # "at the tomb of the first president"
            if (last in bag("behalf") and word in ("of", "from", "by")) or (word == "of" and prep == "behalf"):
                word = "behalf"
            elif prep in _ABOUT and word == "in" and last in bag("troubles"):
                word = "aside"  # "on the situation in the Middle East"
            elif word == "by" and compiled(_DOING).match(masked, end, end + 24):
                break  # "began a visit on Monday by calling for"
            prep = "dest" if word == "to" and prep == "obj" else word
            governed, last = end, ""
            comma = place_open = closed = False
            if parts.date is None and word in ("before", "by", "until", "till"):
                deadline = compiled(_DEADLINE).match(masked, at, at + 36)
                if deadline:
                    parts.date = mention_at(scene.dates, deadline.end() + offset)
            if word in _ENDING:
                break
        elif role == "mark":
            if word == "," and named:
                continue  # "with his Turkish counterpart, Mr X"
            if word == "(" and (pictured := compiled(_PICTURED).match(masked, at, at + 26)):
                reach = pictured.end()  # "meets the Prime Minister (left) in Lima"
                continue
            comma = comma or word in ",;-"
            if word in ";-" and not place_open:
                break
        elif role == "joint":
            if word == "and":
                if compiled(_AND_MORE).match(masked, end, end + 60):
                    closed = False
                elif prep in OF_PEOPLE and not (parts.groups or parts.people) and _names(stage, scene, end + offset):
                    pass  # "American billionaire and philanthropist X"
                elif bag("people").isdisjoint([later.strip(",.;") for later in masked[end : end + 60].split()[:4]]):
                    break
        elif role == "people":
            if prep in OF_PEOPLE:
                parts.people = True
        elif role == "peer":
            named = parts.people = True
        elif role == "here":
            parts.here = Span(at + offset, end + offset)
            reach = end
        elif role == "participle" and (by := compiled(_BY).match(masked, end, end + 20)):
            prep = ""
            reach = by.end() - 2  # "presided over | by"
            comma = False
        elif role == "participle" and not (comma and word in support()):
            strange += 1
            place_open = False
            if comma or closed or strange > 7:
                break
        elif role != "adverb":
            break
    parts.end = reach + offset
    further = masked[reach : reach + 300]
    if parts.occasion is None:
        take_sidelines(scene, parts, further)
    take_topic(scene, parts, further)
    return parts
