"""Which state is meant by "the government", "the country", "the Kingdom".

Sources: the habits of newsrooms; what states are called stands in `lands`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from attrs import define

from diplokit import Document
from diplokit.vocabulary import ActorKind

from .cast import Cast, Member
from .home import Home
from .lands import LANDS
from .memory import Memory
from .pointers import Pointer
from .pointing_words import SPEECH, stands_alone


@define
class UnnamedStates:
    """Finds the states that are told of without their names.

    Attributes:
        document: The document.
        cast: Its members.
        home: Finds the states for which or of which the text may speak.
        memory: What is known of the past.
        pointers: What the walk comes by.
    """

    document: Document
    cast: Cast
    home: Home
    memory: Memory
    pointers: Sequence[Pointer]

    def take(self, start: int, end: int, detail: str) -> None:
        """The state that is meant by "the government", "the country"."""
        folded = self.document.folded
        begin = start
        if detail == "rule" and folded.endswith(("the federal ", "the union "), 0, start):
            begin = folded.rfind(" ", 0, start - 1) + 1  # "the Federal Government"
        if not stands_alone(folded, begin, end, (" of ", "-", " official")):
            return
        begin -= 4
        if detail == "land":
            sentence = self.memory.come_to(start)
            seen = [s for s in self.memory.bodies[-6:] if s.member.state and sentence - s.sentence <= 1]
            near = [s.member for s in seen]
            called_so = LANDS.get(folded[start:end])
            if called_so is not None:
                near = [member for member in near if member.code in called_so]
                if not near:  # further back, if there is but one
                    near = [state for state in self.cast.states if state.code in called_so]
                    near = near if len(near) == 1 else []
            member = near[-1] if near else None
            if seen and folded[seen[-1].end : begin] == " to ":  # "the Ambassador of Peru to the Kingdom"
                ranking = self.home.ranked()
                member = ranking.own or ranking.dateline
            if folded.startswith("'s ", end) and folded.endswith((" as ", " is ", " was ", " became "), 0, begin):
                member = self._own_state(end) or member  # "was sworn in as the country's tenth Prime Minister"
            if folded.startswith("'", end) or not self._opens_clause(begin, sentence):
                pass
            elif near:
                # "The Minister said the country aims to …": that of which the text is told, not the last one named.
                first = self.home.ranked().states[:1]
                member = first[0] if first and first[0] in near else member
            elif called_so is None:
                member = self._only_state(sentence)
        else:
            ranking = self.home.ranked()
            member = self._governed_last(start)
            if member is None:
                member = ranking.states[0] if ranking.clear else ranking.own if start - begin > 4 else None
        if member is not None:
            self.memory.mean(member, begin, end, folded[begin:end])

    def _only_state(self, sentence: int) -> Member | None:
        """The only state named in the last sentences."""
        near = {s.member for s in self.memory.bodies[-8:] if s.member.state and sentence - s.sentence <= 3}
        return near.pop() if len(near) == 1 else None

    def _governed_last(self, start: int) -> Member | None:
        """The state whose government was named just before: "the Government of Peru met. The Government"."""
        sentence = self.memory.come_to(start)
        for seen in self.memory.bodies[:-7:-1]:
            if sentence - seen.sentence > 2:
                break
            if seen.member.kind is ActorKind.GOVERNMENT:
                return self.home.bodies.within.get(id(seen.member))
        return None

    def _own_state(self, end: int) -> Member | None:
        """The state in which the one of whom the text tells holds the office that is told next."""
        topic = self.memory.topic
        at = bisect_right(self.pointers, end, key=itemgetter(0))
        if topic is None or at == len(self.pointers) or self.pointers[at][2][0] != "title":
            return None
        role = self.pointers[at][2][1][0].value.role
        return next((h.of for h in topic.member.offices if h.role is role and h.of is not None), None)

    def _opens_clause(self, start: int, sentence: int) -> bool:
        """Whether what begins here is the subject of the sentence, or of what somebody says."""
        if start == self.document.sentences[sentence].start:
            return True
        before = self.document.folded[max(0, start - 16) : start].split()[-1:]
        return before == ["that"] or (bool(before) and before[0] in SPEECH)
