"""Amounts of trade: which word of trade an amount of money belongs to, and what only stands beside one."""

import re
from collections.abc import Iterator, Sequence

from attrs import define

from diplokit import Hit, Mention, Money, Reading

from .clauses import Sentence
from .trade_words import refused, word_class


@define
class Amount:
    """An amount with what says it again in other currencies: "RM5 billion (US$1.2 billion)"."""

    mention: Mention[Money]
    equivalents: list[Mention[Money]]
    end: int


@define
class Word:
    """A word of trade in a sentence: its class, its first and last word, and where it stands."""

    kind: str
    first: int
    last: int
    start: int
    end: int


def grouped(money: Sequence[Mention[Money]], folded: str) -> Iterator[Amount]:
    """The amounts, each with its equivalents in other currencies."""
    current: Amount | None = None
    for mention in money:
        if current is not None:
            gap = folded[current.end : mention.start] if mention.start - current.end < 30 else "…"
            opened = gap.strip(" ,")
            other = mention.value.currency != current.mention.value.currency
            if other and opened in (
                "(",
                "or",
                "/",
                "(about",
                "(approximately",
                "(around",
                "(some",
                "(or",
                "(equivalent to",
                "equivalent to",
                "(roughly",
                "(nearly",
                "(over",
                "[",
                "=",
                "or about",
                "(almost",
                "(approx",
                "(approx.",
                "(more than",
                "or around",
                "or some",
                "or roughly",
                "(worth",
                "(s",
            ):
                current.equivalents.append(mention)
                current.end = mention.end
                if folded[current.end : current.end + 1] in (")", "]"):
                    current.end += 1
                continue
            yield current
        current = Amount(mention, [], mention.end)
    if current is not None:
        yield current


_ARMS = frozenset(
    [
        "arms",
        "weapons",
        "weapon",
        "military",
        "retail",
        "ticket",
        "company",
        "unit",
        "vehicle",
        "defence",
        "defense",
        "jet",
        "aircraft",
    ]
)
_TRADE = frozenset(["trade", "trading", "exports", "imports", "export", "import", "bilateral", "commerce"])


def measuring(sentence: Sentence, hits: Sequence[Hit], *, balance: bool, trade: bool = False) -> Iterator[Word]:
    """The words of trade that measure something here.

    Args:
        sentence: The sentence.
        hits: Its words of trade.
        balance: Whether a balance of trade was told just before: then a bare "surplus" is one too.
        trade: Whether any amount of trade was told just before: then "sales to Peru" is trade too.
    """
    others, after = word_class("other"), word_class("after")
    words = sentence.words
    said = ""
    for hit in hits:
        kind = str(hit.meaning)
        first, last = sentence.at(hit.start), sentence.at(hit.end - 1)
        if kind.startswith("those"):
            # "those to Chile": the exports that the sentence began to tell of
            if (
                said not in ("exports", "imports")
                or (kind == "those_to" and said != "exports")
                or (kind == "those_from" and said != "imports")
            ):
                continue
            kind = said
        elif kind in ("sales_to", "purchases_from"):
            owned = first > 0 and (sentence.actors[first - 1] >= 0 or words[first - 1] in ("'s", "its", "their", "our"))
            if not (trade or (owned and not _TRADE.isdisjoint(words))) or not _ARMS.isdisjoint(
                words[max(first - 2, 0) : first]
            ):
                continue
            kind = "exports" if kind == "sales_to" else "imports"
        elif kind == "exchanges":
            if not trade and _TRADE.isdisjoint(words):
                continue
            kind = "total_trade"
        said = kind
        following = words[last + 1] if last + 1 < len(words) else "."
        if following in others and kind not in ("bought", "sold"):
            continue
        if kind == "weak":
            before = words[first - 1] if first else ""
            if following == "and" and last + 2 < len(words) and words[last + 2] in refused():
                continue
            if (
                following not in after
                and not following.endswith("ed")
                and not following[:1].isdigit()
                and following not in (".", ";", '"', "-", ")")
            ):
                continue
            if before in (
                "free",
                "fair",
                "retail",
                "drug",
                "arms",
                "slave",
                "world",
                "of",
                "freer",
                "wildlife",
                "tourist",
                "wholesale",
                "the",
            ) and following not in ("between", "with", "was", "worth", "in"):
                continue
        if kind in ("surplus", "deficit") and (hit.end - hit.start < 10 or words[first] in ("negative", "positive")):
            near = words[max(first - 3, 0) : first]
            if any(
                word
                in (
                    "budget",
                    "fiscal",
                    "account",
                    "current",
                    "payments",
                    "government",
                    "public",
                    "services-only",
                    "revenue",
                    "state",
                    "capital",
                    "food",
                    "trust",
                    "federal",
                    "tourism",
                )
                for word in near
            ):
                continue
            if (
                not balance
                and not ({"trade", "exports", "imports", "export", "import", "bilateral", "commerce"} & set(words))
                and following not in ("with", "in")
            ):
                continue
            if following == "in" and "trade" not in words and not balance:
                continue
        if (
            kind in ("total_trade", "exports", "imports")
            and following == "and"
            and last + 2 < len(words)
            and words[last + 2] in ("investment", "investments")
        ):
            continue
        if first > 1 and words[first - 1] == "and" and words[first - 2] in ("investment", "investments"):
            continue
        yield Word(kind, first, last, hit.start, hit.end)


