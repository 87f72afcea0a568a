"""Whom "he", "she" and "it" mean: one who fits, in the same sentence or just before it."""

from .memory import Memory
from .seen import Seen
from .styled_persons import STYLES, styled

_IT_ACTS = tuple(
    "will would has had said also agree reaffirm plan hope seek support intend aim remain want urge call decide reject "
    "pledge promise approve announce condemn welcome express undert reiterate propose demand request refuse accept offer "
    "sign stress add note warn invite commit sought oppose endorse back denounce insist underline emphasi vow ruled rules "
    "signed did does must should shall stand believe consider".split()
)
"""What follows "it" where that means one who acts, or the beginnings of it."""


_ITS_RULERS = (
    " government",
    " parliament",
    " cabinet",
    " leader",
    " president",
    " prime minister",
    " foreign minister",
)
"""What follows "its" where that means a state named in the sentence before."""


def person_pronoun(memory: Memory, start: int, end: int, gender: str) -> None:
    """The subject of the sentence, or whom the last sentences are about: "he", "she", "his", "her"."""
    if memory.document.folded.startswith(STYLES, end):
        styled(memory, start, gender)
        return
    if memory.document.text[start:end].isupper():
        return  # "HE" is His Excellency
    sentence = memory.come_to(start)
    quote = memory.quote_at(start)

    def fits(seen: Seen) -> bool:
        return (
            seen.member.gender in (None, gender)
            and not memory.reports(seen)
            and memory.quote_at(seen.start) in (-1, quote)
        )

    here: list[Seen] = []
    near: list[Seen] = []  # in the sentence before
    for seen in memory.persons[-8:]:
        ago = sentence - seen.sentence
        if ago <= 1 and fits(seen):
            (near if ago else here).append(seen)
    topic = memory.topic
    chosen: Seen | None = None
    word = memory.document.folded[start:end]
    if here and _object(memory, word, end):
        # Not the one who acts: "Anwar met Lee and gave him his word".
        actor = next((seen for seen in here if memory.leads(seen)), here[-1]).member
        others = [seen for seen in here if seen.member is not actor]
        chosen = others[-1] if others else None
        earlier = memory.earlier
        if chosen is None and earlier is not None and sentence - earlier.sentence <= 2 and fits(earlier):
            chosen = earlier
        if chosen is None or chosen.member is actor:
            return
    elif here and word in ("his", "her") and memory.document.folded[here[-1].end : start].strip() == "and":
        chosen = here[-1]
    elif here:
        chosen = next((seen for seen in here if memory.leads(seen)), None)
        if chosen is None and word in ("his", "her"):
            chosen = here[-1]
        if chosen is None and not (topic and sentence - topic.sentence == 1 and fits(topic)):
            chosen = here[-1]
    if not here and word in ("his", "her"):
        chosen = _told_next(memory, start, gender)
    if chosen is None and topic is not None and sentence - topic.sentence <= 2 and fits(topic):
        chosen = topic
    if chosen is not None and chosen not in here and chosen.sentence == memory.subjects_sentence:
        if chosen.member in memory.subjects:
            # "A and B signed. She smiled": one of them, if only one can be a woman.
            may = [member for member in memory.subjects if member.gender in (None, gender)]
            may = [member for member in may if member.gender == gender] or may
            if len(may) != 1:
                return
            chosen = Seen(may[0], chosen.begin, chosen.end, chosen.sentence, subject=True, start=chosen.start)
    if quote >= 0 and not here:
        return  # whom a speaker speaks of is not told by who speaks
    if chosen is None and len({seen.member for seen in near}) == 1:
        chosen = near[0]
    if chosen is None:
        return
    member = chosen.member
    if member.person:
        member.gender = member.gender or gender
    memory.mean(member, start, end, "pronoun")
    if chosen not in here:
        memory.topic = memory.note_pronoun(memory.persons, member, start, end)


def _told_next(memory: Memory, start: int, gender: str) -> Seen | None:
    """The one who is named as the subject after a phrase that opens the sentence: "In his speech, President X said"."""
    sentence = memory.document.sentences[memory.sentence]
    folded = memory.document.folded
    name = memory.next_name
    if name is None or start - sentence.start > _OPENING or name[0] >= sentence.end:
        return None
    begin = folded[sentence.start : start].split(None, 1)[:1]
    if not begin or not (begin[0] in _OPENS or begin[0].endswith("ing")):
        return None
    comma = folded.find(", ", start, name[0])
    member = name[2]
    if comma < 0 or name[0] - comma > _OPENING or not member.person or member.gender not in (None, gender):
        return None
    between = folded[comma + 2 : name[0]].split()
    if not _VERBLESS.isdisjoint(between):
        return None
    return Seen(member, name[0], name[1], memory.sentence, subject=True, start=-1)


_OPENING = 60
"""How far into a sentence a phrase that opens it says "his", and how long a title before the name is."""
_OPENS = frozenset("in during at after before on upon following for since with as by throughout despite under".split())
_VERBLESS = frozenset("he she they and with that by to met told said".split())
"""Words that show that another subject stands before the name."""
_AFTER_OBJECT = frozenset(
    "and for to at in on that with of as from by about into over during after before when".split()
)


def _object(memory: Memory, word: str, end: int) -> bool:
    """Whether a pronoun is an object: "him", and "her" where no noun follows."""
    if word == "him":
        return True
    if word != "her":
        return False
    following = memory.document.folded[end : end + 12]
    return (
        not following.startswith(" ")
        or following.split()[:1] == []
        or following.split()[0].strip(",.;") in _AFTER_OBJECT
    )


def thing_pronoun(memory: Memory, start: int, end: int, _: str) -> None:
    """The state or body that is the subject: "its", and "it" before a verb of will or speech."""
    folded = memory.document.folded
    own = folded.startswith("its", start)
    if not own and (not folded[end : end + 24].lstrip().startswith(_IT_ACTS) or folded.endswith(" which ", 0, start)):
        return
    sentence = memory.come_to(start)
    here: Seen | None = None
    for seen in memory.bodies[:-7:-1]:
        if seen.sentence == sentence and memory.leads(seen):
            here = seen
            break
    if here is None and (not own or folded.startswith(_ITS_RULERS, end)):
        before = [seen for seen in memory.bodies[-6:] if sentence - seen.sentence == 1]
        here = next((seen for seen in before if memory.leads(seen)), None)
    if here is not None:
        memory.mean(here.member, start, end, "pronoun")
        if not own:
            memory.note_pronoun(memory.bodies, here.member, start, end)
