"""Which states are called a kingdom, an emirate, an island nation …: so one of them is meant by "the Kingdom".

Source: what states call themselves and newsrooms call them; kept by hand.
"""

_MONARCHIES = frozenset("SAU JOR MAR BHR THA KHM BTN TON LSO SWZ NLD BEL ESP NOR DNK SWE GBR NPL".split())
_ARCHIPELAGOS = frozenset(
    "IDN PHL JPN BHS MDV CPV SYC COM STP FJI TON VUT SLB KIR TUV MHL FSM PLW MUS ATG KNA VCT MLT BHR".split()
)
_ISLANDS = _ARCHIPELAGOS | frozenset(
    "SGP LKA MDG TWN CUB JAM ISL IRL NZL CYP BRB DMA LCA GRD TTO NRU WSM TLS COK NIU HTI DOM PNG".split()
)
_CITIES = frozenset("SGP MCO VAT SMR".split())

LANDS = {
    "kingdom": _MONARCHIES,
    "emirate": frozenset("KWT QAT ARE BHR".split()),
    "sultanate": frozenset("OMN BRN".split()),
    "city-state": _CITIES,
    "city state": _CITIES,
    "island nation": _ISLANDS,
    "island state": _ISLANDS,
    "archipelago": _ARCHIPELAGOS,
}
"""The states that a word may mean, by their codes."""
