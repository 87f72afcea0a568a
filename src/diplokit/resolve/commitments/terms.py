"""The members of the closed lists that the rules compare with, by their bare names.

Python looks up `Act.AGREE` anew at each comparison, by way of the metaclass of enums; a name costs nothing.
"""

from typing import Final

from diplokit.vocabulary import Act, Collectivity, Confidence, Modality, Novelty, ObjectKind, Specificity

CONCLUDE: Final = Act.CONCLUDE
DECIDE: Final = Act.DECIDE
AGREE: Final = Act.AGREE
PLEDGE: Final = Act.PLEDGE
WILL: Final = Act.WILL
INTEND: Final = Act.INTEND
CONTINUE: Final = Act.CONTINUE
REAFFIRM: Final = Act.REAFFIRM
SUPPORT: Final = Act.SUPPORT
PROPOSE: Final = Act.PROPOSE
CALL: Final = Act.CALL
REFUSE: Final = Act.REFUSE

LIKELY: Final = Confidence.LIKELY
POSSIBLE: Final = Confidence.POSSIBLE

ASSERTED: Final = Modality.ASSERTED
CONDITIONAL: Final = Modality.CONDITIONAL
HYPOTHETICAL: Final = Modality.HYPOTHETICAL
REPORTED: Final = Modality.REPORTED
HISTORICAL: Final = Modality.HISTORICAL

NEW: Final = Novelty.NEW
RENEWED: Final = Novelty.RENEWED
CONTINUED: Final = Novelty.CONTINUED
TOLD_AGAIN: Final = Novelty.REPORTED

ACTION: Final = ObjectKind.ACTION
GOAL: Final = ObjectKind.GOAL
PRINCIPLE: Final = ObjectKind.PRINCIPLE
RESOURCES: Final = ObjectKind.RESOURCES
INSTRUMENT: Final = ObjectKind.INSTRUMENT
MEETING: Final = ObjectKind.MEETING

UNILATERAL: Final = Collectivity.UNILATERAL
JOINT: Final = Collectivity.JOINT
COLLECTIVE: Final = Collectivity.COLLECTIVE
DELEGATED: Final = Collectivity.DELEGATED

DEADLINE: Final = Specificity.DEADLINE
AMOUNT: Final = Specificity.AMOUNT
NAMED_INSTRUMENT: Final = Specificity.NAMED_INSTRUMENT
NAMED_BENEFICIARY: Final = Specificity.NAMED_BENEFICIARY
NAMED_AGENCY: Final = Specificity.NAMED_AGENCY
MEASURABLE_TARGET: Final = Specificity.MEASURABLE_TARGET
