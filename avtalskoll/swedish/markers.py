"""Closed-class words and phrases that steer meaning: negation, reservation, condition, exception.

Phrases are of normalised words. These are facts of the language, not of the law; the words of the
field stand in the checklist's vocabulary.
"""

from __future__ import annotations

Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases by their first word, the longest first."""


def _phrases(text: str) -> Phrases:
    table: Phrases = {}
    for phrase in sorted({tuple(line.split()) for line in text.strip().splitlines()}, key=len, reverse=True):
        table.setdefault(phrase[0], []).append(phrase)
    return table


NEGATORS = frozenset(
    """inte ej icke nej aldrig ingen inget inga ingenting ingendera intet ingalunda knappast ingenstädes varken
    saknar undantas undantages undantagna undantagen undantaget exkluderas exkluderade utesluts uteslutes
    utesluten uteslutna uteslutet avstår avsäger fritas friskrivs friskriver befrias befriad avböjer heller nekas
    vägras förvägras bortfaller underlåta underlåter underlåtas vägra neka""".split()
)

# "inte bara", "inte senare än": no negation of what is said
NOT_NEGATING_BEFORE = frozenset(
    """bara enbart endast minst senare understiga understiger överstiga överstiger överskrida överskrider underskrida
    underskrider mer mindre fler färre högre lägre oftare glesare sällan nödvändigtvis oskäligen oväsentligt
    heller blott""".split()
)

COMPARATIVES = frozenset("längre senare mer mindre fler färre högre lägre oftare glesare större kortare".split())

NEGATING_PHRASES = _phrases("""
faller utanför
ligger utanför
lämnas utanför
står utanför
hamnar utanför
""")

# "utan dröjsmål" and the like are adverbs and deny nothing
ADVERBIAL_WITHOUT = frozenset(
    "dröjsmål kallelse hinder remiss uppehåll avbrott tidsbegränsning begränsning kostnad".split()
)

# "får inte anstå", "får inte skjutas upp": a denied delay affirms
DELAYING = frozenset("anstå uppskjutas skjutas fördröjas dröja försenas utebli".split())

# "behöver inte ... innan" denies a need; it sets no condition
NEEDING = frozenset("behöver behövs krävs kräver förutsätts förutsätter erfordras fordras fordrar måste".split())

PLAIN_NEGATORS = frozenset("inte ej icke aldrig nej".split())

# Turn the negation of the clause before them into a condition: "inte ... förrän", "inte utan regionens samtycke"
UNTIL = frozenset({"förrän", "innan", "såvida", "utan", "annat"})

RESERVING = frozenset("medger medgiver tillåter medgav möjligt möjlighet".split())

SUFFICING = frozenset("räcker finns ges förslår föreligger".split())
RESOURCES = ("tid", "läkartid", "resurs", "bemanning", "personal", "utrymme", "kapacitet", "budget", "medel", "anslag")

# In a background: what has been, what is missed or wished for.
NARRATING = frozenset(
    """efterlyst efterlyses efterfrågas upplevs upplevt brist brister problem svårigheter svårt enkät önskar önskan
    otydlig otydligt otydliga tidigare hittills kritik kritiserats utredningen utredning målet mål vision ambition
    erfarenheterna erfarenhet utmaning utmaningar nuläget historiskt fanns gällde skulle
    yrkat yrkade föreslog föreslagit föreslogs önskemål utkast utkastet""".split()
)

# How it used to be: with a verb in the past and none in the present.
FORMERLY = frozenset("förr tidigare dittills förut hittills dessförinnan dåvarande fordom".split())
PAST_VERBS = frozenset(
    """fanns var hade gick kom gjorde gjordes fick tog togs gav gavs stod låg höll hölls satt skedde skötte sköttes
    hörde ingick utgick utgjorde bestod deltog avgjorde fungerade byggde innebar medförde betydde""".split()
)

WEAK_PHRASES = _phrases("""
om möjligt
där det är möjligt
där så kan ske
där så är lämpligt
i den utsträckning
i så stor utsträckning som möjligt
i största möjliga mån
i största möjliga utsträckning
om så är möjligt
i möjligaste mån
i möjligaste mån
i möjligaste man
så långt möjligt
så långt det är möjligt
så långt som möjligt
så vitt möjligt
såvitt möjligt
i den mån
i mån av
när så är möjligt
när det är möjligt
när så kan ske
när tillfälle ges
om tillfälle ges
där så är möjligt
om resurserna medger
om resurser finns
när resurserna medger
efter förmåga
i görligaste mån
efter bästa förmåga
har som ambition
har ambitionen
målet är att
mål är att
målsättning är att
syftet är att
tanken är att
förhoppningen är att
visionen är att
vision är att
har för avsikt
har som mål
har som målsättning
är en målsättning
är målsättningen
är ambitionen
är önskvärt
är av vikt
är viktigt
det är lämpligt
är en strävan
är inriktningen
är tänkt
är tanken
är en viljeinriktning
verka för att
verka för en
verka för ett
verka för god
verka för ökad
verkar för en
verkar för ett
verkar för god
verkar för ökad
verkar för att
arbeta för att
arbetar för att
ha som ambition
ha som mål
ha som målsättning
bör
borde
vill
vid lämpligt tillfälle
""")

WEAK_WORDS = frozenset(
    """strävar sträva strävan eftersträva eftersträvar eftersträvas försöker försöka önskvärt önskvärd målsättningen
    ambitionen ambition målsättning viljeinriktning inriktningen önskar önskemål förväntas förväntar förutsätts
    lämpligen helst gärna torde främjar främja uppmuntras uppmuntrar rekommenderas uppmanas avsikten""".split()
)

NEED_PHRASES = _phrases("""
vid behov
efter behov
vid särskilt behov
när behov finns
när behov uppstår
om behov finns
då behov finns
om så behövs
vid särskilda behov
""")

# How a subordinate clause of condition, exception or time begins.
OPENS_RESERVATION = frozenset({*WEAK_PHRASES, *WEAK_WORDS, *NEED_PHRASES})
"""The words that a reservation can begin with."""

CONDITION_STARTS = _phrases("""
om
ifall
därest
såvida
förutsatt att
under förutsättning
under förutsättningen
under villkor
på villkor
med villkor
i de fall
i det fall
i fall
för det fall
i den mån
så länge
endast om
bara om
enbart om
först när
först då
först sedan
först efter
först om
när
då
sedan
innan
förrän
med mindre
så snart
så fort
ända tills
tills
till dess
intill dess
medan
därför att
eftersom
trots att
även om
oavsett om
oberoende av om
oaktat
på grund av att
till följd av att
med anledning av att
emedan
""")

EXCEPTION_STARTS = _phrases("""
utom
förutom
med undantag
dock inte
dock ej
dock icke
med undantagande
undantaget
bortsett från
men inte
men ej
exklusive
exkl
""")

ADDING = frozenset({"även", "också", "dessutom", "jämväl", "därtill", "tillika"})

# A noun or verb before "om" that takes it as a preposition.
TAKES_OM = frozenset(
    """utfästelse utfästelser garanti garantier löfte löften
    avvikelse avvikelser avvikelsen avvikelserapport rapport rapporter rapporten statistik klagomål synpunkter
    anmälningar avtal avtalet avtalen överenskommelse överenskommelsen överenskommelser information besked beslut
    fråga frågor ansökan begäran krav riktlinjer riktlinje dialog samråd uppgift uppgifter kännedom lagen lag
    förordningen förordning föreskrifter bestämmelser bestämmelse diskussion enas enats överens besluta beslutar
    beslutas informera informerar informeras informerad underrätta underrättar underrättas meddela meddelar
    meddelas gång gånger rutin rutiner kunskap upplysning råd tvist oenighet enighet ramavtal lokalt beställning
    förfrågan avtala avtalas begär anhåller påminnelse påminner erinras plan beslutet frågan vård handlar ta tar
    tas anmälan ansvar""".split()
)
