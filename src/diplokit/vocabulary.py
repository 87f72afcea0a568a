"""The closed lists of diplokit, as string enums, so that records of two documents can be compared.

Where a published standard has a word for a thing, that word is used: ISO 8601-2 (EDTF) for dates, ISO 4217
for money, ISO 3166-1 for states, UN Comtrade for the flows of trade. The order of the members means nothing,
except in `Act`, whose members have a `force`.
"""

from enum import EnumMeta, StrEnum
from typing import Any, Self


class _ClosedList(EnumMeta):
    """Gives a member that is asked for by itself at once: records are made of members thousands of times a second."""

    def __call__(cls, value: Any, *args: Any, **kwargs: Any) -> Any:
        kind: Any = value.__class__
        if kind is cls:
            return value
        return super().__call__(value, *args, **kwargs)


class Term(StrEnum, metaclass=_ClosedList):
    """A member of a closed list, with its definition."""

    definition: str

    def __new__(cls, value: str, definition: str = "") -> Self:
        """Make a member of its value and its definition."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise ValueError(f"{value!r} is not a valid {cls.__name__}; it is one of {', '.join(cls)}")


class Confidence(Term):
    """How far a rule is to be trusted: three levels, measured per rule, never an invented probability."""

    CERTAIN = "certain", "The text says it outright; the rule is right in at least 95 of 100 cases."
    LIKELY = "likely", "The text says it in a way that seldom means something else."
    POSSIBLE = "possible", "The best reading of a text that allows others."


class Resolution(Term):
    """How the value of a date was reached."""

    ABSOLUTE = "absolute", "The text gives the whole date."
    RELATIVE = "relative", "Counted from the day of publication or from another date of the text."
    UNRESOLVED = "unresolved", "The text leaves open what only the day of publication could tell."


class Qualifier(Term):
    """How exact the text says an amount is."""

    EXACT = "exact", "No word makes it less than exact."
    ABOUT = "about", "About, around, some, roughly."
    OVER = "over", "More than, over, above."
    UNDER = "under", "Less than, no more than, under, below."
    UP_TO = "up_to", "Up to, a maximum of."
    AT_LEAST = "at_least", "At least, no less than, a minimum of."
    NEARLY = "nearly", "Nearly, almost, close to, just short of."
    RECORD = "record", "A record, an all-time high."


class PercentUnit(Term):
    """What a percentage counts."""

    PERCENT = "percent", "Hundredths of the whole."
    PERCENTAGE_POINTS = "percentage_points", "The difference of two percentages."


class PlaceKind(Term):
    """What kind of place a name is."""

    STATE = "state", "A member or observer state of the United Nations."
    TERRITORY = "territory", "A territory with a code of its own, such as Hong Kong, Palestine or Kosovo."
    CITY = "city", "A city or town."
    REGION = "region", "A part of a state, or a region, sea or river of the world."


class PlaceForm(Term):
    """How a place is named."""

    NOUN = "noun", "By its name."
    DEMONYM = "demonym", "By the name of its people: Malaysians."
    ADJECTIVE = "adjective", "By its adjective: Malaysian."


class ActorKind(Term):
    """What kind of actor one is."""

    PERSON = "person", "A human being."
    STATE = "state", "A state."
    TERRITORY = "territory", "A territory, such as Hong Kong, Palestine or Kosovo."
    SUBNATIONAL = (
        "subnational",
        "A part of a state that acts: a province, a city; no rule gives it, who acts for one is told by the office.",
    )
    GOVERNMENT = "government", "The government of a state, also by its capital."
    MINISTRY = "ministry", "A ministry, department or agency of a government."
    LEGISLATURE = "legislature", "A parliament or a chamber of one."
    JUDICIARY = "judiciary", "A court."
    MILITARY = "military", "Armed forces or a part of them."
    MISSION = "mission", "An embassy, a consulate, a trade office."
    IGO = "igo", "An intergovernmental organisation."
    IGO_ORGAN = "igo_organ", "An organ or agency of an intergovernmental organisation."
    GROUPING = "grouping", "States that act together without a charter: G20, Quad."
    COMPANY = "company", "A company or bank."
    NGO = "ngo", "A party, university, association, foundation, or medium."
    GROUP = "group", "People, or a collective that the text does not resolve."


class Role(Term):
    """What a person's office makes of the person."""

    HEAD_OF_STATE = "head_of_state", "President, monarch, governor-general."
    HEAD_OF_GOVERNMENT = "head_of_government", "Prime minister, premier, chancellor."
    DEPUTY_HEAD = "deputy_head", "Vice president, deputy prime minister."
    FOREIGN_MINISTER = "foreign_minister", "The minister of foreign affairs, by any name."
    MINISTER = "minister", "A member of a cabinet."
    DEPUTY_MINISTER = "deputy_minister", "A deputy or junior minister, a state secretary."
    ENVOY = "envoy", "A special envoy or representative."
    AMBASSADOR = "ambassador", "The head of a diplomatic mission."
    DIPLOMAT = "diplomat", "Another diplomat: consul, charge d'affaires, attache."
    LEGISLATOR = "legislator", "A member or officer of a parliament."
    MILITARY_OFFICER = "military_officer", "An officer of armed forces."
    IGO_HEAD = "igo_head", "The head of an intergovernmental organisation."
    SUBNATIONAL_HEAD = "subnational_head", "Governor, chief minister, mayor, chief executive of a territory."
    SPOKESPERSON = "spokesperson", "One who speaks for another."
    OTHER = "other", "Any other office."


