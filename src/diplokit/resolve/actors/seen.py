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

    # Without a constructor, which would take longer than all else that is done for most of them: `seen_at` makes one.
    __slots__ = ("begin", "end", "member", "sentence", "start", "subject")
    member: Member
    begin: int
    end: int
    sentence: int
    subject: bool | None
    start: int


def seen_at(member: Member, begin: int, end: int, sentence: int, subject: bool | None, start: int) -> Seen:
    """One that was meant."""
    seen = Seen()
    seen.member = member
    seen.begin = begin
    seen.end = end
    seen.sentence = sentence
    seen.subject = subject
    seen.start = start
    return seen
