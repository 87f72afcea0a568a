"""The members of the closed lists that are compared with most often, by their bare names.

Python looks up `Role.OTHER` anew at each comparison, by way of the metaclass of enums; a name costs nothing.
"""

from typing import Final

from diplokit.vocabulary import Confidence, PlaceForm, Role

DEPUTY_HEAD: Final = Role.DEPUTY_HEAD
ENVOY: Final = Role.ENVOY
DIPLOMAT: Final = Role.DIPLOMAT
IGO_HEAD: Final = Role.IGO_HEAD
SPOKESPERSON: Final = Role.SPOKESPERSON
OTHER: Final = Role.OTHER

CERTAIN: Final = Confidence.CERTAIN
NOUN: Final = PlaceForm.NOUN
