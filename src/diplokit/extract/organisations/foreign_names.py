"""Organisations whose names are in another language than the text: "Colegio de México", "Universitas Indonesia".

There the head comes first: a head of the list and the capitalised words after it, over "de", "del", "di", "y", "et",
"dan", "für" and the like.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Hit, Lexicon, Mention, Organisation, Span
from diplokit.extract.capital_runs import gap_before, word_starting
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import ORGANISATIONS, PLACES

from .surroundings import headline, hit_at
from .words import STOP

# --- words -----------------------------------------------------------------------------------------------------

_HEADS = {
    ActorKind.COMPANY: (
        "Banco|Banca|Banque|Bankas|Banka|Compagnie|Compañía|Compania|Companhia|Empresa|Empresas|Sociedad|Société|Societe|"
        "Sociedade|Società|Societa|Grupo|Groupe|Gruppo|Caisse|Caja|Cassa|Bolsa|Bourse de|Electricité|Electricite|"
        "Électricité|Petroleos|Petróleos|Ferrocarriles|Aerolineas|Aerolíneas|Aerovías|Lineas Aereas|Transportes|"
        "Telecomunicaciones|Telefonica|Telefónica|Cementos|Laboratorios|Editorial|Perusahaan|Perum|PT|Syarikat|Kumpulan|"
        "Radio Televisión|Radio Televisao|Radiotelevisión|Radio Nacional|Rádio|Televisión|Televisao|Televisão|Télévision"
    ),
    ActorKind.NGO: (
        "Universidad|Universidade|Université|Universite|Università|Universita|Universität|Universitat|Universitas|"
        "Universiti|Universitatea|Univerzita|Uniwersytet|Colegio|Colégio|Collège|Instituto|Institut|Istituto|Escuela|"
        "École|Ecole|Escola|Kolej|Politeknik|Politécnico|Fundación|Fundacion|Fundação|Fundacao|Fondation|Fondazione|"
        "Stiftung|Yayasan|Asociación|Asociacion|Associação|Associacao|Association des|Associazione|Persatuan|Pertubuhan|"
        "Confederación|Confederacion|Confederação|Confédération|Confederation Generale|Federación|Federacion|Federação|"
        "Fédération|Federazione|Sindicato|Syndicat|Sindicatos|Central Única|Central Unica|Central Obrera|Comisiones|"
        "Partido|Partit|Parti|Partito|Partidul|Partija|Partai|Movimiento|Movimento|Mouvement|Frente|"
        "Fronte|Liga|Ligue|Lega|Alianza|Aliança|Alleanza|Coalición|Coalicion|Unión|Unidad|Concertación|Concertacion|"
        "Ejército|Ejercito|Fuerzas|Fuerza|Forces|Jamaat|Jamiat|Jamiat-e|Jamaat-e|Harkat|Harakat|Hizb|Jaish|Lashkar|Tehreek|"
        "Tehrik|Sipah|Majlis|Anjuman|Muttahida|Barisan|Angkatan|Gerakan|Pemuda|Kongres|Dewan|Ikatan|Himpunan|Lembaga|Kamar|Serikat|Majelis|Partai|"
        "Club Atlético|Club Atletico|Club Deportivo|Deportivo|Atlético|Atletico|Sporting|Sportivo|Sport Club|Sport Lisboa|"
        "Esporte Clube|Clube|Olympique|Stade|Racing|Real|Dinamo|Dynamo|Spartak|Lokomotiv|Lokomotiva|Torpedo|Zenit|Metalurg|"
        "Shakhtar|Rapid|Slavia|Sparta|Slovan|Steaua|Partizan|Hapoel|Maccabi|Beitar|Hajduk|Rubin|Terek|Anzhi|Krylya|"
        "Iskra|Zarya|Persib|Persija|Arema|CSKA|AEK|PAOK|PSV|VfB|VfL|SV|TSV|FSV|IFK|AIK|FC|AC|AS|SC|RC|CD|CF|UD|SS|SSC|US|"
        "AJ|OGC|RCD|CA|NK|FK|HNK|KS|MTK|SK|SpVgg|BSC|HSV|BATE|Borussia|Bayer|Werder|Eintracht|Fortuna|Hertha|Arminia|"
        "Hansa|Young Boys|Grasshopper|Servette|Anorthosis|Apollon|Omonia|Ittihad|Nasr|Hilal|Zamalek|Esperance|Espérance|"
        "Etoile|Étoile|Wydad|Raja|Moghreb|Entente|Mouloudia|Jeunesse|Asante|Orlando|Kaizer|Mamelodi|"
        "Corinthians|Independiente|Defensor|Nacional de|Cerro|Alianza|Universitario|Barcelona de|Emelec|Junior de|"
        "Once Caldas|Newell's|Estudiantes|Gimnasia|Rosario|Velez|Vélez|Argentinos|San Lorenzo de|Santos|Coritiba|"
        "Internacional de|Vasco|Ponte|Portuguesa|Gazeta|Journal de|Diario|Diário|Diari|Periódico|Semanario|Revista|Folha|"
        "Jornal|Gazette du|Novosti|Izvestia|Komsomolskaya|Nezavisimaya|Rossiiskaya|Moskovsky|Frankfurter|Süddeutsche|"
        "Neue|Berliner|Kölner|Hamburger|Stuttgarter|Corriere|Gazzetta|Giornale|Berita|Utusan|Harian|Suara|Media|Sinar|"
        "Sin Chew|Nanyang|Phnom|Koran|Tribun|Nihon|Nikkan|Dong-A|Rodong|Jornal do|Hospital|Clinica|Clínica|Hôpital"
    ),
    ActorKind.MINISTRY: (
        "Ministerio|Ministère|Ministere|Ministério|Ministero|Kementerian|Jabatan|Policía|Policia|Polizia|Polisi|Gendarmerie|"
        "Guardia|Guarda|Dirección|Direccion|Direction|Direção|Consejo|Conseil|Conselho|Consiglio|Comisión|Comision|"
        "Commission Nationale|Comissão|Comité|Comite|Comitê|Secretaría|Secretaria|Servicio|Serviço|Service National|"
        "Agencia|Agência|Agence|Agenzia|Badan|Suruhanjaya|Majlis Agama|Corporación|Corporacion|Corporação|Oficina|"
        "Defensoría|Defensoria|Fiscalía|Fiscalia|Procuraduría|Procuraduria|Contraloría|Tribunal|Corte Suprema|Corte Constitucional|Corte Interamericana|Tribunal Supremo|Tribunal Superior|Tribunal Supremo Electoral|Tribunal Constitucional|Cour|Junta|"
        "Asamblea|Assemblée|Assembleia|Congreso|Senado|Cámara|Camara|Câmara|Bundesamt|Bundes|Landes|Polizei"
    ),
}

# Heads that are also English words or names of places and persons: only before a small joint ("Real de", "Media Group").
_DOUBTFUL = frozenset(
    (
        "Real Sporting Racing Media Forces Hospital Tribunal Direction Junta Orlando Rosario Santos Barcelona Alianza "
        "Rapid Sparta Torpedo Cerro Raja US AS CA SC AC CD Neue Corte Editorial Kaizer Vasco Ponte Portuguesa Fortuna "
        "Hansa Bayer Apollon Nasr Hilal Etoile Asante Phnom Sinar Koran Velez Vélez SS SK SV Gerakan Stade "
        "Comité Comite Liga Central Service Association Commission Jeunesse Entente Gendarmerie "
        "Young Once Hearts Rubin Terek Servette Junior Nacional Internacional Emelec Independiente Corinthians Newell's"
    ).split()
)


_CLUB = "club"  # the kind of a doubtful head

# What begins with one of these goes on with hyphens: "Jamaat-ul-Mujahideen".
_HYPHENED = frozenset("Jamaat Jamiat Lashkar Harkat Harakat Hizb Jaish Sipah Tehreek Tehrik Anjuman Majlis".split())


def _meanings() -> dict[str, object]:
    words: dict[str, object] = {}
    for kind, heads in _HEADS.items():
        for head in heads.split("|"):
            first = head.partition(" ")[0]
            if first not in _DOUBTFUL or head != first:
                words[head] = kind
            elif first != "US":
                words[head] = _CLUB
    return words


FOREIGN = Lexicon(
    "heads of organisations in other languages",
    lambda locale: _meanings() if locale.startswith("en") else {},
    cased=True,
)
"""First words of names of organisations in other languages than English, with the kind."""

# --- rules -----------------------------------------------------------------------------------------------------


class ForeignNames:
    """Organisations whose names begin with their head, in another language than English."""

    name = "organisations_in_other_languages"
    kind = "organisation"
    description = (
        "A head of another language and the capitalised words after it: Colegio de México, Universitas Indonesia."
    )
    words: Mapping[str, Lexicon] = {"foreign": FOREIGN, "organisation": ORGANISATIONS, "place": PLACES}
    yes: Mapping[str, object] = {
        "a dean of the Universidad de los Zelkas said": Organisation("Universidad de los Zelkas"),
        "PT Qorvul Sejahtera said": Organisation("PT Qorvul Sejahtera", None, ActorKind.COMPANY),
        "the Banco Zelka do Norte fell": Organisation("Banco Zelka do Norte", None, ActorKind.COMPANY),
        "at Universiti Kebangsaan Qorvul.": Organisation("Universiti Kebangsaan Qorvul"),
    }
    no = ("the Universidad met", "Parti de rien", "Banco, Zelka and others")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations that a foreign head names."""
        text, bodies = document.text, document.starting(ORGANISATIONS)
        for start, end, kind in document.hits(FOREIGN):
            first = word_starting(document, start) if text[start].isupper() else None
            if first is None:
                continue
            if kind == _CLUB:
                place = hit_at(document, PLACES, end + 1)
                stop = None if place is None or not _a_city(place) or document.capitals[first][1] != end else place.end
            elif text[end : end + 1] == "-":
                stop = _hyphened(document, first, end)
            else:
                stop = _end_of_name(document, first, end)
            if (
                stop is None
                or ((known := bodies.get(start)) is not None and known.end >= stop)
                or headline(document, start)
            ):
                continue
            name = " ".join(text[start:stop].split())
            body = kind if isinstance(kind, ActorKind) else ActorKind.NGO
            confidence = Confidence.CERTAIN if name.count(" ") > 1 else Confidence.LIKELY
            yield Mention(
                "organisation",
                Span(start, stop),
                text[start:stop],
                Organisation(name, None, body),
                self.name,
                confidence,
            )


