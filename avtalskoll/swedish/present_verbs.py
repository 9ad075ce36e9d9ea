"""Present forms of verbs in agreements that their endings do not give away. Data only."""

PRESENT_VERBS = frozenset(
    """analyserar analyseras anger anges ankommer anlitar anlitas anmäler anmäls anser anses ansluter anställer
    anställs ansvarar antar antas anvisar använder används arbetar avböjer avdelas avgår avgör avgörs avser avses
    avslutas avstår avsätter avsätts avtalas avvaktar avvaktas avvecklas bedriver bedrivs bedömer bedöms befriar
    befrias begagnar begränsar begränsas begär begärs behandlar behandlas behåller behöver behövs bekostar bekostas
    bekräftas belastar belastas bemannar bemannas bereds beror beräknas berör berörs beskriver beskrivs beslutar
    beslutas bestrider bestrids beställer beställs bestämmer bestämmes bestäms består besvarar besvaras besöker
    besöks betalar betalas betjänar betraktas bevaras beviljas bidrar bistår bjuds blev blir bokas bor bortfaller
    brister bryter bygger byter bär bärs börjar debiteras delar delas deltar diskuterar dokumenterar driver drivs
    dröjer efterfrågas eftersträvar eftersträvas erbjuder erbjuds erfordras erhåller erhålls erkänner erkänns
    ersätter ersätts eskalerar exkluderas fakturerar faktureras faller fastställer fastställs fattar fattas finner
    finns flyttar flyttas fordrar fortsätter framgår framställer framställs fullföljs fullgör fullgörs fylls får
    följer följs föranleder förbereder förbereds förbinder förbinds fördelar fördelas förekommer föreligger föreslår
    företräder förfaller förfogar förhandlas förloras förlägger förläggs förlängs förnekar förs försvinner försvårar
    försämras försöker förutsätter förutsätts förvaras förverkas förändras genomför genomförs ger ges godkänner
    godkänns godtar godtas gottgör granskar grundas gäller går gås gör görs hade hamnar handlar handleder handlägger
    handläggs hanterar har hava heter hindrar hindras hjälper hyr hyrs hämtar hänskjutes hänskjuts hänvisar hänvisas
    håller hålls iakttar iakttas inbegriper inför införs ingår inhämtas initierar initieras inkommer innebär
    innefattar innehåller inskränker inskränks inträder jourar kallar kallas klargör knyter knyts kommer
    kompletterar kontaktar kontaktas kopplar kopplas kostar kräver krävs kvarstår köper köpes köps larmar larmas
    leder leds levererar ligger listar listas lyfter lyfts lägger läggs lämnar lämnas lånar låter löper lösas löses
    markeras meddelar meddelas medför medger medverkar menas minskar minskas motsvarar möter möts nekar nekas
    nyttjar nyttjas nämner närvarar når nås ombesörjer omfattar omfattas omförhandlas ordinerar ordineras ordnar
    ordnas pausas planerar planeras preciseras prövar prövas påbörjas påförs pågår påtalar påtalas påverkar påverkas
    rapporterar redovisar redovisas reglerar regleras rekvirerar representerar representeras reser revideras ringer
    rondar räcker räknar räknas rättar rättas råder saknar saknas sammankallar sammankallas sammanställs
    sammanträder samordnas samråder samverkar ser ses sitter sker skickar skickas skjuter skjuts skriver skrivs
    sköter sköts slutar sluter sluts specificeras stannar startar startas strävar styrker styrks styrs ställer
    ställs stämmer stänger stängs står stöder stödjer stöttar svarar svaras syftar säger sägs säkerställer
    säkerställs sänder sänds sätter sätts söker söks talar tar tas tecknar tecknas tillfaller tillgodoser
    tillgodoses tillhandahåller tillhandahålls tillhör tillkallas tillkommer tillställs tillsätter tillsätts
    tillämpar tillämpas tillåter tillåts tjänstgör tolkas träder träffar träffas täcker täcks undantagits undantar
    undantas underlåter underrättar underrättas understiger underställs undertecknas undviker uppdaterar uppfyller
    uppfylls uppgår upphandlar upphör uppkommer uppmärksammas upprättar upprättas uppstår uppsägs upptäcks utbetalas
    utbildar uteblir utesluter utesluts utför utförs utger utges utgår utgör utgörs utnyttjar utnyttjas utreder
    utreds utser utses utvärderas utökar utökas utövar utövas var varar varslar verkar verkställs vidtar vidtas
    vilar visar vistas väcks vägrar vägras väljer väljs vänder väntar växlar vårdas yttrar ändrar ändras är äro
    åberopar åker åtar återgår återkommer återkopplar återkopplas återrapporterar åtgärdar åtgärdas åtnjuter åtog
    åvilar ökar ökas öppnar överför överförs övergår överlåter överlåts överskrider överstiger övertar övertas""".split()
)
