"""Titles: the offices that people hold, with whose they are.

Reads the grammar of `office_grammar` over the words of `en/offices.toml`. Sources: the styles of wires and foreign
ministries; the lists of heads of state and government of the UN Protocol and Liaison Service; our own knowledge.
"""

from collections.abc import Iterator, Mapping

from diplokit import Document, Lexicon, Mention, Title, hookimpl
from diplokit.wordlists import GIVEN_NAMES, HONORIFICS, OFFICES, ORGANISATIONS, PLACES

from .office_grammar import OFFICES_IN_FULL


class Titles:
    """Offices, with state, rank, portfolio and status."""

    name = "titles"
    kind = "title"
    description = "An office with its state, rank, portfolio and status, beside a name or alone."
    words: Mapping[str, Lexicon] = {
        "offices": OFFICES,
        "places": PLACES,
        "organisations": ORGANISATIONS,
        "given": GIVEN_NAMES,
        "honorifics": HONORIFICS,
    }
    yes: Mapping[str, object] = {
        "Malaysian Ambassador to Peru Ahmad Irham": Title("Ambassador", "ambassador", of="Malaysia", to="Peru"),
        "Peru President, Dina Boluarte": Title("President", "head_of_state", of="Peru"),
        "the foreign minister": Title("Foreign Minister", "foreign_minister"),
        "Investment, Trade and Industry Minister Zafrul Aziz": Title(
            "Investment, Trade and Industry Minister", "minister"
        ),
        "Minister of Law of the Republic of India": Title("Minister of Law", "minister", of="Republic of India"),
        "Deputy Prime Minister and Foreign Minister Prak Sokhonn": [
            Title("Deputy Prime Minister", "deputy_head"),
            Title("Foreign Minister", "foreign_minister"),
        ],
        "former Kenyan president": Title("President", "head_of_state", "former", of="Kenya"),
        "Director-General of the World Health Organization": Title(
            "Director-General", "igo_head", of="World Health Organization"
        ),
        "Governor of the Bank of Japan": Title("Governor", "other", of="Bank of Japan"),
        "Edwin Tong, Minister for Law, Singapore.": Title("Minister for Law", "minister", of="Singapore"),
    }
    no = ("the ministers met", "at 3 pm", "in general", "Hossein Amir-Abdollahian", "Mackenzie King left.")

    def find(self, document: Document, /) -> Iterator[Mention[Title]]:
        """Find the titles of a document."""
        text = document.text
        for start, end, title in document.hits(OFFICES_IN_FULL):
            assert isinstance(title, Title)  # what the grammar makes
            yield Mention.at(start, end, "title", text[start:end], title, "office")


@hookimpl
def extractors() -> list[Titles]:
    """The extractor of titles."""
    return [Titles()]
