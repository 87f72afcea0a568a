"""Whom "he", "she" and "it" mean: one who fits, in the same sentence or just before it."""

from .memory import Item, Memory, Seen

_IT_ACTS = tuple(
    "will would has had said also agreed reaffirmed plans hopes seeks supports intends aims remains wants urged called".split()
)


def person_pronoun(memory: Memory, item: Item) -> None:
    """The subject of the sentence, or whom the last sentences are about: "he", "she", "his", "her"."""
    gender = str(item.detail)
    if memory.document.text[item.start : item.end].isupper():
        return  # "HE" is His Excellency
    sentence = item.sentence

    def fits(seen: Seen) -> bool:
        return seen.member.gender in (None, gender) and seen.quote in (-1, item.quote)

    here = [seen for seen in memory.persons[-8:] if seen.sentence == sentence and fits(seen)]
    chosen: Seen | None = None
    word = memory.document.folded[item.start : item.end]
    if here and _object(memory, item, word):
        # Not the one who acts: "Anwar met Lee and gave him his word".
        actor = next((seen for seen in here if memory.leads(seen)), here[-1]).member
        others = [seen for seen in here if seen.member is not actor]
        chosen = others[-1] if others else None
        if (
            chosen is None
            and memory.earlier is not None
            and sentence - memory.earlier.sentence <= 2
            and fits(memory.earlier)
        ):
            chosen = memory.earlier
        if chosen is None or chosen.member is actor:
            return
    elif here and word in ("his", "her") and memory.document.folded[here[-1].end : item.start].strip() == "and":
        chosen = here[-1]
    elif here:
        chosen = next((seen for seen in here if memory.leads(seen)), None)
        if chosen is None and word in ("his", "her"):
            chosen = here[-1]
        if chosen is None and not (memory.topic and sentence - memory.topic.sentence == 1 and fits(memory.topic)):
            chosen = here[-1]
    if chosen is None and memory.topic is not None and sentence - memory.topic.sentence <= 2 and fits(memory.topic):
        chosen = memory.topic
    if chosen is not None and chosen not in here and chosen.sentence == memory.subjects_sentence:
        # "A and B signed. She smiled": one of them, if only one can be a woman.
        able = [member for member in memory.subjects if member.gender in (None, gender)]
        sure = [member for member in able if member.gender == gender]
        if chosen.member in memory.subjects and len(sure or able) != 1:
            return
        if chosen.member in memory.subjects:
            chosen = Seen((sure or able)[0], chosen.begin, chosen.end, chosen.sentence, subject=True)
    if item.quote >= 0 and not here:
        return  # whom a speaker speaks of is not told by who speaks
    if chosen is None:
        near = [seen for seen in memory.persons[-8:] if sentence - seen.sentence == 1 and fits(seen)]
        if len({id(seen.member) for seen in near}) == 1:
            chosen = near[0]
    if chosen is None:
        return
    member = chosen.member
    if member.person:
        member.gender = member.gender or gender
    memory.mean((member,), item.start, item.end, "pronoun")
    if chosen not in here:
        memory.topic = Seen(member, item.start, item.end, sentence, subject=True)
        memory.persons.append(memory.topic)


_AFTER_OBJECT = frozenset(
    "and for to at in on that with of as from by about into over during after before when".split()
)


def _object(memory: Memory, item: Item, word: str) -> bool:
    """Whether a pronoun is an object: "him", and "her" where no noun follows."""
    if word == "him":
        return True
    if word != "her":
        return False
    following = memory.document.folded[item.end : item.end + 12]
    return (
        not following.startswith(" ")
        or following.split()[:1] == []
        or following.split()[0].strip(",.;") in _AFTER_OBJECT
    )


def thing_pronoun(memory: Memory, item: Item) -> None:
    """The state or body that is the subject: "its", and "it" before a verb of will or speech."""
    folded = memory.document.folded
    own = folded[item.start : item.end] == "its"
    if not own and not folded[item.end : item.end + 24].lstrip().startswith(_IT_ACTS):
        return
    sentence = item.sentence
    here = [seen for seen in memory.bodies[-6:] if seen.sentence == sentence and memory.leads(seen)]
    if not here and not own:
        here = [seen for seen in memory.bodies[-6:] if sentence - seen.sentence == 1 and memory.leads(seen)][:1]
    if here:
        member = here[-1].member
        memory.mean((member,), item.start, item.end, "pronoun")
        if not own:
            memory.bodies.append(Seen(member, item.start, item.end, sentence, subject=True))