def respective(
    sentence: Sentence, found: Sequence[Word], amounts: Sequence[Amount]
) -> list[tuple[Amount, tuple[Word, bool] | None]] | None:
    """As in "exports and imports were 5 and 3 billion dollars respectively"."""
    if "respectively" not in sentence.words:
        return None
    ahead = [word for word in found if word.end <= amounts[0].mention.start]
    if len(ahead) != len(amounts) or len(amounts) < 2:
        return None
    return [(amount, (word, False)) for amount, word in zip(amounts, ahead, strict=True)]


# What is to be traded in many years is a contract.
_LONG_TERM = re.compile(
    r"\bover (?:a period of |the next |the coming |the course of )?(?:\d+|two|three|four|five|ten|fifteen|twenty|twenty-five|thirty) years|\bfor (?:the next )?(?:\d+|ten|fifteen|twenty) years"
)
# "earned 2 billion from coffee exports"
_EARNED = frozenset({"earned", "earns", "earn", "earning", "made", "received", "receives", "generated", "generates"})
_BASE = frozenset(["from", "against", "than"])


def governing(
    reading: Reading, sentence: Sentence, found: Sequence[Word], amount: Amount, amounts: Sequence[Amount]
) -> tuple[Word, bool] | None:
    """The word that measures an amount, and whether the amount is the base of a comparison; `None` if it is no trade."""
    words = sentence.words
    first, last = sentence.at(amount.mention.start), sentence.at(max(amount.end - 1, amount.mention.start))
    if last >= len(words):
        return None
    ahead = " ".join(words[last + 1 : last + 18])
    if _LONG_TERM.search(ahead):
        reading.notice("trade_figures", "no trade figure: deal_value", amount.mention.span)
        return None
    owner = _behind(sentence, found, amount.mention.start, last)
    if isinstance(owner, Word):
        if owner.kind in {"bought", "sold"}:
            return None
        return owner, False
    if owner is not None:
        reading.notice("trade_figures", f"no trade figure: {owner}", amount.mention.span)
        return None
    before = [word for word in found if word.last < first]
    if not before:
        return None
    word = before[-1]
    between = words[word.last + 1 : first]
    if word.kind in ("bought", "sold"):
        goods = frozenset(["goods", "products", "merchandise", "commodities", "exports", "services"])
        never = frozenset(
            [
                "bonds",
                "shares",
                "stock",
                "stocks",
                "land",
                "property",
                "treasuries",
                "debt",
                "equity",
                "securities",
                "stake",
                "currency",
            ]
        )
        near = words[last + 1 : last + 9]
        if never & set(near):
            return None
        if (
            "worth" in near[:3]
            and any(number >= 0 for number in sentence.actors[last + 1 : last + 5])
            and len(between) <= 6
            and "of" in near[:4]
        ):
            return word, False
        if (
            len(between) <= 6
            and "worth" in near + between
            and (goods & set(near) or word.kind == "sold")
            and not refused().keys() & set(near[:4])
        ):
            return word, False
        return None
    if len(between) > 45 or any(mark in between for mark in (";",)):
        return None
    preceding = words[first - 1] if first else ""
    inner = [step for step in range(word.last + 1, first) if words[step] in refused() and not _qualifies(words, step)]
    others = [other for other in amounts if word.end <= other.mention.start < amount.mention.start]
    base = _is_base(words, first)
    if inner and not base:
        tail = max(inner)
        if not any(other.mention.start > sentence.starts[tail] for other in others):
            reading.notice("trade_figures", f"no trade figure: {refused()[words[tail]]}", amount.mention.span)
            return None
    if preceding == "by" or (
        preceding == "of"
        and first > 1
        and words[first - 2]
        in (
            "increase",
            "decrease",
            "rise",
            "fall",
            "drop",
            "growth",
            "decline",
            "jump",
            "gain",
            "reduction",
            "difference",
            "improvement",
        )
    ):
        return None  # how much it changed
    if _is_step(words, first, last):
        return None
    links = word_class("links")
    stretch = words[word.last + 1 : first] if not others else words[sentence.at(others[-1].end - 1) + 1 : first]
    if others and not base:
        # a second amount of the same measure: "4.1 billion in February and 3.9 billion in March"
        if not ("and" in stretch or "," in stretch or "to" in stretch) or any(w in refused() for w in stretch):
            return None
        if any(w in ("including", "which", "of") for w in stretch[:3]) and "exports" not in stretch:
            return None
    apposed = word.kind in ("surplus", "deficit") and preceding == "," and words[last + 1 : last + 2] == [","]
    if not any(w in links for w in stretch) and not (len(stretch) <= 2) and not apposed:
        return None
    if _new_subject(sentence, word.last + 1, first):
        return None
    return word, base


