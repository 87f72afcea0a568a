"""Every example in the README, the docs and the docstrings runs as a test."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

_options = ELLIPSIS | NORMALIZE_WHITESPACE
_markdown = Sybil(
    parsers=[DocTestDirectiveParser(optionflags=_options), PythonCodeBlockParser(doctest_optionflags=_options)],
    patterns=["README.md", "docs/**/*.md"],
    excludes=["docs/_build/**"],
)
_docstrings = Sybil(parsers=[DocTestParser(optionflags=_options)], patterns=["src/**/*.py"])

pytest_collect_file = (_markdown + _docstrings).pytest()
