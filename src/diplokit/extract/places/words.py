"""The words of the grammar of places: nouns that stand in and beside their names, and words that no place is called."""

from typing import NamedTuple

from diplokit import Lexicon
from diplokit.vocabulary import PlaceKind

_CITY, _REGION = PlaceKind.CITY, PlaceKind.REGION

# Nouns of places: as the last word of a name ("s"), as the first ("p"), before "of" and a name ("o"); in lower
# case, before "of" and a name ("O"), or several ("L"), or right after a name ("S"), they tell a place and are no part of
# its name.
_NOUNS = {
    _REGION: {
        "sOS": "Local Government Area|Development Area|Constituency|Province|Prefecture|County|District|Region|Oblast|Governorate|Peninsula|Valley|Territory|Canton|Emirate|Plateau",
        "sS": "Island|Islands|River|Desert|Delta|Basin|Archipelago|Atoll|Reef|Shoal|Heights|Highlands|Mountains|Hills|Corridor|Strip",
        "s": "Sea|Ocean|Bay|Strait|Straits|Canal|Lake|Peak|Ridge|Range|Forest|Glacier|Creek|Falls|Krai|Voivodeship|"
        "Air Force Base|Air Base|Naval Base|Army Base|Territories|Coast|Crossing|Pass|Gorge|Rocks|Isles|Cay|Lagoon|Swamp|Steppe|Sound",
        "p": "Mount|Mt|Mt.|Lake|Cape|Pulau|Jebel|Jabal|Wadi|Rio|Cerro|Isla",
        "o": "Gulf|Bay|Strait|Straits|Sea|Isle|Isles|Cape|Province|Region|District|County|Principality|Duchy|Valley",
        "O": "province|region|district|state|island|islands|county|prefecture|governorate|department|peninsula|territory|valley|"
        "enclave|archipelago|republic|canton|emirate|sultanate|oblast|isle|regency|strait",
        "S": "provinces|districts|regions|counties|sector|province|region|district|state|island|islands|county|prefecture|governorate|peninsula|territory|valley|river|"
        "airport|airfield|air base|naval base|enclave|department|archipelago|oblast|mountains|desert|plateau|highlands|delta|regency|voivodeship|subdistrict|sub-district|rivers|garrison|embankment|lagoon|jungle|aimag|area|taluk|tehsil|upazila|woreda|barangay|raion|wilaya|"
        "slum|favela|oasis|coalfield|oilfield|gas field",
        "L": "islands|provinces|regions|districts|counties|governorates|prefectures|oblasts|hills|dams|enclaves|dam",
        "t": "State",
    },
    _CITY: {
        # Ways between two places: "the Tarkwa-Banso road".
        "R": "road|highway|expressway|motorway|railway|line|route|pipeline|train|express|passenger|corridor|axis|stretch",
        "sOS": "City|Town|Township|Village|Municipality",
        "p": "Fort|Port|Puerto|San|Santa|Santo|São|Sao|Saint|St|St.|Sainte|Ciudad|Villa|Kampung|Kuala|Kota|Bukit|Tel|Beit|Deir|El|Los|Las|Ain",
        "O": "city|town|village|port|suburb|township|municipality|capital|resort|settlement|hamlet|commune|camp|neighbourhood|"
        "neighborhood|borough|port city|capital city|stronghold|district capital|provincial capital|outskirts|shores|native|natives|inhabitants|villagers",
        "L": "cities|towns|villages|ports|suburbs|townships|municipalities|settlements|communes|camps|resorts|hamlets|strongholds",
        "S": "city|town|village|township|municipality|suburb|neighbourhood|neighborhood|refugee camp|seaport|resort",
    },
}


class PlaceNoun(NamedTuple):
    """A noun of places: how names are built with it, and the kind of place."""

    use: str
    kind: PlaceKind


def _nouns() -> dict[str, object]:
    words: dict[str, PlaceNoun] = {}
    for kind, uses in _NOUNS.items():
        for use, nouns in uses.items():
            for noun in nouns.split("|"):
                low = noun.lower() if not noun[0].islower() else noun
                large, small = ("", use) if noun[0].islower() else (use.replace("O", "").replace("S", ""), "")
                if not noun[0].islower():
                    small = "".join(sorted(set(use) & {"O", "S"}))
                known = words.get(low, PlaceNoun("", kind))
                words[low] = PlaceNoun("".join(sorted(set(known.use + large + small))), known.kind)
    return dict(words)


NOUNS = Lexicon("nouns of places", lambda locale: _nouns() if locale.startswith("en") else {})
"""Nouns that stand in or beside names of places, with where, and the kind of place."""

SIDES = frozenset(
    (
        "North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest "
        "North-East North-West South-East South-West Northeastern Northwestern Southeastern Southwestern Upper Lower "
        "Greater Inner Outer"
    ).split()
)

# Words after which a name ends, where it follows a preposition.
AFTER = frozenset(
    (
        "on and or where when to after before for with which that has have had was were is are as at by in from "
        "during following since while but said told last this late early today yesterday near about some who will "
        "would over under against until between between because amid ahead next earlier later tomorrow despite if "
        "along killing across called calling including into off through again then also not without within there they via "
        "remained began"
    ).split()
)

# Capitalised words that follow "in" and are no places.
NO_PLACES = frozenset(
    (
        "World War Parliament Congress Cabinet Government Opposition Senate Assembly Court Council Islam Christianity Buddhism "
        "Hinduism Judaism Ramadan Lent Easter Christmas Passover Heaven Hell Phase Part Chapter Article Section Annex "
        "Appendix Table Figure Group Division Serie Premiership Formula Grand Test Round Game Week Day Year Series "
        "Spring Summer Autumn Winter Twitter Facebook Instagram Telegram Whatsapp YouTube Internet Web English "
        "Resolution Schedule Paragraph Item Band Class Grade Level Category Tier Zone Stage Book Volume Verse God "
        "Allah Jesus Christ Bible Koran Quran Torah Constitution Charter Republic Kingdom Union Federation Capital "
        "State Province County District Mr Mrs Ms Dr January February March April May June July August September "
        "October November December Operation Operations Exercise Plan Project Programme Program Treaty Agreement Act "
        "Law Bill Chief Support Arms Unison Tandem Response Order Honour Honor Memory Fact Total Response Addition "
        "Cooperation Partnership Lebanon's Euroland Covid COVID Large Expo Counselor Counsellor Board Dawn Noon Midnight "
        "Hospital Clinic University College School Ministry Embassy Reservoir Sea Headquarters Stadium Airport"
    ).split()
)
