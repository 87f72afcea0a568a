"""What the rules of commitments hand on: a trigger in its sentence, with those who commit."""

from attrs import define

from diplokit.vocabulary import Act


@define
class Found:
    """A trigger in its sentence, with those who commit.

    Attributes:
        act: What it does.
        verb: The number of the first word of the verb group.
        first: The offset where the trigger begins.
        last: The offset where it ends.
        after: The number of the word at which its content begins.
        actors: The `id`s of those who commit.
        where: From the first to the last of them, as offsets.
        rule: Which rule found it.
        negative: Whether it is negated.
        modal: The modal verb before it, if any.
        form: `past`, `s`, `base`, `ing`, `passive`, `will` or `noun`.
    """

    act: Act
    verb: int
    first: int
    last: int
    after: int
    actors: tuple[str, ...]
    where: tuple[int, int] | None
    rule: str
    negative: bool = False
    modal: str | None = None
    form: str = ""
