import diplokit_un_symbols

from diplokit.testing import check


def test_the_plugin():
    check(diplokit_un_symbols)
