"""diplokit: who met whom, who promised what, who traded how much — with the words that say so."""

# The folders `extract` and `resolve` first: Python binds a submodule's name on its first import, and these
# names must end up as the two verbs, whichever plugin is imported later.
from . import extract as _extractors, resolve as _resolvers  # noqa: F401, I001, RUF100
from .batch import extract_many
from .errors import DiplokitError, PluginWarning
from .folding import fold
from .hooks import hookimpl
from .lexicon import Lexicon
from .mentions import Mention, Mentions
from .pipeline import examine, extract, find, read, resolve
from .records import (
    Actor,
    Change,
    Commitment,
    Extraction,
    Meeting,
    Notice,
    Office,
    Participant,
    Ranking,
    Reference,
    TradeFigure,
)
from .registry import Registry
from .reading import Reading, Resolver, resolver
from .rules import Extractor, Rule, rule
from .text import Document, Hit, Span
from .values import (
    CalendarDate,
    Event,
    Honorific,
    Money,
    Name,
    Organisation,
    Percent,
    Place,
    Refusal,
    Title,
)

__all__ = [
    "Actor",
    "CalendarDate",
    "Change",
    "Commitment",
    "DiplokitError",
    "Document",
    "Event",
    "Extraction",
    "Extractor",
    "Hit",
    "Honorific",
    "Lexicon",
    "Meeting",
    "Mention",
    "Mentions",
    "Money",
    "Name",
    "Notice",
    "Office",
    "Organisation",
    "Participant",
    "Percent",
    "Place",
    "PluginWarning",
    "Ranking",
    "Reading",
    "Reference",
    "Refusal",
    "Registry",
    "Resolver",
    "Rule",
    "Span",
    "Title",
    "TradeFigure",
    "examine",
    "extract",
    "extract_many",
    "find",
    "fold",
    "hookimpl",
    "read",
    "resolve",
    "resolver",
    "rule",
]
