"""placeholder"""

from diplokit import hookimpl


@hookimpl
def resolvers():
    return []
