"""What each word does in what follows a word that tells of a meeting: governs, joins, ends it, or speaks of people."""

from functools import cache

from .words import bag

PREPOSITIONS = frozenset(
    "with between among of by from to in at on during for about under via through over into within amid alongside against near "
    "towards toward since until till after before despite regarding concerning like including".split()
)
_STOP = frozenset(
    "which who whom whose that where when while as said says say told added will shall would could should may might can is are was were has "
    "have had be been but because if although though so then he she they it i we you who's after before since until said: noted stressed "
    "covered focused focussed centered centred tackled touched dealt reviewed included dwelt revolved examined looked aimed marked "
    "agreed announced called urged discussed reaffirmed expressed told according despite amid against".split()
)

_SMALL = frozenset(("the", "a", "an", "both", "s", "'", "two", "three"))
_ADVERBS = frozenset(
    "again today yesterday tomorrow tonight later earlier once twice together first early late planned scheduled slated".split()
)
PARTICIPLES = frozenset(
    "hosted held chaired co-chaired convened attended organised organized led co-led co-hosted sponsored co-sponsored moderated brokered "
    "mediated arranged opened addressed signed offered given presided headed".split()
)


@cache
def roles_of_words() -> dict[str, str]:
    """What a word does in what follows a meeting, for the words that do something."""
    roles: dict[str, str] = {}
    for role, words in (
        ("small", _SMALL),
        ("preposition", PREPOSITIONS),
        ("here", ("here",)),
        ("mark", (",", "-", "(", ")", ";")),
        ("joint", ("and", "or", "as", "well", "along", "together", "also", "&")),
        ("adverb", _ADVERBS),
        ("participle", PARTICIPLES),
        ("stop", (*_STOP, '"', ":", ".", "\u2026", "?", "!")),
        ("peer", ("counterpart", "counterparts", "peer", "peers", "colleague", "homologue")),
        ("people", bag("people")),
    ):
        for word in words:
            roles.setdefault(word, role)
    return roles