class RoleStatus(Term):
    """Whether the office is held."""

    INCUMBENT = "incumbent", "Held now."
    ACTING = "acting", "Held for the time being."
    DESIGNATE = "designate", "Named or elected, not yet in office: president-elect, ambassador-designate."
    FORMER = "former", "Held once."
    DEPUTY = "deputy", "Second to the office."
    HONORARY = "honorary", "Held as an honour: honorary consul, minister emeritus."


class MeetingKind(Term):
    """What kind of meeting it is."""

    BILATERAL = "bilateral", "Two sides meet."
    PLURILATERAL = "plurilateral", "Three or more named sides meet."
    SUMMIT = "summit", "Leaders of many states meet."
    MINISTERIAL = "ministerial", "Ministers of many states meet."
    SESSION = "session", "An organ, assembly, conference or forum sits."
    CALL = "call", "Two or more speak by telephone or video."
    VISIT = "visit", "An official travels."
    CONSULTATION = "consultation", "Officials consult or negotiate."
    COURTESY = "courtesy", "A courtesy call, an audience, credentials."
    SIGNING = "signing", "An instrument is signed."
    CEREMONY = "ceremony", "A ceremony is held."


class VisitType(Term):
    """The protocol of a visit."""

    STATE = "state", "A state visit."
    OFFICIAL = "official", "An official visit."
    OFFICIAL_WORKING = "official_working", "An official working visit."
    WORKING = "working", "A working visit."
    PRIVATE = "private", "A private visit: privately, on holiday."
    INFORMAL = "informal", "An informal or unofficial visit."
    TRANSIT = "transit", "A stop on the way: in transit, a stopover, a refuelling stop."
    UNSPECIFIED = "unspecified", "The text does not say."


class MeetingMode(Term):
    """How those who meet are together."""

    IN_PERSON = "in_person", "In one place, as the text says outright: face to face, in person."
    PHONE = "phone", "By telephone."
    VIDEO = "video", "By video: virtually, online, by videoconference."
    HYBRID = "hybrid", "Some in one place, others by video: in hybrid format."
    CORRESPONDENCE = "correspondence", "By letters: by correspondence, by written procedure."
    UNSPECIFIED = "unspecified", "The text does not say."


class MeetingStatus(Term):
    """What has become of a meeting."""

    HELD = "held", "It took place."
    ONGOING = "ongoing", "It is taking place."
    SCHEDULED = "scheduled", "It will take place."
    PROPOSED = "proposed", "Someone has proposed it."
    POSTPONED = "postponed", "It will take place later than was planned: postponed, put off, rescheduled."
    CANCELLED = "cancelled", "It will not take place."
    DECLINED = "declined", "One side has said no: declined, refused, turned down."
    DENIED = "denied", "Someone denies that it took place."


class MeetingLevel(Term):
    """The rank of those who meet."""

    HEADS_OF_STATE = "heads_of_state", "Presidents, monarchs."
    HEADS_OF_GOVERNMENT = "heads_of_government", "Prime ministers."
    MINISTERS = "ministers", "Ministers."
    SENIOR_OFFICIALS = "senior_officials", "Officials below ministers: deputy ministers, envoys, senior officials."
    AMBASSADORS = "ambassadors", "Ambassadors."
    PARLIAMENTARY = "parliamentary", "Members of parliaments, and their speakers and delegations."
    WORKING = "working", "Experts, working groups, technical committees; working level."
    MIXED = "mixed", "More than one of these."


