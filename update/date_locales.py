"""Build ``docs/reference/date-locales.md``: in which languages which dates are read back.

For every language of Babel's CLDR: what ``babel.dates.format_date`` writes in full, long and medium, and a month with its
year, must be found once, with its value and span, in the middle of a sentence; the same with the digits of the language.
``tests/laws/test_dates.py`` holds the same laws for days drawn at random.

Usage: ``python update/date_locales.py``
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from babel import Locale, localedata
from babel.dates import format_date

from diplokit import Document, find
from diplokit.extract.dates import DATES
from diplokit.tables import names

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "laws"))

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "date-locales.md"
DAYS = [dt.date(2024, month, day) for month in range(1, 13) for day in (1, 14)] + [dt.date(1987, 12, 31)]
INTRODUCTION = """\
# Dates by language

A tick says that what CLDR writes is read back from the middle of a sentence, once, with its exact value and span: the
long forms (full, long, medium), a month with its year, and the long forms in the language's own digits. *Words* says
that relative words, weekdays, ranges and years without a month are read as well. English has a grammar of its own.

Made by `update/date_locales.py`.

| code | language | long forms | month and year | own digits | words |
|---|---|---|---|---|---|
"""


def zeros() -> dict[str, int]:
    """The digit zero of the number systems, as the laws list them."""
    from test_dates import ZEROS

    return dict(ZEROS)


def reads(written: str, locale: str, edtf: str) -> bool:
    """Whether a date is found in a sentence, once and whole."""
    found = find(Document.read(f"Lima {written}, Peru.", locale=locale), [DATES])
    return [(m.start, m.end, m.value.edtf) for m in found] == [(5, 5 + len(written), edtf)]


def row(language: str, zero: dict[str, int]) -> str:
    """The line of a language."""
    locale = Locale.parse(language)
    forms = [(format_date(day, form, language), day.isoformat()) for day in DAYS for form in ("full", "long", "medium")]
    months = [(format_date(day, "MMMM y", language), f"{day:%Y-%m}") for day in DAYS]
    systems = {locale.default_numbering_system, *locale.other_numbering_systems.values()} & set(zero)
    native = [
        (written.translate({ord("0") + n: chr(zero[system] + n) for n in range(10)}), edtf)
        for system in sorted(systems)
        for written, edtf in forms
    ]
    ticks = ["✓" if all(reads(*pair[:1], language, pair[1]) for pair in pairs) else "" for pairs in (forms, months)]
    ticks.append("" if not native else "✓" if all(reads(written, language, edtf) for written, edtf in native) else "✗")
    ticks.append("✓" if language == "en" or f"{language}/dates.toml" in names() else "")
    return f"| `{language}` | {locale.get_display_name('en') or language} | {' | '.join(ticks)} |\n"


def main() -> None:
    """Write the page."""
    languages = sorted({identifier.partition("_")[0] for identifier in localedata.locale_identifiers()})
    zero = zeros()
    rows = [row(language, zero) for language in languages]
    read = sum("| ✓ |" in line for line in rows)
    PAGE.write_text(INTRODUCTION + "".join(rows) + f"\n{read} of {len(rows)} languages are read.\n", encoding="utf-8")


if __name__ == "__main__":
    main()
