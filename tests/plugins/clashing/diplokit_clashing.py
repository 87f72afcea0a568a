"""A plugin that offers a resolver under the name of a built-in one."""

from diplokit import hookimpl, resolver


@resolver(int)
def actors(_reading):
    yield 1


@hookimpl
def resolvers():
    return [actors]