class Participation(Term):
    """What part an actor has in a meeting."""

    HOST = "host", "Receives the others."
    VISITOR = "visitor", "Travels to the others."
    PARTICIPANT = "participant", "Takes part."
    CONVENER = "convener", "Calls the meeting."
    MEDIATOR = "mediator", "Mediates between the others, without being a side."
    SIGNATORY = "signatory", "Signs."
    WITNESS = "witness", "Looks on while others sign."
    SPEAKER = "speaker", "Speaks at a gathering."
    ADDRESSEE = "addressee", "Is spoken to: whom another telephones."


class Act(Term):
    """What a commitment does."""

    CONCLUDE = "conclude", "Signed, ratified, entered into force, exchanged."
    DECIDE = "decide", "A body decides, adopts, establishes, authorises."
    AGREE = "agree", "Agreed to, on, that; concurred."
    PLEDGE = "pledge", "Pledged, promised, vowed, undertook, committed to."
    WILL = "will", "Will or shall, and a verb of action."
    INTEND = "intend", "Intends, plans, aims, seeks."
    CONTINUE = "continue", "Will continue to, maintains."
    REAFFIRM = "reaffirm", "Reaffirmed, reiterated, renewed; remains committed."
    SUPPORT = "support", "Supports, endorses; underscored the need for."
    EXPLORE = "explore", "Explores, considers, studies, looks forward to."
    PROPOSE = "propose", "Proposed, offered, invited, conveyed readiness."
    CALL = "call", "Urges or calls on others to act."
    REFUSE = "refuse", "Rejects, rules out, will not, opposes."

    @property
    def force(self) -> int | None:
        """How strongly the act binds, from 0 (call) to 5 (conclude, decide); `None` for a refusal."""
        return _FORCE.get(self)


_FORCE = {
    Act.CONCLUDE: 5,
    Act.DECIDE: 5,
    Act.AGREE: 4,
    Act.PLEDGE: 4,
    Act.WILL: 4,
    Act.INTEND: 3,
    Act.CONTINUE: 3,
    Act.REAFFIRM: 3,
    Act.SUPPORT: 2,
    Act.EXPLORE: 2,
    Act.PROPOSE: 1,
    Act.CALL: 0,
}


class Novelty(Term):
    """Whether a commitment is new."""

    NEW = "new", "Made here first: the text tells nothing of an earlier one."
    RENEWED = "renewed", "Made before and made again: reaffirmed, again, once more."
    CONTINUED = "continued", "In force and carried on: will continue to."
    REPORTED = (
        "reported",
        "Made before and only told of here: already, had earlier, in a year gone by, a pledge now kept or broken.",
    )


class Polarity(Term):
    """Whether one commits to do or not to do."""

    POSITIVE = "positive", "To do something."
    NEGATIVE = "negative", "Not to do it: will not, pledged not to, ruled out."


class Modality(Term):
    """How the text puts a commitment."""

    ASSERTED = "asserted", "As a fact."
    CONDITIONAL = "conditional", "If something else happens: if, unless, provided that."
    HYPOTHETICAL = "hypothetical", "As one that may or may not be made: perhaps, possibly, probably."
    REPORTED = "reported", "As something that someone is said to say: A will, B said; A said it would."
    HISTORICAL = "historical", "As one of the past: agreed in a year gone by."


class Collectivity(Term):
    """Who commits."""

    UNILATERAL = "unilateral", "One side for itself."
    JOINT = "joint", "Two sides together."
    COLLECTIVE = "collective", "Three or more together, or an organisation of states for its members."
    DELEGATED = "delegated", "One on behalf of another, or in another's name."


class ObjectKind(Term):
    """What a commitment is to."""

    ACTION = "action", "To do something."
    GOAL = "goal", "To reach something."
    PRINCIPLE = "principle", "To hold to something."
    RESOURCES = "resources", "To give money or things."
    INSTRUMENT = "instrument", "A treaty, an agreement, a memorandum."
    MEETING = "meeting", "A visit or a meeting."


