"""What can go wrong, and the names to catch it by."""


class DiplokitError(Exception):
    """Anything that diplokit itself raises."""


class DateError(DiplokitError, ValueError):
    """A publication date that is not a day of the calendar."""


class LocaleError(DiplokitError, ValueError):
    """A locale that CLDR does not know."""


class InputError(DiplokitError):
    """A file that cannot be read as text; the message names the file and the byte."""


class TableError(DiplokitError):
    """A table of words that breaks its own rules; the message names the file and the line."""


class PluginError(DiplokitError):
    """A plugin that offers something that is not an extractor, a resolver or a lexicon."""


class NameTaken(PluginError, ValueError):  # noqa: N818 — what happened, in two words
    """Two plugins offer something of the same name."""


class PluginWarning(UserWarning):
    """An installed plugin could not be used and was left out."""


ANYTHING = (Exception, SystemExit)
"""What other people's code may raise, and what costs only its own results: anything but an interrupt."""
