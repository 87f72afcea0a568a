"""Nouns that stand for no particular meeting: "regular talks", "a process of dialogue", "the weekly cabinet meeting"."""

from .patterns import compiled, holds
from .words import Word

# The last words before a noun that may make it general.
_GENERAL = frozenset("no any every each all such regular more many frequent further future level of like if".split())
_SINGLE = frozenset("meeting conference summit session forum visit ceremony round-table roundtable".split())
_BUSINESS = frozenset(
    "weekly monthly daily board cabinet shareholders shareholders' shareholder general news press".split()
)
_SERIES = frozenset("annual biennial yearly regular biannual".split())
_HELD_A = (
    r"\b(?:hold|holds|held|holding|had|have|has|attend|attends|attended|hosts?|hosted)\s+an?\s+(?:[\w-]+\s+){0,3}\Z"
)
_OUTINGS = frozenset(
    "field shopping school fishing hunting boat camping road walking guided package sightseeing concert site home hospital".split()
)
"""Words before "trip", "tour" and "visit" that make them none to a state: "a fishing trip"."""
_REQUESTS = frozenset("why how please let's us".split())


def general(text: str, word: Word, left: str, right: str) -> bool:
    """Whether a noun stands for no particular meeting."""
    *_, earlier, last = ("", "", *left[-60:].replace("-", " ").split())
    if last == "level" and text in _SINGLE:
        return False  # "the next high-level meeting"
    if (last in _GENERAL or earlier in _GENERAL) and compiled(
        r"\b(?:no|any|every|each|all|such|regular|more|many|frequent|further|future(?! of)|high-level|exchange of|like|if)\s+(?:[^\s,.;]+\s+)?\Z"
    ).search(left):
        return not compiled(
            r"\b(?:held|hold|attended?|a|the|his|her|two|three)\s+(?:high-level|further)\s+(?:[^\s,.;]+\s+)?\Z"
        ).search(left)
    if (
        last in _BUSINESS
        and not (text == "talks" and last in ("weekly", "monthly"))
        and compiled(r"\b(?:weekly|monthly|daily|board|cabinet|shareholders'?|annual general|news|press)\s+\Z").search(
            left
        )
        and not (last == "cabinet" and compiled(_CHAIRED).search(left))
    ):
        return True  # the business of one body
    if last in _SERIES and compiled(r"\b(?:is|are|was)\s+an?\s+[a-z]+\s+\Z").search(left):
        return True  # what it is, not that it took place
    if text == "summit" and compiled(r"\s+of\s+(?:mount|mt\b|the (?:mountain|hill|volcano))").match(right):
        return True
    if last in _REQUESTS and compiled(r"\b(?:why|how|please|let's|let us)\s+\Z").search(left):
        return True
    if holds(right, _STANDSTILLS) and compiled(_STALLED).match(right):
        return True  # "as talks with X have stalled"
    if text.endswith("audience") and not compiled(r"\s+(?:with|by|from)\b").match(right):
        return not compiled(
            r"\b(?:in|grant(?:s|ed)?|g[ai]ves?|given|accorded|private|papal|royal)\s+(?:an?\s+)?\Z"
        ).search(left)
    if text in ("bilateral", "trilateral"):
        held = r"|in|at|on" if text == "trilateral" and compiled(_HELD_A).search(left) else ""
        return not compiled(rf"\s+(?:with|between{held})\b").match(right)
    if " in re" in left[-40:] and compiled(_INTEREST).search(left):
        return True
    if text in _INFORMAL:
        return compiled(_WITH_SOMEBODY).match(right) is None
    if text in ("exchange of views", "exchanges of views"):
        return not (compiled(_HELD_A).search(left) or compiled(r"\s+(?:took place|was held)\b").match(right))
    if word.sense == "consultation" and text.endswith("dialogue") and compiled(_DEEPENED).search(left[-60:]):
        return True
    if word.sense == "visit" and (last in _OUTINGS or (last == "return" and text == "trip")):
        return True
    if word.sense == "call":
        if text == "call":
            return not (
                compiled(r"(?:\b(?:a|the|his|her|their|today's|this)|[<A>])\s+(?:\w+\s+){0,2}\Z").search(left)
                and compiled(
                    r"\s+(?:(?:on\s|earlier\s)*[<D>]+\s)?(?:with|from|between)\s|\s+to\s+(?:the\s+|his\s+|her\s+)?[\ue000\ue005]"
                ).match(right)
            )
        if text in ("conversation", "conversations"):
            spoken = r"\s+(?:\w+\s+)?(?:with|between|that)\s"
            return not compiled(spoken if compiled(r"\b(?:our|my)\s+\Z").search(left) else spoken + r"|\s+[<D>]").match(
                right
            )
    return False


_DEEPENED = (
    r"\b(?:(?:deepen|strengthen|promot|enhanc|foster|expand|intensif|boost|encourag|develop|broaden|upgrad|elevat)[a-z]*\s+(?:the|their|its|a|our)?"
    r"|(?:process|culture|spirit|channels?|lines?|path|mechanisms?) of)\s*(?:[a-z-]+\s+)?\Z"
)
"""Before a dialogue that is no one meeting."""
_INTEREST = r"\b(?:interest|belief|point|use|success)\s+in\s+re-?[a-z]+ing\s+(?:[a-z-]+\s+){0,2}\Z"
"""Before talks that are not held: "some interest in restarting"."""
_CHAIRED = r"\b(?:chair(?:s|ed|ing)?|presid(?:es?|ed|ing) over|conven(?:es|ed|ing)|attend(?:s|ed|ing)|at|after)\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,3}\Z"
"""Before the sitting of a cabinet of which something is told."""
_INFORMAL = frozenset(("encounter", "sit-down", "one-to-one", "interaction", "exchange", "talk"))
"""Words that tell of a meeting only with whom it was."""
_WITH_SOMEBODY = r"\s+(?:(?:on\s+)?[<D>]+\s+|here\s+|today\s+|in\s+(?:the\s+)?[<P><H>]+\s+)?(?:with|between)\s+(?:(?:the|his|her|its|visiting)\s+){0,2}[<H><T><A><C>]"
_STANDSTILLS = ("stall", "deadlock", "bogged", "nowhere", " hit ", "ground to", "impasse", "limbo")
_STALLED = (
    r"[^.;,\"]{0,70}?\b(?:(?:have|has|had|remain(?:s|ed)?|are|is|were|was)\s+(?:[a-z]+\s+){0,2})?"
    r"(?:stall(?:ed|s|ing)?|deadlocked|bogged down|gone nowhere|hit (?:a|an) (?:impasse|snag|deadlock|wall)|ground to a halt|at an impasse|in limbo)\b"
)