class Specificity(Term):
    """What makes a commitment testable."""

    DEADLINE = "deadline", "It has a date."
    AMOUNT = "amount", "It has an amount."
    NAMED_INSTRUMENT = "named_instrument", "It names an instrument."
    NAMED_BENEFICIARY = "named_beneficiary", "It names who benefits."
    NAMED_AGENCY = "named_agency", "It names the body that carries it out: through UNICEF, to be run by the Ministry."
    MEASURABLE_TARGET = "measurable_target", "It has a number to reach."


class CommitmentStatus(Term):
    """What has become of a commitment, as far as the text says."""

    PLEDGED = "pledged", "Promised; nothing is told of what came of it."
    COMMITTED = "committed", "Bound by an instrument: signed, ratified, acceded."
    IN_IMPLEMENTATION = (
        "in_implementation",
        "Being carried out: is honouring its pledge to, the pact is being implemented.",
    )
    FULFILLED = "fulfilled", "Carried out: kept its promise to, made good on its pledge to, has been implemented."
    SUSPENDED = "suspended", "Held back for now: suspended its pledge of, froze its offer to."
    WITHDRAWN = "withdrawn", "Taken back: withdrew its offer to, went back on its promise to, was revoked."
    UNKNOWN = "unknown", "The text does not say."


class Measure(Term):
    """What a trade figure measures (flow codes of UN Comtrade in brackets)."""

    TOTAL_TRADE = "total_trade", "Exports plus imports, two-way trade."
    EXPORTS = "exports", "Goods or services sold abroad (X)."
    IMPORTS = "imports", "Bought abroad (M)."
    RE_EXPORTS = "re_exports", "Exports of goods that came from abroad (RX)."
    RE_IMPORTS = "re_imports", "Imports of goods that had been exported (RM)."
    DOMESTIC_EXPORTS = "domestic_exports", "Exports of goods made at home (DX)."
    BALANCE = "balance", "Exports minus imports as the reporter sees it: surplus positive, deficit negative."


class Scope(Term):
    """What trade a figure covers."""

    GOODS = "goods", "Goods: merchandise, visible trade."
    SERVICES = "services", "Services: invisible trade."
    GOODS_AND_SERVICES = "goods_and_services", "Goods and services."
    UNSPECIFIED = "unspecified", "The text does not say."


class Frequency(Term):
    """What length of time a figure covers."""

    ANNUAL = "annual", "A year."
    HALF = "half", "Half a year: the first half, the six months to June."
    QUARTER = "quarter", "A quarter: the third quarter, the three months to March."
    MONTH = "month", "A month."
    YEAR_TO_DATE = "year_to_date", "The year so far: the first eight months, January to May."
    FISCAL = "fiscal", "A fiscal year."
    POINT = "point", "A point in time: as of 30 June."


class Observation(Term):
    """How a figure is known."""

    ACTUAL = "actual", "Counted, as far as the text says."
    ESTIMATE = "estimate", "Estimated, thought to be."
    PROVISIONAL = "provisional", "Counted, to be revised: provisional, preliminary, flash figures."
    FORECAST = "forecast", "Expected, forecast, projected."
    TARGET = "target", "Aimed at: a goal, a target, what one plans to reach."


class Direction(Term):
    """Which way a figure went."""

    UP = "up", "It grew, doubled, was higher."
    DOWN = "down", "It fell, halved, was lower."
    UNCHANGED = "unchanged", "It stayed the same: unchanged, flat, steady, stagnated."


class Basis(Term):
    """What a change is measured against."""

    YEAR_ON_YEAR = "year_on_year", "The same time a year before: year on year, from a year earlier."
    QUARTER_ON_QUARTER = "quarter_on_quarter", "The quarter before: on the quarter, from the third quarter."
    MONTH_ON_MONTH = "month_on_month", "The month before: month on month, from August."
    SINCE = "since", "Another time that the text names: since 2010."


class RankingRole(Term):
    """What an actor ranks as."""

    TRADING_PARTNER = "trading_partner", "By total trade."
    EXPORT_DESTINATION = "export_destination", "By exports to it."
    IMPORT_SOURCE = "import_source", "By imports from it: supplier, source of imports."


class RankingAmong(Term):
    """Among whom an actor ranks."""

    WORLD = "world", "All states, or no word tells among whom."
    REGION = "region", "The states of a region: in Latin America, in the Arab world."
    BLOC = "bloc", "The members of a bloc: in ASEAN, in the European Union."
