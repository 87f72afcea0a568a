"""Names of buildings and towns that no table knows, and of occasions, as far as their words go."""

from diplokit import Span

from .patterns import HEAD, compiled
from .sentences import Scene

_POSSESSED = (
    "military|troops|personnel|forces|embassy|permanent mission|high commission|chancery|pavilion|soldiers|bases?|consulate|officials|companies|citizens|businesses|firms|investors|lawmakers|"
    "policy|policies|law|laws|soil|territory|airspace|ships?|interests|values|society|officers|marines|navy|army|air force|students|families"
)
_COMMUNITY = (
    r"(?:'s)?\s+(?:(?!and\b|of\b|in\b|with\b)[^\s,.;]+\s+){0,3}(?:community|communities|diaspora)\b|(?:'s)?\s+(?:[<A><H>]+(?:'s)?[\s-]+)?(?:(?:business|student|expatriate|migrant|overseas|local|private|young|women|tech|media|diaspora|peacekeeping)\s+)?"
    r"(?:community|communities|diaspora|nationals|citizens|expatriates|expats|migrants?|workers|students?|pilgrims|people|businessmen|businesswomen|"
    r"businesspeople|business\s(?:leaders|people|figures|executives)|entrepreneurs|investors|executives|companies|firms|troops|soldiers|peacekeepers|"
    r"personnel|athletes|journalists|reporters|artists|scholars|academics|families|residents|victims|survivors|refugees|descent|origin|"
    r"sailors|pilots|doctors|nurses|engineers|tourists|youth|youths|women|children|media|press)\b"
)
_GOES_ON = (" ", "-")
_QUALIFIES = rf"-[a-z]|\s+(?:{_POSSESSED})\b|[\s-]+(?:[<H><A><C>]+[\s-]+)*[<E>]"
_HOUSES = (
    "palace|house|hall|buildings|hotel|centre|center|building|room|pavilion|auditorium|office|offices|museum|airport|base|residence|headquarters|university|"
    "ministry|embassy|kremlin|castle|villa|temple|church|cathedral|stadium|club|resort|island|memorial|square|gate|school|institute|parliament|"
    "vatican|capitol|mansion|fort|lodge|estate|theatre|theater|complex|tower|city|department|secretariat|camp|valley|lake|park|farm|ranch|canal|bhavan|bhawan|palazzo|"
    "palais|palacio|wisma|istana|elysee|\u00e9lys\u00e9e|moncloa|moneda|quirinale|chigi|matignon|bellevue|planalto|itamaraty|casa rosada|miraflores|zhongnanhai|"
    "diaoyutai|downing street|kantei|malaca[n\u00f1]ang|chequers|camp david|merdeka|bogor|whitehall|foggy bottom|pentagon|tuynhuis|hofburg|ballhausplatz|"
    "stormont|rashtrapati|tiananmen|knesset|baabda|rideau hall|lok kalyan marg|villa borsig|meseberg|gymnich"
)


_HOUSE = rf"\b(?:{_HOUSES})\b"


def house(name: str) -> bool:
    """Whether a name is that of a building."""
    return compiled(_HOUSE).search(name.lower()) is not None


def qualifies(masked: str, end: int) -> bool:
    """Whether a name that ends at an offset of masked text only qualifies what follows: "U.S.-sponsored"."""
    return masked.startswith(_GOES_ON, end) and compiled(_QUALIFIES).match(masked, end, end + 90) is not None


def private(masked: str, end: int) -> bool:
    """Whether a name that ends at an offset of masked text speaks of people who act for no state: "Maltese community"."""
    return compiled(_COMMUNITY).match(masked, end, end + 60) is not None


def venue(scene: Scene, at: int, prep: str) -> Span | None:
    """A building or place named by capitalised words, such as "the Great Hall of the People"; one word will do for a
    town that no table knows.
    """
    found = compiled(r"[<C><A><H><P><E>]+(?:'s|\s|of the |of |de |[<C><P><A><H>])*").match(scene.after(at, 100))
    if not found:
        return None
    words = found[0].rstrip()
    while words.endswith((" of", " de", " the", "'s")):
        words = words.rsplit(" ", 1)[0].rstrip() if not words.endswith("'s") else words[:-2]
    if not words:
        return None
    name = scene.text[at : at + len(words)]
    kind = compiled(_HOUSE).search(name.lower())
    if kind and HEAD in words[kind.end() :]:  # "received at Basman Palace British Foreign Secretary X"
        name = words = name[: kind.end()]
    town = prep in ("in", "to", "dest") and name.isalpha() and len(name) > 3 and not name.isupper()
    if town or house(name):
        return Span(at, at + len(words))
    return None


def extent(scene: Scene, at: int) -> Span | None:
    """A named occasion from an offset on, to the end of its name."""
    event = next((m for m in scene.events if at <= m.start <= at + 12 or m.start <= at < m.end), None)
    if event is not None:
        more = compiled(
            r"(?:\s+(?!in\b|on\b|at\b)[a-z]+){0,2}\s+(?:conference|summit|meetings?|forum|session|talks|assembly|gathering)\b"
        ).match(scene.after(event.end, 50))
        return Span(min(at, event.start), event.end + (more.end() if more else 0))  # "the COP29 climate conference"
    found = compiled(
        r"[^.,;:\n\"]{3,120}?(?=\s+(?:here|on|in|at|with|when|during|where|which|that|and|to|today|yesterday|due|slated|scheduled|set|held|hosted|being|taking|next|last|this)\b|[.,;:\n\"]|\Z)"
    ).match(scene.after(at, 130))
    return Span(at, at + len(found[0].rstrip())) if found and found[0].strip() else None
