"""What an office makes of its holder: the role that its head gives, and how the words beside it change that."""

import re
from functools import cache, lru_cache

from diplokit.tables import table
from diplokit.vocabulary import Role, RoleStatus

_R = Role
MINISTERS = frozenset({_R.MINISTER, _R.DEPUTY_MINISTER, _R.FOREIGN_MINISTER})
"""The roles whose heads take a portfolio."""

_PARLIAMENT = re.compile(
    r"parliament|assembl|senate|house (?:\w+ ){0,3}?committee|congress(?! party)|knesset|duma|diet|majlis|riigikogu|bundes(?:tag|rat)|legislat|house of|chamber|lok sabha"
    r"|rajya sabha|seimas|storting|riksdag|folketing|council of (?:states|representatives)|federation council|dewan|verkhovna|mejlis|khural|people's council|supreme (?:soviet|council of)|shura|sangsad|sejm\b|althing"
    r"|saeima|eduskunta|oireachtas|\bd[aá]il\b|skup[sš]tina|sabor\b|jogorku|jatiya|hluttaw|federal national council|national council of provinces|cortes\b"
)
_IGO = re.compile(
    r"\b(?:european (?:commission|council|union|central bank)|african union|world bank|united nations|asian development bank|general assembly"
    r"|islamic development bank|security council|organi[sz]ation of|arab league|league of arab|commonwealth|asean|nato|opec|ecowas|caricom|mercosur|imf|wto|who|un|u\.n\.|iaea|oecd"
    r"|unesco|unicef|unhcr|fao|ilo|wfp|undp|apec|saarc|bimstec|gcc|gulf cooperation council|eu|e\.u\.|icao|interpol|monetary fund|trade organi[sz]ation|health organi[sz]ation"
    r"|ec|european communit(?:y|ies)|oic|oau|unido|unctad|unep|unodc|ifad|iom|opcw|osce|cis|csto|sco|asem|gecf|efta|benelux|mrc|pif"
    r"|au|oas|sadc|eac|igad|international (?:atomic|labou?r|maritime|court|criminal|olympic|committee)|pacific islands forum|treaty organi[sz]ation|cooperation organi[sz]ation|energy agency)\b"
)
_MILITARY = re.compile(
    r"\b(?:army|navy|air force|armed forces|joint chiefs|military|general staff|forces?|fleet|command|marine corps|defen[cs]e staff|defen[cs]e force)\b"
)
_COMPANY = re.compile(
    r"\b(?:university|college|institute|bank|company|corp|corporation|inc|ltd|party|foundation|association|federation|club|board|court|chamber of commerce|union|school|congress party|society|committee|commission|council)\b"
)
_AMERICAN = frozenset(
    {
        "us",
        "u.s.",
        "u.s",
        "usa",
        "united states",
        "united states of america",
        "america",
        "american",
        "state",
        "florida",
        "texas",
        "california",
    }
)
_BRITISH = frozenset(
    {"uk", "u.k.", "united kingdom", "britain", "great britain", "northern ireland", "scotland", "wales", "british"}
)


_SECRETARY = re.compile(r"(?!.*\b(?:state|cabinet|parliamentary)\b).+ secretary\Z")


@cache
def _elsewhere(office: str) -> re.Pattern[str]:
    """The names of the states in which an office makes something else of its holder, in lower case."""
    rows = table("en/offices_of_another_role.tsv")
    return re.compile("|".join([row["name"] for row in rows if row["office"] == office]))


def role_there(words: str, role: Role, state: str) -> Role:
    """What an office makes of its holder in a state: foreign secretaries and chancellors are not the same everywhere.

    Examples:
        >>> role_there("chancellor", Role.HEAD_OF_GOVERNMENT, "Ecuador")
        <Role.FOREIGN_MINISTER: 'foreign_minister'>
    """
    if role in MINISTERS and _SECRETARY.match(words) and _elsewhere("secretary").search(state.lower()):
        return _R.DEPUTY_MINISTER
    if role is _R.HEAD_OF_GOVERNMENT and words == "chancellor" and _elsewhere("chancellor").search(state.lower()):
        return _R.FOREIGN_MINISTER
    return role


