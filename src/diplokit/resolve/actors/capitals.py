"""Capitals that act: "Beijing said" means the state, or its government where only the capital is named.

Sources: the table of places; the cities from which states were governed once, and the verbs, are kept by hand.
"""

import re
from functools import cache

from diplokit import Document
from diplokit.wordlists import PLACES, PlaceWord

_NAME = re.compile(r"[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*)?")
_SEVERAL = re.compile(rf"(?:{_NAME.pattern}(?:, | and ))+")
_LEADING_TO = frozenset(
    "between in at from to of near into via for with by around outside mayor city downtown central".split()
)
_THEY_DO = tuple(
    " agree to | agree on | pledge | vow | reject | urge | sign | ink | condemn | call for | call on | seek | plan | back | reaffirm | renew ".split(
        "|"
    )
)
"""What follows several who act in a headline."""
_SEATS = frozenset(
    ("Bonn", "The Hague", "Rangoon", "Yangon", "Alma-Ata", "Lagos", "Tel Aviv", "La Paz", "Peking", "Saigon")
)
"""Cities from which states are or were governed, though the table does not call them capitals."""


def capital_acts(document: Document, start: int, end: int) -> bool:
    """Whether a capital named here acts, and is not where something happens."""
    before = document.folded[max(0, start - 12) : start].split()[-1:]
    if before and before[0] in _LEADING_TO:  # as most are
        return False
    if document.folded.startswith(_THEY_DO, end):
        line = document.text.rfind("\n", 0, start) + 1
        return start - line < 50 and _SEVERAL.fullmatch(document.text, line, start) is not None  # the last of several
    return _acts(document, end)


def of_two_sides(document: Document, start: int, end: int) -> bool:
    """Whether a capital named here is one of two that deal with each other: "talks between Moscow and Kyiv"."""
    folded = document.folded
    if folded.endswith("between ", 0, start):
        return folded.startswith(" and ", end) and _dealings().search(folded[max(0, start - 60) : start]) is not None
    if not folded.endswith(" and ", 0, start):
        return False
    left = folded[max(0, start - 90) : start]
    between = left.rfind("between ")
    return between >= 0 and _dealings().search(left[: between + 8]) is not None and "," not in left[between:]


def _acts(document: Document, end: int) -> bool:
    """Whether one whose name ends here acts, alone or with one more: "Rome said", "Rome and the EU have agreed"."""
    folded = document.folded
    if _acting().match(folded, end, end + 80):
        return True
    if not folded.startswith((" and ", ", "), end):
        return False
    other = end + (5 if folded[end] == " " else 2)
    other += 4 if folded.startswith("the ", other) else 0
    name = _NAME.match(document.text, other, other + 40)
    if name is None:
        return False
    if folded[end] == " " and _acting().match(folded, name.end(), name.end() + 80):
        return True
    return folded.startswith(_THEY_DO, name.end())  # "Rome, Athens pledge": a name and its country has no such verb


@cache
def capitals(locale: str) -> frozenset[str]:
    """The names of the cities from which states are governed."""
    words = PLACES.in_locale(locale).items()
    known = {word for word, meaning in words if isinstance(meaning, PlaceWord) and meaning.rank == "capital"}
    return frozenset(known) | _SEATS


@cache
def _dealings() -> re.Pattern[str]:
    """What there is between two states and not between two cities, in folded text, up to the first of them."""
    return re.compile(r"\b(?:talks|negotiations|dialogue|discussions|consultations)\s(?:[\w-]+\s){0,3}between\s\Z")


@cache
def _acting() -> re.Pattern[str]:
    """What follows one who acts, in folded text."""
    verbs = (
        "said says agreed agrees wants hopes believes insists insisted denies denied accused accuses rejected rejects warned "
        "warns urged urges called calls demanded demands condemned condemns welcomed welcomes expressed announced pledged "
        "offered proposed proposes signed imposed imposes expelled summoned recognised recognized recognises recognizes "
        "considers sees seeks sought plans intends vowed refused refuses responded reiterated reaffirmed supports "
        "supported backs backed opposes opposed maintains claims claimed fears stressed told asked promised threatened "
        "remains regards views argues argued criticised criticized blamed blames protested retaliated confirmed lodged "
        "put recalled restored severed ratified expects expected acknowledged appealed cut broke dismissed downgraded "
        "vows vow pledges promises undertook approved decided decides suspended requested requests announces offers agree "
        "summons asks invites invited rejoined hosted affirmed affirms underlined underscored emphasised emphasized resolved "
        "voted signs joined lifted lifts granted grants donated banned bans assured assures conveyed "
        "hailed hails reaffirms reiterates pressed presses stresses voiced voices denounced denounces deplored "
        "committed endorses endorsed aims aimed threatens wanted hoped accepts accepted declares declared boycotted "
        "clarified cautioned informed reacted resumed resumes halted reopened adopted adopts barred mulls weighs eyes "
        "mulled weighed extended vetoed blocked hinted indicated signalled signaled concedes conceded"
    ).split()
    base = (
        "say agree insist deny reject warn urge call demand condemn welcome express announce pledge offer propose sign "
        "impose expel summon recognise recognize consider seek plan intend refuse respond reaffirm support back oppose "
        "intervene interfere negotiate insist comply tolerate abandon give remain continue stand abide act "
        "pay buy sell supply deliver train withhold extend adopt abolish cut impose review respect honour honor implement "
        "host double expand boost increase open send provide continue join work cooperate ratify lift withdraw resume restore grant help accept take hold maintain make set ensure defend reduce raise invest build finance fund establish reopen consult fulfil push press"
    ).split()
    return re.compile(
        rf"(?:,\s[^,.;]{{1,50}},)?\s(?:(?:has|have|had|also|now|again|\w{{3,}}ly|already|always|"
        r"later|yesterday|today|still|never|(?:late\s|early\s|earlier\s)?on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s)*"
        rf"(?:(?:{'|'.join(verbs)})\b|(?:will|would|did|does|must|may|could)\s(?:not\s|also\s|never\s|always\s|soon\s)?(?:{'|'.join(base)})\b"
        r"|(?:rules|ruled)\sout\b|(?:turns|turned)\sdown\b"
        r"|(?:stand|stands|stood)\s(?:ready|by|firm|with|behind|shoulder)\b"
        r"|(?:is|are|was|were)\s(?:also\s|now\s|not\s|still\s)?(?:ready|prepared|willing|unwilling|considering|committed|seeking|"
        r"planning|determined|keen|eager|reluctant|opposed|open\sto|against|mulling|trying|aiming|studying|pushing|pressing|weighing|reviewing|negotiating|calling|urging|asking)\b)"
    )
