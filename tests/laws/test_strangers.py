"""What strangers write: their mistakes are named, their values are carried, and nobody else pays for them."""

import dataclasses
import datetime as dt
import enum
import io
import json
import re
import sys
import types
from decimal import Decimal
from importlib import import_module
from importlib.metadata import EntryPoint
from typing import NamedTuple

import pytest
from attrs import frozen
from rich.console import Console

import diplokit
from diplokit import (
    Actor,
    CalendarDate,
    Document,
    Extraction,
    Lexicon,
    Meeting,
    Mention,
    Organisation,
    PluginWarning,
    Registry,
    Resolver,
    Span,
    extract,
    extract_many,
    find,
    hookimpl,
    resolver,
    rule,
)
from diplokit.errors import NameTaken, PluginError
from diplokit.plain import plain
from diplokit.registry import BUILT_IN
from diplokit.show.context import explained
from diplokit.show.table import report
from diplokit.testing import check, check_extractor
from diplokit.wordlists import OrganisationWord
from tests.made_plugins import plugin

BUILT_INS = [import_module(name) for name in BUILT_IN]
NEWS = "Peru's Foreign Minister met her Chilean counterpart in Lima on 3 May 2024 and both ratified a pact."


def pact(number=None, **changes):
    """A good extractor, made of one word, with some of its parts changed."""

    class Pact:
        name, kind, yes, no = "pacts", "pact", {"a pact": "pact"}, ["packs"]

        def find(self, document):
            for match in re.finditer("pact", document.folded):
                yield Mention("pact", Span(*match.span()), document.text[slice(*match.span())], "pact", "pacts")

    made = Pact()
    for part, value in changes.items():
        setattr(made, part, value)
    return made


def article(pattern=r"article (?P<n>\d+)", build=None, **changes):
    def art(n):
        return n

    return rule(pattern, **{"yes": {"Article 5": "5"}, "kind": "article", **changes})(build or art)


def with_built_ins(*plugins):
    return Registry.of(*BUILT_INS).plus(*plugins)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: article(yes=["Article 5"]), r"art: `yes` maps texts to the values .* not \['Article 5'\]"),
        (lambda: article(yes={5: "5"}), "an example is a text or a Document, not 5"),
        (lambda: article(no="abc"), "`no` is a list of texts, not 'abc'"),
        (lambda: article(words=["art"]), "`words` maps names to lexicons"),
        (lambda: article("{art} (?P<n>.)", words={"art": ["article"]}), r"the words .* are not \['article'\]"),
        (lambda: article("{art} (?P<n>.)"), r"the pattern calls \['art'\], and `words` has no lexicon"),
        (lambda: article(build=lambda **n: n), r"by name: \['n'\], not \['\*\*n'\]"),
        (lambda: Lexicon(5, {"Io": 1}), "a lexicon has a name, not 5"),
        (lambda: Lexicon("moons", ["Io"]), "map to what they mean"),
        (lambda: Lexicon("moons", {5: 1}).in_locale("en"), "is a str, not 5"),
        (lambda: Lexicon("moons", lambda _: None).in_locale("en"), "are no mapping, but None"),
        (lambda: resolver(lambda _: []), r"as in @resolver\(Party\); that is not <function"),
        (lambda: resolver("Party"), "that is not 'Party'"),
        (lambda: resolver(int, after=Actor), "`after` is a list of the types"),
        (lambda: resolver(int, after=["Actor"]), "`after` is a list of the types"),
        (lambda: find("Io", [3]), "an extractor has a name and finds mentions; 3 does not"),
        (lambda: find("Io", plugin()), "taken from a Registry or a list, not from <module"),
        (lambda: extract("Io", id=5), "id must be a str, not 5"),
        (lambda: extract(b"Io"), "text must be a str, not bytes; decode it first"),
        (lambda: extract_many("Io"), "for one str call `extract`"),
        (lambda: extract_many({"text": "Io"}), "for one dict call `extract`"),
        (lambda: extract_many(["Io"], workers="2"), "a whole number, not '2'"),
        (lambda: extract_many(["Io"], registry=[]), "registry must be a Registry, not list"),
    ],
)
def test_a_mistake_is_told_where_it_is_made(make, said):
    with pytest.raises(TypeError, match=said):
        make()


