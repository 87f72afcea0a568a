"""What is traded: goods or services, and which goods."""

from diplokit import Span
from diplokit.resolve.clauses import Sentence, words
from diplokit.vocabulary import Scope

from .words import word_class

# What stands before "exports" without being what is exported.
_PLAIN = frozenset(
    "total overall bilateral two-way annual combined monthly quarterly yearly mutual gross current its "
    "our their the and of in to merchandise goods services global world visible domestic major key main "
    "while but comprising including as with such record all where whose that higher lower new more of-which "
    "whereas billion million trillion bn mln average daily value worth it they she he we you remained remain remains exports imports export import $ reach reaching foreign direct aggregate cumulative these those his her by for from on at is are were "
    "was has had which non-oil's both net".split()
)


def scope_of(sentence: Sentence, first: int, last: int, amount_end: int) -> Scope:
    """Whether a figure is of goods, of services, of both, as the words around it say."""
    near = sentence.words[max(first - 4, 0) : last + 6] + sentence.words[amount_end + 1 : amount_end + 9]
    goods = any(word in word_class("scope_goods") for word in near)
    services = sentence.words[first - 1 : first] == ["service"] or any(
        word in word_class("scope_services") for word in near
    )
    if goods and services:
        return Scope.GOODS_AND_SERVICES
    if goods:
        return Scope.GOODS
    return Scope.SERVICES if services else Scope.UNSPECIFIED


def commodity_of(sentence: Sentence, kind: str, first: int, last: int, amount_end: int) -> Span | None:
    """What is traded: "exports of palm oil", "car exports"."""
    tokens = sentence.words
    if kind not in ("exports", "imports", "re_exports", "domestic_exports", "sold", "bought"):
        return None
    start = None
    for at in (last + 1, amount_end + 1):
        if at < len(tokens) and tokens[at] == "of":
            start = at + 1
        elif at + 1 < len(tokens) and tokens[at] == "worth" and tokens[at + 1] == "of":
            start = at + 2
        if start is not None:
            break
    if start is not None:
        end = start
        while end < len(tokens) and end - start < 8:
            word = tokens[end]
            if word in (
                "to",
                "from",
                "in",
                "for",
                "with",
                "were",
                "was",
                "worth",
                "valued",
                "reached",
                "rose",
                "fell",
                "totalled",
                "totaled",
                "last",
                "this",
                "amounted",
                "(",
                ";",
                ".",
                "a",
                "by",
                "-",
                "stood",
                "over",
                "during",
            ):
                break
            if word == "," and not any(w == "and" for w in tokens[end : end + 6]):
                break
            if any(char.isdigit() for char in word):
                break
            if sentence.actors[end] >= 0 and end == start:
                start = end + 1
            end += 1
        while end > start and tokens[end - 1] in (",", "and"):
            end -= 1
        if (
            end > start
            and not any(char.isdigit() for char in tokens[start])
            and tokens[start] not in _PLAIN
            and tokens[start]
            not in (
                "$",
                "us",
                "exports",
                "imports",
                "about",
                "around",
                "more",
                "over",
                "some",
                "nearly",
                "rm",
                "€",
                "£",
                "¥",
                "almost",
            )
        ):
            return Span(sentence.starts[start], sentence.stop(end - 1))
        return None
    if kind in ("sold", "bought") or tokens[first].endswith("ed"):
        return None
    back = first - 1
    while (
        back >= 0
        and first - back <= 3
        and tokens[back] not in _PLAIN
        and sentence.actors[back] < 0
        and tokens[back][:1].isalpha()
        and tokens[back] != "'s"
        and (
            tokens[back] not in words().prepositions
            and tokens[back] not in words().adverbs
            and tokens[back] not in words().determiners
            and not tokens[back].endswith(("ed", "ing", "ly"))
            and tokens[back] not in words().times
            and tokens[back] not in words().speech
            and tokens[back] not in word_class("target")
            and tokens[back] not in word_class("up")
            and tokens[back] not in word_class("down")
        )
    ):
        back -= 1
    if back + 1 < first:
        return Span(sentence.starts[back + 1], sentence.stop(first - 1))
    return None
