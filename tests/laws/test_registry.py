"""The registry: who offers what, and that no order matters."""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplokit import Document, Lexicon, Meeting, Registry, examine, extract, resolver, rule
from diplokit.errors import NameTaken, PluginError
from diplokit.registry import BUILT_IN
from diplokit.testing import check
from diplokit.testing.strategies import texts
from tests.made_plugins import plugin


def moon_rule(name, word="io", kind="moon"):
    def build(moon):
        return name

    build.__name__ = name
    return rule(rf"(?P<moon>{word})", yes={word: name}, kind=kind)(build)


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_plugin_keeps_its_promises(name):
    check(import_module(name))


def test_built_ins_are_plugins_like_any_other():
    registry = Registry.of(*map(import_module, BUILT_IN))
    assert set(registry.extractors) == set(Registry.installed().extractors)
    assert registry.plugins == tuple(sorted(BUILT_IN))


@settings(max_examples=5)  # every registry builds its own index of all words
@given(st.randoms(use_true_random=False), texts())
def test_the_order_of_plugins_changes_nothing(random, text):
    modules = [
        *map(import_module, BUILT_IN),
        plugin("zzz", extractors=[moon_rule("aaa")]),
        plugin("aaa", extractors=[moon_rule("zzz")]),
    ]
    once = extract(text + " Io", registry=Registry.of(*modules))
    random.shuffle(modules)
    assert extract(text + " Io", registry=Registry.of(*modules)) == once


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcdef"),
            st.sampled_from(["io", "eur", "europa", "uro", "o e"]),
            st.sampled_from(["moon", "date"]),
        ),
        unique_by=lambda made: made[0],
        min_size=1,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_extractors_changes_nothing(made, random):
    rules = [moon_rule(*one) for one in made]
    once = examine("Io Europa io eur uro europa", rules)
    random.shuffle(rules)
    assert examine("Io Europa io eur uro europa", rules) == once


def test_a_name_can_be_taken_only_once():
    with pytest.raises(NameTaken, match="'a' is offered by one and by two"):
        Registry.of(plugin("one", extractors=[moon_rule("a")]), plugin("two", extractors=[moon_rule("a")]))


def test_a_misspelt_hook_is_an_error_that_names_it():
    with pytest.raises(PluginError, match=r"extractor.*the hooks are extractors, resolvers, lexicons"):
        Registry.of(plugin("typo", extractor=[moon_rule("a")]))


def test_what_is_no_extractor_is_an_error():
    for offers in (
        {"extractors": [3]},
        {"resolvers": [3]},
        {"lexicons": [3]},
        {"extractors": 3},
        {"extractors": "abc"},
    ):
        with pytest.raises(PluginError):
            Registry.of(plugin("odd", **offers))
    with pytest.raises(PluginError, match="not the name"):
        Registry.of("diplokit.extract.dates")


def test_without():
    registry = Registry.installed()
    assert "actors" not in registry.without("actors")
    dates = {name for name, source in registry.sources.items() if source == "diplokit.extract.dates"}
    assert not dates & set(registry.without("dates").extractors)
    assert registry.without("dates").plugins == tuple(p for p in registry.plugins if p != "diplokit.extract.dates")
    with pytest.raises(KeyError, match="'nonsense'"):
        registry.without("nonsense")
    assert len(registry) == len(list(registry))


def test_words_of_one_lexicon_may_come_from_two_plugins():
    moons = Lexicon("moons", {"Io": 1})
    more = Lexicon("moons", {"Europa": 2})
    other = Lexicon("moons", {"Io": 3})

    @rule(r"(?P<moon>{moon})", words={"moon": moons}, yes={"Io": 1}, kind="moon")
    def find_moon(moon):
        return moon

    base = plugin("base", extractors=[find_moon])
    registry = Registry.of(base, plugin("more", lexicons=[more]))
    mentions, _, _ = examine(Document("Io and Europa"), registry)
    assert [m.value for m in mentions] == [1, 2]
    with pytest.raises(NameTaken, match="'Io' already has another meaning"):
        examine(Document("Io"), Registry.of(base, plugin("other", lexicons=[other])))


def test_resolvers_run_after_what_they_need():
    @resolver(int, after=[Meeting])
    def aaa(reading):
        yield len(reading.records(Meeting))

    @resolver(Meeting)
    def zzz(reading):
        yield Meeting(id="m", kind="call", status="held", rule="zzz")

    registry = Registry.of(plugin("p", resolvers=[aaa, zzz]))
    assert list(registry.resolvers) == ["zzz", "aaa"]
    assert extract("x", registry=registry).records(int) == (1,)

    @resolver(int, after=[str])
    def one(reading):
        return []

    @resolver(str, after=[int])
    def two(reading):
        return []

    with pytest.raises(PluginError, match="wait for each other"):
        Registry.of(plugin("p", resolvers=[one, two]))