def test_a_word_of_a_closed_list_that_is_none_is_told_with_those_that_are():
    with pytest.raises(ValueError, match="'sure' is not a valid Confidence; it is one of certain, likely, possible"):
        article(confidence="sure")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: [plugin(extractors=[article(), article()])], "'art' is offered twice by stranger"),
        (lambda: [plugin(extractors=None)], r"stranger: extractors\(\) must return a list, not None"),
        (lambda: [plugin(extractors={"a": article()})], "must return a list, not {"),
        (lambda: [plugin(extractors=article())], r"must return a list, not Rule\("),
        (lambda: [plugin(extractors=[resolver(int)(lambda _: [])])], "is a resolver; resolvers"),
        (lambda: [plugin(extractors=[type(pact())])], r"Pact is a class; an extractor is an object of it: Pact\(\)"),
        (lambda: [plugin(extractors=[pact(kind=5)])], "its `kind` must be a string, not 5"),
        (lambda: [plugin(extractors=[pact(name="")])], "its `name` must be a string, not ''"),
        (lambda: [plugin(extractors=[pact(yes=["pact"])])], "its `yes` must be a mapping of texts to values"),
        (lambda: [plugin(extractors=[pact(no="pact")])], "its `no` must be a list of texts, not 'pact'"),
        (lambda: [plugin(extractors=[pact(words={"a": {"b": 1}})])], "its `words` must be a mapping of names to Lex"),
        (lambda: [plugin(extractors=[pact(words=None)])], "its `words` must be"),
        (lambda: [plugin(resolvers=[article()])], r"not a Resolver; make one with @diplokit.resolver\("),
        (lambda: [plugin(lexicons=[{"Io": 1}])], "stranger: {'Io': 1} is not a Lexicon"),
        (lambda: [plugin("same"), plugin("same")], "same has no hook"),
        (lambda: [plugin("same", lexicons=[]), plugin("same", lexicons=[])], "two plugins have the name 'same'"),
        (lambda: [None], "NoneType has no hook"),
        (lambda: [[plugin(lexicons=[])]], "not a list; hand several over one by one"),
        (lambda: [article()], "is no plugin; a plugin offers it by a hook"),
        (lambda: [Raising], "is a class; a plugin is an object of it"),
        (lambda: [Unmarked()], r"lexicons\(\) is not marked with"),
        (lambda: [Asking()], "none takes an argument"),
        (lambda: [Raising()], r"extractors\(\) raised ZeroDivisionError"),
        (lambda: [Leaving()], r"extractors\(\) raised SystemExit: 3"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_told_by_name(make, said):
    with pytest.raises(PluginError, match=said):
        Registry.of(*make())


class Unmarked:
    @hookimpl
    def extractors(self):
        return [article()]

    def lexicons(self):
        return []


class Asking:
    @hookimpl
    def extractors(self, registry):
        return [registry]


class Raising:
    @hookimpl
    def extractors(self):
        yield article()
        raise ZeroDivisionError


class Leaving:
    @hookimpl
    def extractors(self):
        raise SystemExit(3)


class Good:
    def __init__(self, name, word):
        self.extractor = pact(name=name)

    @hookimpl
    def extractors(self):
        yield self.extractor


def test_two_objects_of_one_class_are_two_plugins():
    registry = Registry.of(Good("one", "a"), Good("two", "b"))
    assert set(registry.sources.values()) == set(registry.plugins)
    assert len(registry.plugins) == 2
    assert list(registry.without(registry.sources["two"])) == [registry.extractors["one"]]


def test_a_given_module_is_not_taken_twice():
    one = plugin(lexicons=[])
    with pytest.raises(NameTaken, match="'stranger' is given twice"):
        Registry.of(one, one)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: article(r"Article (?P<n>\d+)"), "the pattern holds 'A', and a folded text never does"),
        (lambda: article("article (?P<n>\\d+)’s"), "the pattern holds '’'"),
        (lambda: article(r"article (?P<n>\d+"), r"not a pattern: missing \) at position \d+: 'article"),
        (lambda: article(r"article (?P<n>\d+))("), "not a pattern"),
        (lambda: pact(find=lambda _: None), "'NoneType' object is not iterable"),
        (lambda: pact(find=lambda _: [(0, 4)]), r"an extractor gives mentions, not \(0, 4\)"),
        (lambda: pact(kind="deal"), "pacts says it finds 'deal', and found Mention"),
        (
            lambda: pact(kind="date", find=lambda d: [Mention("date", Span(0, 1), d.text[:1], "x", "r")]),
            "a date means a",
        ),
        (
            lambda: pact(find=lambda d: [Mention("pact", Span(0, 1), d.text[:1], object(), "r")]),
            "needs to equal another",
        ),
        (lambda: pact(yes={}), "pacts has no examples"),
    ],
)
def test_check_says_what_is_wrong_with_an_extractor(make, said):
    extractor = make()
    with pytest.raises(AssertionError, match=said):
        check_extractor(extractor)


