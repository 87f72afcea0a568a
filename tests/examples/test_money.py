"""Amounts, example by example, and what only looks like one."""

from decimal import Decimal
from pathlib import Path

import pytest

from diplokit import Document, find
from diplokit.extract.currencies import Amounts, Percentages

LINES = [
    line.split(" | ")
    for line in (Path(__file__).parent / "money.txt").read_text(encoding="utf-8").splitlines()
    if line[0] != "#"
]


def said(mention):
    exactness = "" if mention.value.qualifier == "exact" else f" {mention.value.qualifier}"
    return f"{mention.text} = {mention.value.amount.normalize():f} {mention.value.currency}{exactness}"


@pytest.mark.parametrize(("locale", "published", "text", "wanted"), LINES)
def test_amounts_of_an_example_are_found(locale, published, text, wanted):
    document = Document.read(text, locale=locale.strip(), published=published.strip() or None)
    assert " ; ".join(said(mention) for mention in find(document, [Amounts()])) == wanted.strip()


@pytest.mark.parametrize(
    "text",
    [
        "The 3 billion won by the firm last year", "They won 3 seats.", "the farmer sold 3 million pounds of rice",
        "a 2,000-pound bomb", "5 real estate firms", "COP26, COP 28 and the 5 COP presidencies", "SAR 2020, TOP 10, ALL 5 members",
        "The M5 motorway, a P5 meeting, N95 masks, K-12 schools, D5 and G20", "S/2005/123; S/PRST/2001/5; S$/21909",
        "Euro 2024 and the Euro 5 standard", "at 5 p.m.", "billions of dollars", "several million dollars", "hundreds of millions of euros",
        "a dollar a day", "a million-dollar question", "multi-billion-dollar", "5 million people", "3,000 troops", "@bob$5 and user_$7",
        "5 percent", "version 1.2.3", "a pound of flesh", "the dollar fell", "US10 and MAD 50", "K-12", "In 2016 Rand Paul spoke, and in 2010 Sen. Ted Cruz.", "In 2015 Crown Prince Frederik of Denmark left.",
        "On May 20 Mark Carney flew to Germany.", "Le 14 juillet", "6 ft tall in Hungary", "in 2015 dollars", "925 sterling silver",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_amount_is_none(text):
    assert [mention.text for mention in find(Document(text), [Amounts()])] == []


def test_no_marks_no_digits_and_no_spaces_take_long():
    for text in (" " * 8000, "4" * 4000, "1,1" * 3000, "$" * 9000, "$1 " * 4000):
        find(Document(text), [Amounts(), Percentages()])


def test_a_year_beside_an_amount_decides_between_an_old_currency_and_its_successor():
    document = Document("In 1998 Turkey spent 5 billion lira, and 7 billion lira in the following decade, until 2018.")
    assert [mention.value.currency for mention in find(document, [Amounts()])] == ["TRL", "TRL"]


def test_the_territory_of_the_locale_decides_whose_symbol_it_is():
    found = {
        locale: find(Document("It cost $5.", locale), [Amounts()])[0].value for locale in ("en_CA", "en_SG", "en_US")
    }
    assert {locale: value.currency for locale, value in found.items()} == {
        "en_CA": "CAD",
        "en_SG": "SGD",
        "en_US": "USD",
    }
    assert all(value.amount == Decimal(5) for value in found.values())


@pytest.mark.parametrize("extractor", [Amounts(), Percentages()])
def test_the_examples_of_the_extractors_hold(extractor):
    for text, wanted in extractor.yes.items():
        document = Document(text) if isinstance(text, str) else text
        found = [mention.value for mention in find(document, [extractor])]
        assert found == (wanted if isinstance(wanted, list) else [wanted]), text
    for text in extractor.no:
        assert not find(Document(text) if isinstance(text, str) else text, [extractor]), text
