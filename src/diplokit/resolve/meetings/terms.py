"""The members of the closed lists that the rules compare with, by their bare names.

Python looks up `MeetingKind.VISIT` anew at each comparison, by way of the metaclass of enums; a name costs nothing.
"""

from typing import Final

from diplokit.vocabulary import MeetingKind, MeetingStatus, Participation

BILATERAL: Final = MeetingKind.BILATERAL
PLURILATERAL: Final = MeetingKind.PLURILATERAL
SUMMIT: Final = MeetingKind.SUMMIT
MINISTERIAL: Final = MeetingKind.MINISTERIAL
SESSION: Final = MeetingKind.SESSION
CALL: Final = MeetingKind.CALL
VISIT: Final = MeetingKind.VISIT
CONSULTATION: Final = MeetingKind.CONSULTATION
COURTESY: Final = MeetingKind.COURTESY
SIGNING: Final = MeetingKind.SIGNING
CEREMONY: Final = MeetingKind.CEREMONY

HELD: Final = MeetingStatus.HELD
ONGOING: Final = MeetingStatus.ONGOING
SCHEDULED: Final = MeetingStatus.SCHEDULED
PROPOSED: Final = MeetingStatus.PROPOSED
POSTPONED: Final = MeetingStatus.POSTPONED
CANCELLED: Final = MeetingStatus.CANCELLED
DECLINED: Final = MeetingStatus.DECLINED
DENIED: Final = MeetingStatus.DENIED

HOST: Final = Participation.HOST
VISITOR: Final = Participation.VISITOR
PARTICIPANT: Final = Participation.PARTICIPANT
CONVENER: Final = Participation.CONVENER
MEDIATOR: Final = Participation.MEDIATOR
SIGNATORY: Final = Participation.SIGNATORY
WITNESS: Final = Participation.WITNESS
SPEAKER: Final = Participation.SPEAKER
ADDRESSEE: Final = Participation.ADDRESSEE
