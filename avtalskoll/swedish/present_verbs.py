"""Present forms of verbs in agreements that their endings do not give away. Data only."""

PRESENT_VERBS = frozenset(
    """
    accepterar analyserar analyseras anger anges angår ankommer anlitar anlitas anmäler anmäls anmärker anser anses
    anskaffar ansluter anställer anställs ansvarar ansöker antar antas antecknar anvisar använder används arbetar
    avbryter avböjer avdelas avgår avgör avgörs avhjälper aviserar avlastar avlöser avropar avräknar avser avses
    avskedar avslutas avslår avstyrker avstår avsätter avsätts avtalas avvaktar avvaktas avvecklas avvisar avväger
    bedriver bedrivs bedömer bedöms befriar befrias begagnar begränsar begränsas begär begärs behandlar behandlas
    behåller behöver behövs bekostar bekostas bekräftar bekräftas belastar belastas bemannar bemannas bereds beror
    beräknar beräknas berör berörs besitter beskriver beskrivs beslutar beslutas bestrider bestrids består beställer
    beställs bestämmer bestämmes bestäms besvarar besvaras besöker besöks betalar betalas betjänar betraktas bevaras
    beviljar beviljas bidrar bifaller binder bistår bjuder bjuds blev blir blöder bokas bokför bor bortfaller botar
    brister bryter bygger byter bär bärs börjar chattar debiteras delar delas delger deltar diskuterar dokumenterar
    drar dricker drives driver drivs dröjer dyker dör efterfrågas eftersträvar eftersträvas engagerar erbjuder erbjuds
    erfordras erhåller erhålls erkänner erkänns ersätter ersätts eskalerar exkluderas fakturerar faktureras faller
    fastslår fastställer fastställs fattar fattas faxar felar finner finns flyttar flyttas fordrar fortbildar
    fortsätter framgår framställer framställs frånfaller frånträder fullföljs fullgör fullgörs fyller fylls får
    följer följs föranleder förbereder förbereds förbinder förbinds förbjuder förbrukar fördelar fördelas förekommer
    föreligger föreslår företräder förfaller förfogar förhandlar förhandlas förhindrar förkortar förlorar förloras
    förlägger förläggs förlänger förlängs förnekar förnyar förordnar förpliktar förpliktigar förs förskriver förstör
    försummar försvinner försvårar försämras försöker förutsätter förutsätts förvarar förvaras förverkar förverkas
    förändras gallrar genomför genomförs ger ges godkänner godkänns godtar godtas gottgör granskar grundas går gås
    gäller gör görs hade hamnar handlar handleder handlägger handläggs hanterar har hava heter hindrar hindras
    hinner hjälper hyr hyrs håller hålls hämtar hänger hänskjuter hänskjutes hänskjuts hänvisar hänvisas häver hävs
    höjer höjs hör hörs iakttar iakttas inbegriper inbjuder infinner inför införs ingår inhyr inhämtas initierar
    initieras inkommer innebär innefattar innehar innehåller inskränker inskränks inställer inträder intygar
    invänder inväntar iordningställer jourar journalför journalförs jämför kallar kallas klagar klargör kliver
    knyter knyts kommer kompletterar konstaterar kontaktar kontaktas kontrakterar kopplar kopplas kostar kräks
    kränker kräver krävs kungör kvarstår känner köper köpes köps kör larmar larmas leasar leder leds lever levererar
    ligger listar listas loggar lovar lyfter lyfts lyssnar lånar låser låter lägger läggs lämnar lämnas läser löper
    lösas löser löses markeras meddelar meddelas medför medger medlar medverkar mejlar menas minskar minskas
    motsvarar motsätter mottar mår mäter möter möts nekar nekas nyttjar nyttjas når nås nämner närvarar ombesörjer
    omfattar omfattas omförhandlas omvårdar ordinerar ordineras ordnar ordnas orkar pausas pekar planerar planeras
    preciseras provtar prövar prövas påbörjas påförs pågår påkallar pålägger påtalar påtalas påverkar påverkas
    rapporterar redovisar redovisas reglerar regleras rekvirerar representerar representeras reser revideras ringer
    rondar rycker råder räcker räknar räknas rättar rättas saknar saknas sammankallar sammankallas sammanställs
    sammanträder samordnas samråder samtycker samverkar schemalägger ser ses sitter sjuknar skaffar sker skickar
    skickas skjuter skjuts skriver skrivs skyddar skyndar sköter sköts slutar sluter sluts släcker sover sparar
    specificeras springer stannar startar startas stoppar strävar styrker styrks styrs står ställer ställs stämmer
    stänger stängs stöder stödjer stöttar suspenderas svarar svaras syftar säger sägs säkerställer säkerställs
    säkrar säljer sänder sänds sänker sänks sätter sätts söker söks talar tar tas tecknar tecknas tillfaller
    tillfrisknar tillgodoser tillgodoses tillgår tillhandahåller tillhandahålls tillhör tillkallas tillkommer
    tillkännager tillstyrker tillstår tillställer tillställs tillsätter tillsätts tillträder tillåter tillåts
    tillämpar tillämpas tittar tjänstgör tolkas tror trycker tryggar träder träffar träffas turas tvingar tycker
    täcker täcks tänder tömmer undantagits undantar undantas underlåter underrättar underrättas understiger
    underställs undertecknar undertecknas undervisar undviker uppdaterar uppfyller uppfylls uppgår upphandlar upphör
    uppkommer upplyser uppmärksammas upprättar upprättas uppstår uppsäger uppsägs upptäcks uraktlåter utbetalar
    utbetalas utbildar uteblir utesluter utesluts utfärdar utfäster utför utförs utger utges utgår utgör utgörs
    utlovar utnyttjar utnyttjas utreder utreds utser utses utvidgar utvärderas utökar utökas utövar utövas vaknar
    var varar varslar verkar verkställs vet vidgår vidtar vidtas vilar visar vistas vitsordar vårdar vårdas väcks
    väger vägrar vägras väljer väljs vänder väntar växlar yrkar yttrar åberopar åker ålägger åsidosätter åtar
    återgår återkommer återkopplar återkopplas återrapporterar återstår åtgärdar åtgärdas åtnjuter åtog åvilar
    ändrar ändras är äro ärver äter ökar ökas öppnar överför överförs övergår överlåter överlåts överlämnar
    överskrider överstiger översänder övertar övertas
    """.split()
)