def _behind(sentence: Sentence, found: Sequence[Word], start: int, last: int) -> Word | str | None:
    """What an amount is of by the words after it: a word of trade, a reason to refuse it, or nothing."""
    words = sentence.words
    step = last + 1
    linked = ""
    count = 0
    while step < len(words) and count < 9:
        word = next((w for w in found if w.first <= step <= w.last), None)
        if word is not None and (linked or word.first <= last + 4):
            if word.kind in (
                "total_trade",
                "weak",
                "surplus",
                "deficit",
                "balance",
                "exports",
                "imports",
                "re_exports",
                "domestic_exports",
            ):
                if linked == "of" and word.kind in ("exports", "imports") and "worth" not in words[last + 1 : step]:
                    return None
                if word.last + 1 < len(words) and word.kind in ("exports", "imports") and not linked:
                    return None
                return word
            return None
        token = words[step]
        if token == "from" and words[sentence.at(start) - 1] in _EARNED:
            linked = token
        elif token in (
            ",",
            ";",
            ":",
            ")",
            "(",
            ".",
            '"',
            "and",
            "or",
            "but",
            "while",
            "last",
            "this",
            "for",
            "with",
            "to",
            "from",
            "against",
            "during",
            "by",
            "as",
            "at",
            "which",
        ):
            return None
        if token in refused():
            if _qualifies(words, step):
                step += 1
                count += 1
                continue
            return refused()[token]
        if token in ("in", "of", "worth"):
            if (
                token == "in"
                and step + 1 < len(words)
                and (
                    words[step + 1][:1].isdigit()
                    or words[step + 1]
                    in (
                        "january",
                        "february",
                        "march",
                        "april",
                        "may",
                        "june",
                        "july",
                        "august",
                        "september",
                        "october",
                        "november",
                        "december",
                        "the",
                    )
                )
            ):
                return None
            linked = token
        step += 1
        count += 1
    return None


def _qualifies(words: Sequence[str], step: int) -> bool:
    """Whether a refused noun only qualifies a word of trade: "capital goods exports", "market access"."""
    following = words[step + 1] if step + 1 < len(words) else ""
    if words[step] == "fiscal":
        return following[:1].isdigit() or following in ("year", "years", "first")
    return (
        following in ("goods", "exports", "imports", "equipment", "access", "trade", "partner")
        or (words[step] == "line" and step > 0 and words[step - 1] == "in")
        or (words[step] == "account" and "for" in words[step + 1 : step + 2])
        or (words[step] == "cost" and "," in words[step + 1 : step + 2])
    )


def _is_base(words: Sequence[str], first: int) -> bool:
    """Whether an amount is what another is compared with: "down from", "compared with", "against"."""
    step = first - 1
    while step >= 0 and words[step] in (
        "about",
        "around",
        "some",
        "nearly",
        "just",
        "only",
        "over",
        "a",
        "an",
        "the",
        "almost",
        "more",
        "than",
        "revised",
        "$",
        "u.s",
        "under",
        "less",
    ):
        if words[step] == "than" and step > 0 and words[step - 1] not in ("more", "less"):
            break
        step -= 1
    if step < 0:
        return False
    word = words[step]
    return word in _BASE or (
        word in ("with", "to") and step > 0 and words[step - 1] in ("compared", "compares", "comparing", "comparison")
    )


def _is_step(words: Sequence[str], first: int, last: int) -> bool:
    """Whether an amount says by how much, not to what: "rose 2 billion to 10 billion dollars"."""
    moved = word_class("up") | word_class("down")
    step = first - 1
    while step > 0 and words[step] in ("about", "some", "nearly", "around", "a", "$", "over", "almost"):
        step -= 1
    return step >= 0 and words[step] in moved and "to" in words[last + 1 : last + 3]


def _new_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another clause begins between a word of trade and an amount, about something else."""
    for step in range(first, last):
        if sentence.words[step] in ("while", "whereas", "although", "but") and step > first:
            return True
    return False
