"""Places of the text where somebody was meant, as a reader remembers them."""

from .cast import Member


class Seen:
    """A place where a member was meant.

    Attributes:
        member: Who was.
        begin: Where it begins, with the title before a name.
        end: Where it ends.
        sentence: The number of the sentence.
        subject: Whether it may be the subject of a clause; `None` where that is told by the word before it.
        start: Where it begins, without the title; -1 where it is no name, and in no quotation either.
    """

    __slots__ = ("begin", "end", "member", "sentence", "start", "subject")

    def __init__(self, member: Member, begin: int, end: int, sentence: int, subject: bool | None, start: int) -> None:
        self.member = member
        self.begin = begin
        self.end = end
        self.sentence = sentence
        self.subject = subject
        self.start = start
