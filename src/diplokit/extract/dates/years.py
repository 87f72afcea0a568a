"""Whether four digits in English prose are a year: what stands before and behind them tells."""

import re

from .english_words import MONTH_NAMES

_BEFORE = 24

# Words before a year. After these it is one, unless it counts what follows.
_YES = frozenset(
    [
        "in",
        "since",
        "from",
        "by",
        "until",
        "till",
        "of",
        "during",
        "before",
        "after",
        "between",
        "and",
        "for",
        "through",
        "throughout",
        "to",
        "mid",
        "early",
        "late",
        "around",
        "circa",
        "c",
        "about",
        "year",
        "years",
        "period",
        "term",
        "yr",
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "the",
        "this",
        "its",
        "their",
        "our",
        "his",
        "her",
        "that",
        "whose",
        "as",
        "year's",
        "around",
        "post",
        "pre",
        "end",
        "fiscal",
        "financial",
        "calendar",
        "fy",
        "than",
        "over",
        "on",
        "with",
        "versus",
        "vs",
        "against",
        "ending",
        "ended",
        "starting",
        "beginning",
        "effective",
        "through",
        "or",
        "at",
        "a",
        "per",
        "about",
        "into",
        "back",
    ]
)
# Of those, the ones after which four digits may as well count something.
_WEAK = frozenset(
    [
        "of",
        "for",
        "to",
        "about",
        "around",
        "than",
        "over",
        "with",
        "at",
        "and",
        "or",
        "on",
        "a",
        "per",
        "from",
        "between",
        "by",
    ]
)
# Names that take a number which only looks like a year.
_NAMES = frozenset(
    [
        "agenda",
        "vision",
        "resolution",
        "resolutions",
        "no",
        "nos",
        "number",
        "numbers",
        "page",
        "pages",
        "p",
        "pp",
        "paragraph",
        "section",
        "article",
        "rule",
        "rules",
        "decision",
        "boeing",
        "airbus",
        "flight",
        "route",
        "highway",
        "model",
        "room",
        "chapter",
        "item",
        "document",
        "channel",
        "horizon",
        "strategy",
        "goals",
        "goal",
        "project",
        "operation",
        "plan",
        "line",
        "programme",
        "program",
        "action",
        "framework",
        "roadmap",
        "blueprint",
        "act",
        "law",
        "decree",
        "directive",
        "regulation",
        "order",
        "bill",
        "ordinance",
        "target",
        "flagship",
        "unscr",
        "scr",
        "res",
        "class",
        "type",
        "series",
        "mark",
        "version",
        "windows",
        "form",
        "vol",
        "volume",
        "issue",
        "psalm",
        "extension",
        "ext",
        "tel",
        "telephone",
        "phone",
        "fax",
        "box",
        "postcode",
        "zip",
        "street",
        "road",
        "avenue",
        "building",
        "suite",
        "unit",
        "lot",
        "block",
        "level",
    ]
)
_BEHIND = re.compile(
    r"(?: (?:gmt|utc|hrs|hours?|local time|est|edt|cet|metres?|meters?|kilomet(?:er|re)s?|km|miles?|feet|ft|tonnes?|tons?|kg|kilograms?|mw|megawatts?|"
    r"kw|gw|mt|barrels?|bpd|hectares?|acres?|square|cubic|sq|points?|percent|per cent|pct|dollars?|dlrs|euros?|pounds|yen|yuan|rupees|ringgit|"
    r"rupiah|baht|pesos?|won|dong|people|persons|men|women|children|civilians|citizens|jobs|troops|soldiers|students|workers|refugees|"
    r"migrants|delegates|participants|companies|firms|villages|houses|homes|families|households|schools|km2|others|"
    r"additional|more|new jobs|million|billion|trillion|thousand|thermal|words|copies|pages|seats|units|cars|vehicles|tanks|"
    r"aircraft|ships|missiles|warheads|scholarships|officers|members|guests|representatives|police|personnel|"
    r"dead|deaths|killed|wounded|injured|years|days|weeks|months|minutes|seconds|times|degrees|of (?:them|whom|which|these|those)|agenda(?! item))(?!\w)"
    r"|[-/]?(?:km|mw|kg|m|ha|hp|cc|mm)(?!\w)| ?%| ?[\u00b0\u20ac$\u00a3]|-(?:strong|member|page|seat|bed|tonne|ton|year|mile|metre|meter|km|man|megawatt|mw|acre|hectare|room|word|point)(?!\w))"
)
_RANGE = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_WORD = re.compile(r"([\w'&.]+?)[.,]?([ -]| ?[(\"'\[]| ?- ?|, |: |\) )\Z")