def test_a_pattern_that_could_match_is_not_blamed_for_its_capitals():
    made = article(r"\b\W?article \p{Nd}?(?P<n>\d+)", yes={"Article 5": "6"})
    with pytest.raises(AssertionError) as told:
        check_extractor(made)
    assert "folded" not in str(told.value)


def meeting(id="strange", **changes):
    return Meeting(**{"id": id, "kind": "call", "status": "held", "rule": "calls", **changes})


@pytest.mark.parametrize(
    ("gives", "records", "said"),
    [
        (int, lambda _: None, "it must give a list or yield what it gives, not return None"),
        (int, lambda _: 5, "not return 5"),
        (int, lambda _: ["five"], "a resolver of int gives no 'five'"),
        (Meeting, lambda _: [meeting("m1")], "the id 'm1' is taken by another Meeting"),
        (Meeting, lambda _: [meeting(), meeting()], "the id 'strange' is taken"),
        (Meeting, lambda _: [meeting(participants=[diplokit.Participant("a99")])], "no actor has the id 'a99'"),
        (Meeting, lambda _: [meeting(spans={"trigger": Span(5, 9_999)})], "is not in the text"),
        (int, lambda r: [r.document.text.index("§")], "ValueError: substring not found"),
    ],
)
def test_check_says_what_is_wrong_with_a_resolver(gives, records, said):
    with pytest.raises(AssertionError, match=said):
        check(plugin(resolvers=[Resolver("mine", gives, (), records)]))


def test_what_a_resolver_gives_wrongly_costs_nobody_else_anything():
    plain_news = extract(NEWS)
    for records in (lambda _: None, lambda _: ["five"], lambda _: 1 / 0):
        extraction = extract(NEWS, registry=with_built_ins(plugin(resolvers=[Resolver("mine", int, (), records)])))
        assert [notice.who for notice in extraction.warnings] == ["mine"]
        assert extraction.found == plain_news.found


@pytest.mark.parametrize(
    "broken",
    [
        pact(find=lambda d: [Mention("date", Span(0, 4), d.text[:4], "soon", "pacts")]),
        pact(find=lambda _: None),
        pact(find=lambda _: (_ for _ in ()).throw(SystemExit(3))),
        pact(words={"bad": Lexicon("bad", lambda _: 1 / 0)}),
    ],
)
def test_what_an_extractor_gives_wrongly_costs_nobody_else_anything(broken):
    extraction = extract(NEWS, registry=with_built_ins(plugin(extractors=[broken])))
    assert {notice.who for notice in extraction.warnings} <= {"pacts", "bad"}
    assert extraction.warnings
    assert extraction.found == extract(NEWS).found