@lru_cache(maxsize=4096)
def office_role(
    words: str, role: Role, topic: str, of: str, kind: str, deputy: bool, status: RoleStatus | None
) -> tuple[Role, RoleStatus | None]:
    """What an office makes of its holder, from its head and the words beside it."""
    of = of.lower()
    role = role_there(words, role, of) if of else role
    if role is _R.DEPUTY_MINISTER and words == "minister of state" and "minister of state and " in topic:
        role, topic = _R.MINISTER, topic.partition("minister of state and")[2]  # of Portugal: a minister of two things
    if role is _R.MINISTER:
        if words == "secretary of state":
            if of and of not in _AMERICAN and of not in _BRITISH:
                return _R.DEPUTY_MINISTER, status  # a junior minister in Spain, France, Portugal, Hungary …
            if not topic.strip():
                role = _R.FOREIGN_MINISTER
        if re.search(
            r"\b(?:foreign|external) (?:affairs|relations)\b|^ ?international relations\b|^ ?foreign\b(?! trade)|\bforeign\b(?= ,|$)",
            topic.strip(),
        ):
            role = _R.FOREIGN_MINISTER
        if words == "minister" and topic.strip().startswith("prime"):
            role = _R.HEAD_OF_GOVERNMENT
    elif role is _R.HEAD_OF_STATE and of and words in ("president", "co-president", "interim president"):
        if _PARLIAMENT.search(of) and "general assembly" not in of:
            role = _R.LEGISLATOR
        elif of == "commission" or _IGO.search(of):
            role = _R.IGO_HEAD
        elif kind == "body":
            role = _R.OTHER
    elif (role is _R.DEPUTY_HEAD and words.startswith("vice") and kind == "body" and _COMPANY.search(of)) or (
        role is _R.SUBNATIONAL_HEAD and kind == "body" and not re.search(r"hk?sar|sar$", of)
    ):
        role = _R.OTHER
    elif role is _R.IGO_HEAD and words.startswith(("director", "secretary", "deputy", "assistant")) and of:
        if (
            kind == "place"
            or (not _IGO.search(of) and topic.strip())
            or (
                not _IGO.search(of)
                and re.search(r"party|federation of trade|chamber|ministry|department|bureau|office", of)
            )
        ):
            role = _R.OTHER
    elif role is _R.OTHER and kind == "place" and words in ("executive vice president", "executive vice-president"):
        role = _R.DEPUTY_HEAD  # of Venezuela
    elif role is _R.OTHER and words == "chairperson" and of == "commission":
        role = _R.IGO_HEAD  # of the African Union
    elif role is _R.OTHER and of:
        if _PARLIAMENT.search(of) and words != "director":
            role = _R.LEGISLATOR
        elif (
            words
            in (
                "chairman",
                "chairperson",
                "chair",
                "chairwoman",
                "managing director",
                "executive director",
                "executive secretary",
                "chief",
                "head",
                "commissioner-general",
                "commissioner",
            )
            and words != "commissioner"
            and _IGO.search(of)
        ):
            role = _R.IGO_HEAD
        elif words in ("chief", "head", "chief of staff", "chairman") and _MILITARY.search(of):
            role = _R.MILITARY_OFFICER
    elif (
        role is _R.DIPLOMAT
        and words == "trade commissioner"
        and (_IGO.search(of) or of == "european" or topic.startswith(("external", "european")))
    ):
        role = _R.OTHER  # "EU Trade Commissioner"
    elif role is _R.MILITARY_OFFICER and words == "marshal" and _PARLIAMENT.search(of):
        role = _R.LEGISLATOR  # "Marshal of the Sejm"
    elif role is _R.DIPLOMAT and words.endswith(" secretary") and re.search(r"party|committee|league|bureau", of):
        role = _R.OTHER  # "First Secretary of the Central Committee"
    elif role is _R.AMBASSADOR and "commissioner" in words and re.search(r"human rights|refugees", of):
        role = _R.IGO_HEAD
    if role is _R.OTHER and words == "secretary" and (topic.strip() or not of) and not of.startswith("ministry"):
        role = _R.FOREIGN_MINISTER if topic.strip().startswith(("foreign", "external")) else _R.MINISTER
    if deputy:
        if role in (_R.MINISTER, _R.FOREIGN_MINISTER):
            role = _R.DEPUTY_MINISTER if "second" not in topic else role
        elif role in (_R.HEAD_OF_STATE, _R.HEAD_OF_GOVERNMENT):
            role = _R.DEPUTY_HEAD
        elif status is None and role not in (_R.DEPUTY_MINISTER, _R.DEPUTY_HEAD):
            status = RoleStatus.DEPUTY
    elif (
        words.startswith(("deputy ", "vice ", "vice-"))
        and role not in (_R.DEPUTY_MINISTER, _R.DEPUTY_HEAD, _R.MILITARY_OFFICER, _R.OTHER)
        and status is None
    ):
        status = RoleStatus.DEPUTY
    if status is None and words.startswith("honorary "):
        status = RoleStatus.HONORARY
    return role, status
