"""Honorifics: words of honour before and after names, of many cultures.

Reads the table of honorifics (`en/honorifics.tsv`) by the rules of `forms_of_address`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from diplokit import Document, Honorific, Lexicon, Mention, hookimpl
from diplokit.wordlists import GIVEN_NAMES, HONORIFICS, HonorificWord

from .titles.forms_of_address import FORMS_OF_ADDRESS

# --- rules -----------------------------------------------------------------------------------------------------


class Honorifics:
    """Words of honour beside a name, and styles that mean a person by themselves."""

    name = "honorifics"
    kind = "honorific"
    description = 'A word of honour before or after a name, or a style such as "Her Majesty".'
    words: Mapping[str, Lexicon] = {"honorific": HONORIFICS, "given": GIVEN_NAMES}
    yes: Mapping[str, object] = {
        "Datuk Seri Anwar Ibrahim": Honorific("Datuk Seri", "malay"),
        "thanked Mr. Goh": Honorific("Mr", "british"),
        "Her Majesty arrived": Honorific("Her Majesty", "royal"),
        "Edwin Tong SC spoke": Honorific("Senior Counsel", "post-nominal"),
        "H.E. Dr. Noeleen Heyzer": Honorific("His Excellency", "diplomatic"),
    }
    no = ("in general terms", "a major step", "the Prime Minister")

    def find(self, document: Document, /) -> Iterator[Mention[Honorific]]:
        """Find the honorifics of a document."""
        text = document.text
        for start, end, word in document.hits(FORMS_OF_ADDRESS):
            assert isinstance(word, HonorificWord)  # what the hits hold
            value = _honorific(word.form, word.culture)
            yield Mention.at(start, end, "honorific", text[start:end], value, "form of address")


@lru_cache(maxsize=1024)
def _honorific(form: str, culture: str) -> Honorific:
    """A value; a document has the same one many times."""
    return Honorific(form, culture or None)


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[Honorifics]:
    """The extractor of honorifics."""
    return [Honorifics()]
