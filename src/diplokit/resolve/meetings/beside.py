"""What must stand beside a word that mostly means something else, so that its sentence is worth a look."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

# Patterns over the text as it stands; most of them ask for a name or an article where a person must be.
_NAME = r"\s+(?:(?:the|his|her|their|its|a|an|visiting|in audience|again|separately|with|today|yesterday|on \w+|here|former|then)[\s-]+){0,4}[A-Z\u00c0-\u024f]"
_OFFICE = (
    r"\s+(?:the|his|her|its|an?)\s+(?:[\w'\u2019-]+\s+){0,3}?(?:president|premier|chancellor|(?:crown )?prince(?:ss)?|king|queen|emir|sultan|minister|secretary(?:-general)?|"
    r"ambassador|high commissioner|counterpart|homologue|envoy|governor|speaker|chairman|leader|chief|head|commissioner)s?\b"
)
"""After a verb: an office instead of a name."""
_ON = r"(?:[^.;]|(?<=[A-Z])\.|(?<=\b[MD][rs])\.)"
"""What goes on in a clause, with the stops of "U.S." and "Mr."."""
_ANY = r"(?s:.){0,175}"
"""Before a word that is looked for further on: whether it stands there at all is found at once, and mostly it does not."""
_SETTING_OUT = (
    "head heads headed heading fly flies flew flown flying travel travels travelled travelling traveled traveling leave leaves left leaving "
    "depart departs departed departing"
).split()
BESIDE: Mapping[str, tuple[str, str]] = {
    # word: (what must end before it, what must follow)
    "bilateral": ("", r"\s+(?:with|between)\b"),
    "trilateral": ("", r"\s+(?:with|between|in|at|on)\b"),
    **dict.fromkeys(
        ("conference", "conferences"),
        (r"(?<!press)(?<!news)(?<!video)\s", r"(?!\s+(?:calls?|rooms?|cent|bid|title|championship))"),
    ),
    **dict.fromkeys(
        ("call on", "calls on", "called on", "calling on"),
        (
            "",
            (
                rf"(?:{_NAME}|{_OFFICE}|\s+the\s+visiting\s+[a-z]|\s+(?:him|her|them)\b(?!\s+(?:to|for)\b))"
                r"(?!(?:(?!\band\b)[^.;,]){0,60}\bto (?!discuss|exchange|convey|brief|express|congratulate|bid|say|pay|review|the\b))"
            ),
        ),
    ),
    **dict.fromkeys(
        ("call upon", "calls upon", "called upon", "calling upon"), ("", r"\s+(?:the\s+)?[A-Z](?![^.;]{0,60}\bto\b)")
    ),
    **dict.fromkeys(
        ("welcome", "welcomes", "welcomed", "welcoming", "greet", "greets", "greeted", "greeting"),
        (
            "",
            rf"(?:{_NAME}|{_OFFICE}){_ON}{{2,120}}?\s(?:to|at|in|here|on)\b|\s+(?:at|in)\s+(?:the\s+)?[A-Z]|(?={_ANY}by\s)\s{_ON}{{0,110}}?\bby\s+(?:the\s+|his\s+|her\s+)?[A-Z]",
        ),
    ),
    **dict.fromkeys(
        (
            *("receive", "receives", "received", "receiving", "host", "hosts", "hosted", "hosting"),
            *("play host to", "plays host to", "played host to", "playing host to"),
        ),
        (
            "",
            rf"(?:{_NAME}|{_OFFICE}|\s+(?:separately\s+)?(?:the|his|her|their)\s+(?:[a-z-]+\s+){{0,3}}(?:ambassadors|envoys|high commissioners|colleagues|counterparts|peers|ministers|leaders|presidents)\s|\s+the\s+(?:visitor|guest|visiting)\b|\s+in\s+audience\b|\s+(?:(?:[\w'\u2019-]+\s+){{0,5}}delegation|(?:[\w-]+\s+){{0,2}}(?:officials|representatives|members|lawmakers|parliamentarians|leadership))\b|,?\s+(?:(?:on\s+)?\w+day,?\s+)?(?:at|in|here)\b|(?={_ANY}by\b)\s+(?:{_ON}{{0,110}}?\s)?by\b)",
        ),
    ),
    **dict.fromkeys(
        ("concluded", "exchanged"),
        (
            r"(?:[Aa]greements?|[Aa]ccords?|[Mm]emorand\w+|[Pp]rotocols?|[Tt]reat(?:y|ies)|M[Oo]Us?|[Cc]ontracts|[Dd]ocuments|[Nn]otes|[Ii]nstruments|[Ll]etters)\b[^.;]{0,140}?\b(?:was|were|been)\s",
            "",
        ),
    ),
    **dict.fromkeys(
        ("convene", "convenes", "convened", "convening", "reconvene", "reconvenes", "reconvened", "reconvening"),
        (
            "",
            r"(?:\s+(?:again|here|virtually|next|later|today|tomorrow|this|on|for (?:a|the|its|their)|in (?!order\b)|at)\b|\s+[A-Z][a-z]+day\b)",
        ),
    ),
    **dict.fromkeys(
        ("come together", "comes together", "came together", "coming together"),
        ("", r"\s+(?:in|at|here|for|on|with)\b"),
    ),
    **dict.fromkeys(("invite", "invites", "invited", "inviting"), ("", rf"\s{_ON}{{2,110}}?\sto\s+(?:the\s+)?[A-Z]")),
    **dict.fromkeys(("called",), ("", r"\s+(?:(?:his|her|the)\s+)?[A-Z][\w\u00c0-\u024f-]+\s+(?:\w+\s+){0,7}")),
    "exchange of": (
        "",
        r"\s+(?:(?:an?|the|[a-z]+|\d+)\s+){0,2}(?i:memorand|mous?\b|agreements?\b|notes\b|instruments|letters of intent|documents|protocols)",
    ),
    "phase": (
        r"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Nn]ext|[Ll]ast|[Pp]revious|[Ff]inal)\s",
        r",?\s+(?:which\s+)?(?:(?:was|will be|is to be|has been)\s+)?(?:held|took place|take place)\b|,?\s+which\s+will\b",
    ),
    "round": (
        r"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Nn]ext|[Ll]ast|[Pp]revious|[Ll]atest|[Ff]inal|\d(?:st|nd|rd|th))\s",
        r"\s*(?:of (?:the )?(?:talks|negotiations|consultations|dialogue)\s*)?,?\s*(?:which\s+)?(?:held|was|were|will|is|took|has|had|would)\b",
    ),
    "talked": (
        "",
        r"\s+(?:\w+\s+)?(?:for|until|till|into|one-on-one|face to face|in private|behind|by|over|on the (?:tele)?phone|with|to)\b",
    ),
    **dict.fromkeys(("phone", "phones", "phoning"), ("", rf"{_NAME}|{_OFFICE}")),
    **dict.fromkeys(
        "contact contacts contacted contacting ring rings rang rung ringing".split(),
        ("", rf"{_NAME}[^.;]{{0,90}}?\s(?:by|over|on|via)\s(?:the\s)?(?:tele)?phone\b"),
    ),
    "stop": (
        r"\b(?:[Mm]ake|makes|made|making)\s+an?\s+(?:[\w-]+\s+){0,3}",
        r"\s+(?:over\s+)?(?:in|at)\s+(?:the\s+)?[A-Z]",
    ),
    **dict.fromkeys(
        ("be in", "is in", "are in", "was in", "were in", "due in", "expected in"),
        (
            "",
            r"\s+(?:the\s+)?[A-Z][^.;]{2,60}?[\s,](?:on|for|to|from|until|till|through|next|this|last|today|tomorrow|yesterday|where|later|earlier|at the (?:invitation|head)|as part of|leading|heading|[A-Z][a-z]+day)\b",
        ),
    ),
    **dict.fromkeys(("is currently in", "is presently in", "is now in"), ("", r"\s+(?:the\s+)?[A-Z]")),
    **dict.fromkeys(
        ("speak", "speaks", "spoke", "spoken", "speaking"),
        (
            "",
            r"[^.;]{0,60}?\s(?:with|to|at|before|by|over|on the (?:tele)?phone|for|until)\b|\sin the\s[\w\s]{0,40}(?:[Aa]ssembly|[Pp]arliament|[Cc]ongress|[Ss]enate)",
        ),
    ),
    **dict.fromkeys(
        ("general assembly",),
        (
            r"\b(?:[Aa]t|[Dd]uring|[Aa]ddress\w*|[Aa]ttend\w*|participat\w*|part|speak\w*|spoke|to|before)\b[^.;,]{0,40}\s",
            "",
        ),
    ),
    **dict.fromkeys(
        ("delegation",), (r"\b(?:lead|leads|led|leading|head|heads|headed|heading)\b[^.;]{1,60}", r"[^.;]{0,60}\sto\b")
    ),
    **dict.fromkeys(
        ("event",),
        (
            r"\b(?:attend|join|participat|speak|spoke|address|deliver|host|grac|chair|hold|held|open|tak|took)\w*\b[^.;]{0,90}",
            "",
        ),
    ),
    **dict.fromkeys(
        ("call",),
        (
            r"\b(?:[Aa]|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|today.s|this)\s+(?:\w+\s+){0,2}",
            r"\s+(?:(?:on\s|earlier\s)?(?:\w+day|today)\s)?(?:with|to|from|between)\b",
        ),
    ),
    **dict.fromkeys(
        (
            "discuss",
            "discusses",
            "discussed",
            "review",
            "reviewed",
            "exchange views",
            "exchanges views",
            "exchanged views",
        ),
        (
            "",
            rf"(?:(?={_ANY}with\s)|(?={_ANY}phone\b))(?:\s{_ON}{{2,160}}?)?\s(?:with(?:\s+(?:(?:the|his|her|their|an?|visiting|then|former|foreign|senior|officials|representatives|members|leaders|authorities|of|from|parliamentary|business)\s+){{0,4}}[A-Z]|{_OFFICE})|(?:by|over|on|via) (?:the )?(?:tele)?phone\b)|(?<=will discuss)",
        ),
    ),
    **dict.fromkeys(("discussing",), ("", r"(?!)")),
    **dict.fromkeys(
        "send sends sent sending dispatch dispatches dispatched dispatching".split(),
        (
            "",
            (
                r"(?=[^.;\"]{0,100}?(?:delegation|mission|team|officials|experts|envoy|negotiators|representative|emissar|[A-Z][a-z]+ [A-Z]))"
                r"[^.;\"]{3,160}?\s(?:to\s+(?:the\s+)?[A-Z]|here\b)"
            ),
        ),
    ),
    **dict.fromkeys(
        ("address", "addresses", "addressed", "addressing", "told"),
        (
            "",
            (
                r"\s+(?:[\w'\u2019.-]+\s+){0,6}?(?i:parliament|senate|congress|house of rep|national assembly|legislature|lawmakers|bundestag|knesset|duma|"
                r"lok sabha|riksdag|storting|sejm|diet|chamber of dep|house of com|houses of|cortes|legislative|federation c|majlis|"
                r"security council|council of eur|permanent council)"
            ),
        ),
    ),
    **dict.fromkeys(
        ("commission", "committee"),
        (r"\b(?:[Cc]onven\w+|[Hh]old\w*|[Hh]eld)\s(?:[^\s.;,]+\s){0,6}", r"\s+(?:in|on|before|later|next|this|by)\b"),
    ),
    **dict.fromkeys(
        ("gather", "gathers", "gathered", "gathering"), ("", r"\s+(?:in|at|here|for|on|today|yesterday|this)\b")
    ),
    **dict.fromkeys(
        ("assemble", "assembles", "assembled", "assembling"), ("", r"\s+(?:in|at|here)\s+(?:the\s+)?[A-Z]")
    ),
    **dict.fromkeys(
        ("huddle", "huddles", "huddled", "huddling", "sit down", "sits down", "sat down", "sitting down"),
        (
            "",
            r"\s+(?:in|at|for|on|over|together|face|here|to\s+(?:talk|discuss|negotiate|hold|work out|hammer|thrash))\b",
        ),
    ),
    **dict.fromkeys(
        (
            *("catch up with", "catches up with", "caught up with", "catching up with"),
            *("interact with", "interacts with", "interacted with", "interacting with"),
            *("converse with", "converses with", "conversed with", "conversing with"),
        ),
        ("", r"\s+(?:[\w'\u2019-]+,?\s+){0,7}?[A-Z]"),
    ),
    **dict.fromkeys(
        ("reach", "reaches", "reached"),
        (
            "",
            r"\s+(?:the\s+)?[A-Z][\w\u00c0-\u024f]+(?:\s[A-Z][\w\u00c0-\u024f]+)?,?\s(?:on\s(?!the\b)|for\b|today\b|early\b|late\b|from\b)",
        ),
    ),
    **dict.fromkeys(
        ("has been in", "have been in"),
        ("", r"\s+(?:the\s+)?[A-Z][^.;]{2,40}?[\s,](?:on|for\s(?!years|months|decades)|since)\b"),
    ),
    "swing": (r"\b(?:[Aa]n?|[Hh]is|[Hh]er|the)\s+(?:[\w-]+\s+){0,2}", r"\s+(?:through|to|around)\s"),
    "retreat": (
        r"(?:[Hh]old\w*|[Hh]eld|[Hh]ost\w*|[Aa]ttend\w*|[Ll]eaders['\u2019]?|[Mm]inisters['\u2019]?|[Mm]inisterial)\s(?:[^\s.;,]+\s){0,4}",
        r"\s+(?:in|on|at|for|next|will|was|this)\b",
    ),
    **dict.fromkeys(("encounter", "sit-down", "one-to-one"), ("", r"\s+(?:with|between)\b")),
    **dict.fromkeys(
        ("interaction", "exchange", "talk"),
        (
            r"\b(?:[Hh]ad|[Hh]eld|[Hh]as|[Hh]aving|[Hh]ave)\s+an?\s+(?:[\w-]+\s+){0,4}",
            r"\s+(?:(?:on\s)?\w+day\s|here\s|today\s)?(?:with|in)\s",
        ),
    ),
    "deliberations": (r"\b(?:[Hh]eld|[Hh]old|[Hh]ad|[Hh]olding)\s(?:[\w-]+\s+){0,4}", ""),
    **dict.fromkeys(
        [
            f"{verb} to"
            for verb in "come comes came coming go goes went gone going proceed proceeds proceeded proceeding".split()
        ],
        ("", r"\s+(?:the\s+)?[A-Z]"),
    ),
    **dict.fromkeys(_SETTING_OUT, ("", r"\s[\w\s,.]{3,50}?\s(?:to|for)\s+(?:the\s+)?[A-Z]")),
    **dict.fromkeys(
        ("conversation", "conversations"), ("", r"\s+(?:\w+\s+)?(?:with|between|that|on|yesterday|today)\b")
    ),
    **dict.fromkeys(
        ("consultation", "dialogue", "discussion"),
        ("", r"[^.;]{0,80}\b(?:with|between|of|among|in|at|on|held|was|will|is)\b"),
    ),
}


class Gate(NamedTuple):
    """What must stand beside a word.

    Attributes:
        left: What must end before it, if anything.
        reach: How many characters before it that may take.
        right: What must follow it, if anything.
    """

    left: re.Pattern[str] | None
    reach: int
    right: re.Pattern[str] | None


@cache
def gate(word: str) -> Gate | None:
    """What must stand beside a word, if anything."""
    if word not in BESIDE:
        return None
    left, right = BESIDE[word]
    reach = 160 if _REPEATS.intersection(left) else len(left)
    return Gate(re.compile(rf"{left}\Z") if left else None, reach, re.compile(right) if right else None)


_REPEATS = frozenset("*+{")
"""Signs of patterns without which they match no more than they are long."""