def is_year(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the four digits at a place are a year of the calendar, or two such the years of a range.

    Args:
        text: The text.
        folded: The text, folded.
        start: Where the digits begin.
        end: Where they end.

    Examples:
        >>> [is_year(t, t.lower(), t.index("20"), t.index("20") + 4) for t in ("in 2030", "Agenda 2030", "2030 troops")]
        [True, False, False]
    """
    if _BEHIND.match(folded, end):
        return False
    before = _WORD.search(folded, max(0, start - _BEFORE), start)
    if before is None:
        # At the start of the text or line, after a bracket or a mark.
        head = folded[max(0, start - 2) : start]
        if not head.strip():
            return _stands_alone(folded, end)
        return head[-1] in "(['\" " or (head[-1] == "-" and not head[0].isalnum())
    word, mark = before[1].rsplit("'", 1)[0] if before[1].endswith("'s") else before[1], before[2]
    if before[1] in _NAMES or word in _NAMES or word.endswith("."):
        return False
    if end - start > 7 and _RANGE.fullmatch(folded, start, end):
        return True  # "the period 2012-2020": nothing else is written so
    if "\n" in text[before.end(1) : start]:
        return _stands_alone(folded, end)
    if "." in folded[before.end(1) : start]:  # a year that opens a sentence
        return folded.startswith(("19", "20"), start) and _stands_alone(folded, end)
    if mark == "-" and len(word) == 4 and word.isdigit():  # the end of a range is what its beginning is
        return folded[before.start(1) - 1 : before.start(1)] == "-" or is_year(text, folded, *before.span(1))
    if mark == "-":
        return word in ("mid", "end", "early", "late", "post", "pre", "since", "in") or not word[-1].isalpha()
    if before[1].endswith("'s") or word in _YES:
        if word in _WEAK:
            return _fits_weak(folded, start, end)
        return True
    if word.isdigit() and mark.strip() == "(":
        return False  # the year in the name of a resolution: "2735 (2024)"
    if mark.strip() in ("(", "[", ",", ":", ")", "-", '"', "'"):
        return True
    if word.isdigit():
        return False
    # A name of a gathering with its year ("APEC 2024", "the Tokyo Conference 2023"): a capital letter before it.
    first = text[before.start(1)]
    return first.isupper() or word in MONTH_NAMES


def _fits_weak(folded: str, start: int, end: int) -> bool:
    """After "of", "about", "to" …: a year unless a plural noun follows, as in "about 2000 villagers"."""
    if not folded.startswith(("19", "20"), start):
        return False
    return not _COUNTED.match(folded, end)


def _stands_alone(folded: str, end: int) -> bool:
    """At the start of a line: a year that opens a sentence or heading, not a number that counts."""
    following = folded[end : end + 1]
    return not following or (following in " ,:-)" and not _COUNTED.match(folded, end))


# A plural that the number before it counts, and not one that a year may stand before.
_COUNTED = re.compile(
    r" (?:(?!was|is|has|as|the|its|this|his|to|and|in|of|for|with|on|by|at|from|or|when|while|but|after|before|until|that|which)[a-z-]{2,20} )?"
    r"(?!exports|imports|sales|figures|talks|elections|results|earnings|profits|prices|revenues|shipments|levels|targets|"
    r"goals|games|olympics|series|onwards|towards|across|versus|plus|always|perhaps|besides|thus|was|has|this|its|his|sees|"
    r"does|says|shows|marks|brings|remains|rises|falls)[a-z]{3,30}s(?!\w|')"
)
