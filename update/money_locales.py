"""Write `docs/reference/money-locales.md`: which languages' amounts are read back, by the laws of money.

Run from the root of the repository; it takes about two minutes.
"""

import sys
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "laws"))

import test_money as law  # noqa: E402 — the law itself says what comes back

PAGE = ROOT / "docs" / "reference" / "money-locales.md"
HEAD = """# Amounts of money, by language

For every base language of CLDR (as Babel {babel} has it), {currencies} currencies are written by Babel in four forms — as
an amount (`standard`), as in an account (`accounting`), with the name of the currency (`name`) and shortened with a scale
word (`compact`) — in Latin digits and in those of the language, alone and in the middle of a sentence, and read back by
diplokit. A cell tells how many of the currencies came back with the right amount and code in every case.

{good} of {all} languages come back whole. The table is written by `update/money_locales.py` from the law in
`tests/laws/test_money.py`, which also tests a part of it on every run.

| language | | standard | accounting | name | compact |
|---|---|---|---|---|---|
"""


def came_back(locale: str, form: str) -> int:
    """How many currencies come back in a form, with every amount and in both kinds of digits."""
    amounts = law.COMPACT_AMOUNTS if form == "compact" else law.AMOUNTS
    return sum(
        all(
            law.comes_back(amount, currency, locale, form, system)
            for amount in amounts
            for system in ("latn", "default")
        )
        for currency in law.CURRENCIES
    )


def main() -> None:
    """Try every language and write the page."""
    import babel

    rows, good = [], 0
    for locale in law.LANGUAGES:
        counts = [came_back(locale, form) for form in law.FORMS]
        whole = all(count == len(law.CURRENCIES) for count in counts)
        good += whole
        name = Locale.parse(locale).get_display_name("en") or locale
        cells = " | ".join("all" if count == len(law.CURRENCIES) else str(count) for count in counts)
        rows.append(f"| {name} | `{locale}` | {cells} |")
    reasons = [f"- `{locale}`, {form}: {reason}" for (locale, form), reason in law.KNOWN_FAILURES.items()]
    head = HEAD.format(babel=babel.__version__, currencies=len(law.CURRENCIES), good=good, all=len(law.LANGUAGES))
    PAGE.write_text(
        head + "\n".join(rows) + "\n\nWhat does not come back, and why:\n\n" + "\n".join(reasons) + "\n",
        encoding="utf-8",
    )
    print(f"{good} of {len(law.LANGUAGES)} languages come back whole")


if __name__ == "__main__":
    main()