def test_words_that_do_not_fit_a_lexicon_are_told_when_plugins_are_collected():
    asean = OrganisationWord(Organisation("Another", None, "company"))
    with pytest.raises(NameTaken, match="stranger: 'ASEAN' already has another meaning"):
        with_built_ins(plugin(lexicons=[Lexicon("organisations", {"ASEAN": asean})]))
    with pytest.raises(PluginError, match=r"stranger: the words of .* mean OrganisationWord; 'Zog' means 'zog'"):
        with_built_ins(plugin(lexicons=[Lexicon("organisations", {"Zog": "zog"})]))
    with pytest.raises(AssertionError, match="nobody reads the lexicon 'organizations'; did you mean 'organisations'"):
        check(plugin(lexicons=[Lexicon("organizations", {"Zog": asean})]))
    with pytest.raises(AssertionError, match="lexicon 'mine': ZeroDivisionError"):
        check(plugin(lexicons=[Lexicon("mine", lambda _: 1 / 0)]))


def test_without_a_plugin_its_words_are_gone():
    word = OrganisationWord(Organisation("Zog Club", None, "igo"))
    registry = with_built_ins(plugin(lexicons=[Lexicon("organisations", {"Zog Club": word})]))
    text = "said the Zog Club."
    assert [m.value.name for m in find(text, registry) if m.value == word.organisation] == ["Zog Club"]
    assert word.organisation not in [m.value for m in find(text, registry.without("stranger"))]


def test_adding_plugins_is_collecting_all_of_them():
    word = OrganisationWord(Organisation("Zog Club", None, "igo"))
    more = plugin(extractors=[pact()], resolvers=[Resolver("mine", int, (), lambda _: [])])
    words = plugin("words", lexicons=[Lexicon("organisations", {"Zog Club": word})])
    once, twice = Registry.of(*BUILT_INS, more, words), Registry.of(*BUILT_INS).plus(more).plus(words)
    assert once.sources == twice.sources
    for part in ("extractors", "resolvers", "plugins", "word_sources"):
        assert list(getattr(once, part)) == list(getattr(twice, part))
    assert [lexicon.name for lexicon in once.lexicons] == [lexicon.name for lexicon in twice.lexicons]
    with pytest.raises(NameTaken, match="'pacts' is offered by stranger and by other"):
        Registry.of(more).plus(plugin("other", extractors=[pact()]))
    with pytest.raises(NameTaken, match="'stranger' is there already"):
        Registry.of(more).plus(more)


def test_records_of_a_built_in_type_come_after_the_built_in_ones_if_they_need_them():
    @resolver(Meeting, after=[Actor, Meeting])
    def calls(reading):
        """Named so that by its name it would come first."""
        yield meeting(f"m{len(reading.records(Meeting)) + 1}")

    registry = with_built_ins(plugin(resolvers=[calls]))
    assert list(registry.resolvers).index("calls") > list(registry.resolvers).index("meetings")
    extraction = extract(NEWS, registry=registry)
    assert not extraction.warnings
    assert [one.id for one in extraction.meetings] == [f"m{n + 1}" for n in range(len(extraction.meetings))]
    assert extraction.meetings[-1].kind == "call"
    check(plugin(resolvers=[calls]))


def test_actors_of_a_stranger_are_there_when_meetings_are_resolved():
    @resolver(Actor)
    def ships(reading):
        yield Actor(id="ship", kind="organisation", name="Ship", references=(), rule="ships")

    registry = with_built_ins(plugin(resolvers=[ships]))
    order = list(registry.resolvers)
    assert order.index("actors") < order.index("ships") < order.index("meetings")


# Groups of a pattern, and scripts without spaces.

CITIES = Lexicon("cities of a test", {"Lima": "LIM", "La Paz": "LPB"}, cased=True)