def _a_city(hit: Hit) -> bool:
    """Whether a hit of the table of places is the name of a city or region."""
    place = hit.meaning.places[0]  # type: ignore[attr-defined]
    return place.form is PlaceForm.NOUN and place.type in (PlaceKind.CITY, PlaceKind.REGION)


def _hyphened(document: Document, first: int, end: int) -> int | None:
    """Where a name ends that goes on with hyphens: "Hizb-ul-Mujahideen"."""
    start, stop = document.capitals[first]
    if document.text[start:end] not in _HYPHENED or stop < end + 5:
        return None
    return _end_of_name(document, first, stop) or stop


@cache
def _joint() -> re.Pattern[str]:
    """Small words between the words of a name: "Comisión Bancaria y de Valores"."""
    return re.compile(
        r" (?:(?:de|del|do|da|dos|das|di|della|delle|dei|du|des|e|y|et|al|dan|für|fur|der|i|para|por|pour|per|la|las|los|el|"
        r"le|les|lo) ){0,3}(?:l'|d')?"
    )


def _end_of_name(document: Document, first: int, end: int) -> int | None:
    """Where a name ends that begins with a capitalised word, its head; `None` if nothing follows."""
    capitals, text, folded = document.capitals, document.text, document.folded
    stop = None
    for at in range(first + 1, min(len(capitals), first + 9)):
        start, last = capitals[at]
        if start < end:
            continue
        between = folded[end:start]
        if start - end > 12 or (between != " " and _joint().fullmatch(between) is None):
            break
        if text[start:last] in STOP or "\n\n" in text[end:start]:
            break
        stop = end = last
    if stop is not None and first and gap_before(document, first) == " ":
        before = text[slice(*capitals[first - 1])]
        if before not in STOP and hit_at(document, FOREIGN, capitals[first - 1][0]) is None:
            return None  # "Juan Banco", "Abdul Majlis"
    return stop
