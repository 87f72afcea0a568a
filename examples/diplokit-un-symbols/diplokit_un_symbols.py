"""Symbols of United Nations resolutions, such as A/RES/79/1 and S/RES/2706 (2023).

Source: United Nations Editorial Manual, "Document symbols": the organ, the kind of document, the session (for the
General Assembly) and the number; resolutions of the Security Council carry their year in brackets.
"""

from attrs import frozen

from diplokit import Reading, hookimpl, resolver, rule


@frozen
class Resolution:
    """A resolution, by the organ that adopted it and its number.

    Attributes:
        organ: `A` for the General Assembly, `S` for the Security Council.
        number: The number, for the General Assembly after the session: `79/1`.
        year: The year in brackets.
    """

    organ: str
    number: str
    year: int | None = None


@frozen
class Cited:
    """A resolution that a document cites, and how often."""

    resolution: Resolution
    times: int


@rule(
    r"a/res/(?P<session>\d{1,3})/(?P<number>\d{1,4})",
    yes={"adopted A/RES/79/1, the Pact": Resolution("A", "79/1")},
    no=["A/RES/79", "A/79/PV.1"],
)
def general_assembly(session: str, number: str) -> Resolution:
    """A resolution of the General Assembly since its 31st session."""
    return Resolution("A", f"{session}/{number}")


@rule(
    r"s/res/(?P<number>\d{1,4})(?: \((?P<year>\d{4})\))?+",
    yes={"S/RES/1701 (2006)": Resolution("S", "1701", 2006), "under S/RES/242": Resolution("S", "242")},
    no=["S/PV.9000"],
)
def security_council(number: str, year: str | None) -> Resolution:
    """A resolution of the Security Council."""
    return Resolution("S", number, int(year) if year else None)


@resolver(Cited)
def cited_resolutions(reading: Reading):
    """Each resolution once, in the order of the text."""
    found = [mention.value for mention in reading.mentions.of("resolution")]
    for resolution in dict.fromkeys(found):
        yield Cited(resolution, found.count(resolution))


@hookimpl
def extractors():
    return [general_assembly, security_council]


@hookimpl
def resolvers():
    return [cited_resolutions]