def test_two_groups_may_hold_words_of_one_lexicon():
    @rule(
        "(?P<first>{city})(?P<between> and | to )(?P<second>{city})(?P<rest> by (?:ship|{city}))?",
        words={"city": CITIES},
        yes={
            "Lima and La Paz": ["LIM", " and ", "LPB", None],
            "La Paz to Lima by Lima": ["LPB", " to ", "LIM", " by lima"],
        },
        kind="pair",
    )
    def pairs(first, between, second, rest):
        return [first, between, second, rest]

    for text, values in {
        "Lima and La Paz": ["LIM", " and ", "LPB", None],
        "La Paz to Lima by Lima": ["LPB", " to ", "LIM", " by lima"],
    }.items():
        assert [mention.value for mention in pairs.find(Document(text))] == [values]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("会谈", "两国元首举行会谈。"),
        ("峰会", "APEC峰会2024年"),
        ("ประชุม", "ผู้นำประชุมวันนี้"),
        ("정상회담", "한미정상회담이 열렸다"),
        ("峰会", "峰会"),
    ],
)
def test_words_of_scripts_without_spaces_are_found_between_other_letters(word, text):
    lexicon = Lexicon("unspaced", {word: "meeting"})

    @rule("(?P<word>{word})", words={"word": lexicon}, yes={text: "meeting"}, kind="word")
    def words(word):
        return word

    @rule(f"(?P<word>{word})", yes={text: word}, kind="word")
    def written(word):
        return word

    check_extractor(words)
    check_extractor(written)


@pytest.mark.parametrize("text", ["Limao", "aLima", "Lima2", "会谈Limax", "aLima会谈"])
def test_words_of_scripts_with_spaces_are_found_whole(text):
    @rule("(?P<city>{city})", words={"city": CITIES}, yes={"会谈Lima": "LIM"}, kind="city")
    def cities(city):
        return city

    @rule("lima", yes={"Lima": 1}, kind="city")
    def written():
        return 1

    assert not [*cities.find(Document(text)), *written.find(Document(text))]


# Values and records of strangers.


class List(enum.Enum):
    SANCTIONS = "sanctions"


@frozen
class Treaty:
    name: str
    until: CalendarDate | None = None
    parties: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class UNResolution:
    number: int
    adopted: dt.datetime | None = None


class Point(NamedTuple):
    north: Decimal
    lists: frozenset


@frozen
class Sanction:
    type: str
    whom: str
    amount: Decimal
    listed: tuple[str, ...]
    spans: dict[str, Span]


VALUES = [
    Treaty("Lima Pact", CalendarDate("2030"), ("a", "b")),
    UNResolution(2334, dt.datetime(2016, 12, 23, 14, 30)),
    Point(Decimal("1.50"), frozenset({"b", "a"})),
    {"lists": {List.SANCTIONS}, List.SANCTIONS: float("nan"), 1: [dt.date(2024, 5, 3), b"x"]},
    List.SANCTIONS,
    object,
]
SANCTION = Sanction("freeze", "a1", Decimal("2.50"), ("EU",), {"trigger": Span(0, 4)})


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_of_any_class_are_written_and_read(value):
    made = pact(find=lambda d: [Mention("pact", Span(0, 4), d.text[:4], value, "pacts")])
    strange = plugin(extractors=[made], resolvers=[Resolver("mine", object, (), lambda _: [value, SANCTION])])
    extraction = extract(NEWS, registry=with_built_ins(strange))
    data = json.loads(extraction.to_json())
    assert data == extraction.to_dict()
    assert Extraction.from_dict(data).to_dict() == data
    assert data["records"][-1] == {
        "type": "Sanction",
        "type_": "freeze",
        "whom": "a1",
        "amount": "2.5",
        "listed": ["EU"],
        "spans": {"trigger": [0, 4]},
    }
    assert extraction.to_html()
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(report(extraction), explained(Document(NEWS), extraction, ()))
    assert "Sanction" in console.export_text()
    console = Console(width=80, quiet=True)
    console.print(report(Extraction.from_dict(data)))


def test_a_set_is_written_in_one_order_and_numbers_json_does_not_know_as_text():
    assert plain({3, 1, 2}) == [1, 2, 3]
    assert plain([float("nan"), float("inf"), True, None]) == ["nan", "inf", True, None]


def test_values_and_records_come_back_as_their_classes_if_those_are_named():
    treaty, resolution = VALUES[:2]
    made = [
        pact(name="one", kind="treaty", find=lambda d: [Mention("treaty", Span(0, 4), d.text[:4], treaty, "one")]),
        pact(
            name="two",
            kind="unresolution",
            find=lambda d: [Mention("unresolution", Span(0, 4), d.text[:4], resolution, "x")],
        ),
    ]
    strange = plugin(extractors=made, resolvers=[Resolver("mine", Sanction, (), lambda _: [SANCTION])])
    extraction = extract(NEWS, registry=with_built_ins(strange))
    assert Extraction.from_dict(extraction.to_dict(), types=[Treaty, UNResolution, Sanction]) == extraction
    with pytest.raises(ValueError, match="not an extraction"):
        Extraction.from_dict({**extraction.to_dict(), "records": [{"type": "Sanction"}]}, types=[Sanction])


