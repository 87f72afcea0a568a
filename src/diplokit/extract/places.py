"""placeholder"""

from diplokit import hookimpl


@hookimpl
def extractors():
    return []
