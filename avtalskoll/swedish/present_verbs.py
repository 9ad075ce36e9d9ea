"""Present forms of verbs in agreements that their endings do not give away. Data only."""

PRESENT_VERBS = frozenset(
    """
    accepterar analyserar analyseras anger anges ankommer anlitar anlitas anmäler anmäls anser anses anskaffar
    ansluter anställer anställs ansvarar antar antas antecknar anvisar använder används arbetar avböjer avdelas
    avgår avgör avgörs avhjälper aviserar avropar avräknar avser avses avslutas avstår avsätter avsätts avtalas
    avvaktar avvaktas avvecklas bedriver bedrivs bedömer bedöms befriar befrias begagnar begränsar begränsas begär
    begärs behandlar behandlas behåller behöver behövs bekostar bekostas bekräftas belastar belastas bemannar
    bemannas bereds beror beräknas berör berörs beskriver beskrivs beslutar beslutas bestrider bestrids beställer
    beställs bestämmer bestämmes bestäms består besvarar besvaras besöker besöks betalar betalas betjänar betraktas
    bevaras beviljar beviljas bidrar bifaller bistår bjuds blev blir bokas bor bortfaller brister bryter bygger
    byter bär bärs börjar debiteras delar delas deltar diskuterar dokumenterar driver drivs dröjer dyker efterfrågas
    eftersträvar eftersträvas engagerar erbjuder erbjuds erfordras erhåller erhålls erkänner erkänns ersätter
    ersätts eskalerar exkluderas fakturerar faktureras faller fastslår fastställer fastställs fattar fattas finner
    finns flyttar flyttas fordrar fortsätter framgår framställer framställs fullföljs fullgör fullgörs fylls får
    följer följs föranleder förbereder förbereds förbinder förbinds fördelar fördelas förekommer föreligger föreslår
    företräder förfaller förfogar förhandlar förhandlas förlorar förloras förlägger förläggs förlängs förnekar förs
    försvinner försvårar försämras försöker förutsätter förutsätts förvaras förverkar förverkas förändras genomför
    genomförs ger ges godkänner godkänns godtar godtas gottgör granskar grundas gäller går gås gör görs hade hamnar
    handlar handleder handlägger handläggs hanterar har hava heter hindrar hindras hjälper hyr hyrs hämtar
    hänskjuter hänskjutes hänskjuts hänvisar hänvisas håller hålls hör hörs iakttar iakttas inbegriper infinner
    inför införs ingår inhyr inhämtas initierar initieras inkommer innebär innefattar innehåller inskränker
    inskränks inställer inträder invänder inväntar jourar kallar kallas klargör knyter knyts kommer kompletterar
    konstaterar kontaktar kontaktas kontrakterar kopplar kopplas kostar kräver krävs kvarstår köper köpes köps
    larmar larmas leder leds levererar ligger listar listas lyfter lyfts lägger läggs lämnar lämnas lånar låter
    löper lösas löser löses markeras meddelar meddelas medför medger medlar medverkar menas minskar minskas
    motsvarar motsätter möter möts nekar nekas nyttjar nyttjas nämner närvarar når nås ombesörjer omfattar omfattas
    omförhandlas ordinerar ordineras ordnar ordnas pausas planerar planeras preciseras prövar prövas påbörjas påförs
    pågår påtalar påtalas påverkar påverkas rapporterar redovisar redovisas reglerar regleras rekvirerar
    representerar representeras reser revideras ringer rondar räcker räknar räknas rättar rättas råder saknar saknas
    sammankallar sammankallas sammanställs sammanträder samordnas samråder samtycker samverkar ser ses sitter
    skaffar sker skickar skickas skjuter skjuts skriver skrivs skyndar sköter sköts slutar sluter sluts specificeras
    stannar startar startas strävar styrker styrks styrs ställer ställs stämmer stänger stängs står stöder stödjer
    stöttar suspenderas svarar svaras syftar säger sägs säkerställer säkerställs sänder sänds sänker sätter sätts
    söker söks talar tar tas tecknar tecknas tillfaller tillgodoser tillgodoses tillhandahåller tillhandahålls
    tillhör tillkallas tillkommer tillstyrker tillställs tillsätter tillsätts tillämpar tillämpas tillåter tillåts
    tjänstgör tolkas träder träffar träffas täcker täcks undantagits undantar undantas underlåter underrättar
    underrättas understiger underställs undertecknar undertecknas undviker uppdaterar uppfyller uppfylls uppgår
    upphandlar upphör uppkommer uppmärksammas upprättar upprättas uppstår uppsägs upptäcks utbetalar utbetalas
    utbildar uteblir utesluter utesluts utfäster utför utförs utger utges utgår utgör utgörs utnyttjar utnyttjas
    utreder utreds utser utses utvärderas utökar utökas utövar utövas var varar varslar verkar verkställs vet vidgår
    vidtar vidtas vilar visar vistas vitsordar väcks vägrar vägras väljer väljs vänder väntar växlar vårdas yttrar
    ändrar ändras är äro åberopar åker åsidosätter åtar återgår återkommer återkopplar återkopplas återrapporterar
    åtgärdar åtgärdas åtnjuter åtog åvilar ökar ökas öppnar överför överförs övergår överlåter överlåts överskrider
    överstiger övertar övertas
    """.split()
)