def test_a_record_that_a_stranger_names_oddly_does_no_harm_to_the_page():
    made = pact(kind='"><b>', find=lambda d: [Mention('"><b>', Span(0, 4), d.text[:4], "<i>", "pacts")])
    page = extract(NEWS, registry=with_built_ins(plugin(extractors=[made]))).to_html()
    assert "<i>" not in page
    assert '"><b>' not in page


def test_bad_documents_are_told_by_their_ids_in_every_process():
    documents = [
        {"id": "a", "text": "Peru"},
        {"id": "b", "text": 5},
        types.MappingProxyType({"id": "c", "text": "Peru"}),
        {"id": "d", "x": lambda: 1, "text": ""},
    ]
    alone = list(extract_many(documents))
    shared = list(extract_many(documents, workers=2))
    assert [one.document.id for one in alone] == [one.document.id for one in shared] == list("abcd")
    assert alone[:2] == shared[:2]
    assert [bool(one.warnings) for one in alone] == [False, True, False, False]
    assert "cannot be handed from process to process" in shared[3].warnings[0].message


def installed(monkeypatch, tmp_path, **modules):
    """The registry when these modules are the installed plugins, and what is warned of."""
    for name, code in modules.items():
        (tmp_path / f"{name}.py").write_text(f"from diplokit import *\n{code}", encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    points = [EntryPoint(name, name, "diplokit") for name in modules]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
    with pytest.warns(PluginWarning) as told:
        registry = Registry.installed()
    assert all(one.filename == __file__ for one in told)
    return registry, {str(one.message).split("'")[1]: str(one.message) for one in told}


OFFERING = "@hookimpl\ndef extractors(): return [rule('zog', yes={'Zog': 1}, kind='zog')(%s)]\ndef %s(): return 1\n"


def test_installed_plugins_that_cannot_be_loaded_are_left_out_by_name(monkeypatch, tmp_path):
    registry, told = installed(
        monkeypatch,
        tmp_path,
        strange_leaving="raise SystemExit(3)",
        strange_syntax="def (",
        strange_empty="",
        strange_late="@hookimpl\ndef lexicons(): import not_there",
        strange_one=OFFERING % ("same", "same"),
        strange_two=OFFERING % ("same", "same"),
        strange_good=OFFERING % ("zogs", "zogs"),
    )
    assert [name for name in registry.plugins if name not in BUILT_IN] == ["strange_good"]
    assert "SystemExit: 3" in told["strange_leaving"]
    assert "SyntaxError" in told["strange_syntax"]
    assert "has no hook" in told["strange_empty"]
    assert "strange_late: lexicons() raised ModuleNotFoundError" in told["strange_late"]
    assert told["strange_one"].endswith("'same' is offered by strange_one and by strange_two")
    assert set(told) == {f"strange_{name}" for name in ("leaving", "syntax", "empty", "late", "one", "two")}


def test_three_plugins_that_only_together_cannot_be_used_are_all_left_out(monkeypatch, tmp_path):
    waiting = (
        "import strange_types as t\n@hookimpl\ndef resolvers(): return [Resolver('%s', t.%s, (t.%s,), lambda _: [])]\n"
    )
    (tmp_path / "strange_types.py").write_text("class A: ...\nclass B: ...\nclass C: ...\n", encoding="utf-8")
    registry, told = installed(
        monkeypatch,
        tmp_path,
        strange_a=waiting % ("aa", "A", "B"),
        strange_b=waiting % ("bb", "B", "C"),
        strange_c=waiting % ("cc", "C", "A"),
    )
    assert registry.plugins == tuple(sorted(BUILT_IN))
    assert all("these resolvers wait for each other: aa, bb, cc" in message for message in told.values())
