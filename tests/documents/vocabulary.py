"""The words that invented accounts are made of."""

from __future__ import annotations

from attrs import frozen

STATUSES = ("Lopend", "Afgewerkt", "Stopgezet", "On hold", "Nog niet gestart")
PHASES = ("Onderzoek", "Ontwerp", "Uitvoering", "Nazorg")


@frozen
class Vocabulary:
    """What an account may say: a title is one of ``titles``, or a verb, a subject and perhaps a circumstance."""

    organisations: tuple[str, ...]
    owners: tuple[str, ...]
    objective_titles: tuple[str, ...]
    plan_titles: tuple[str, ...]
    titles: tuple[str, ...]
    verbs: tuple[str, ...]
    subjects: tuple[str, ...]
    circumstances: tuple[str, ...]
    sentences: tuple[str, ...]


INVENTED = Vocabulary(
    organisations=("Groep Gent", "Stad Gent", "OCMW Gent"),
    owners=(
        "Groendienst",
        "Dienst Bevoorrading",
        "Bibliotheek De Krook",
        "Dienst Feesten en Markten",
        "Dienst Stadsbomen",
        "Projectbureau Haven en Kanaalzone",
        "Dienst Coördinatie Vrije Tijd",
        "Cel Erfgoed en Archeologie",
        "Lokaal Dienstencentrum Ledeberg - Gentbrugge",
        "Interne Dienst voor Preventie en Bescherming op het Werk",
        "Dienst Energie, Klimaat en Circulaire Economie van de Groep Gent",
    ),
    objective_titles=(
        "Gent ademt: een gezonde, groene en klimaatbestendige stad voor elke generatie",
        "Iedereen woont, leert en werkt in een stad die niemand achterlaat",
        "Een levendige stad met ruimte voor cultuur, sport en ontmoeting, waar bezoekers en bewoners elkaar de hand reiken",
        "De stad beheert haar middelen zuinig en open",
    ),
    plan_titles=(
        "Straten en pleinen heraanleggen met plaats voor water, bomen en trage weggebruikers",
        "Betaalbaar wonen versnellen",
        "Kinderopvang en onderwijs op wandelafstand in alle wijken, met een vlotte overgang tussen beide en oog "
        "voor kinderen die extra ondersteuning nodig hebben",
        "Ondernemers begeleiden bij de omslag naar hergebruik en herstelling",
        "Een veilige publieke ruimte, overdag én 's nachts",
        "Erfgoed ontsluiten en doorgeven aan nieuwe Gentenaars",
        "Uitbouwen van het Wintercircus en omgeving",
    ),
    titles=(
        "Speelstraten",
        "Winterwerking",
        "Deelfietsen voor stadspersoneel",
        "Fonteinen, drinkpunten en openbare toiletten",
        "Buurtwerk Rabot - Blaisantvest - Tolhuis",
        "Brede school - naschoolse opvang op één adres",
        "Warmtenet Muide - Meulestede: haalbaarheid en eerste fase",
        "Actieprogramma toegankelijkheid 2022-2026 van stations, haltes en openbare gebouwen",
        "Organiseren van de interne werking",
        "Herbestemming van de kerk Sint-Jan-de-Doper (fase 2)",
        "Beheer van begraafplaatsen, columbaria en strooiweiden, met inbegrip van de concessies en de ontruiming "
        "van vervallen graven",
        "Klantvriendelijk loket voor verenigingen: één aanvraag voor lokalen, uitleenmateriaal, vergunningen en toelagen",
        "Vernieuwen van verlichting in sporthallen",
        "Geïntegreerde aanpak van leegstand boven winkels",
    ),
    verbs=("Uitbouwen van", "Vernieuwen van", "Beheren en onderhouden van", "Coördineren van", "Onderzoek naar"),
    subjects=(
        "het stedelijk wagenpark",
        "de collectie straatmeubilair",
        "wijkgezondheidscentra",
        "de volkstuinen en samentuinen",
        "een digitaal platform voor vrijwillige inzet",
        "waterbuffering onder pleinen en schoolspeelplaatsen",
        "het netwerk van laadpalen voor bewoners zonder eigen garage",
        "vorming en bijscholing voor poetsploegen",
    ),
    circumstances=(
        "in de kanaaldorpen",
        "samen met de wijkraden van Wondelgem, Mariakerke en Drongen",
        "volgens het gemeenschappelijk kader voor aankoop, onderhoud en vervanging op middellange termijn",
        "- tweede oproep",
    ),
    sentences=(
        "We plantten meer bomen dan voorzien, vooral langs de ringvaart.",
        "De aannemer startte later door de vondst van een middeleeuwse kelder.",
        "Het overleg met de huurders leverde drie bijkomende voorstellen op.",
        "Ruim 450 gezinnen maakten gebruik van het aanbod.",
        "De prijs van hout en staal bleef boven de raming liggen, waardoor twee loten opnieuw in de markt gezet zijn.",
        "Voor de zomer opent het eerste deel van het terrein; de rest volgt zodra de riolering gekeurd is.",
        "Een externe partner evalueert de proefopstelling na twaalf maanden.",
        "De coördinator ging met pensioen en is pas in het najaar vervangen.",
        "Scholen kunnen het materiaal gratis ontlenen, ook buiten de lesuren.",
        "Dankzij Vlaamse en Europese steun kon de oppervlakte met een derde groeien.",
        "De bezettingsgraad van de lokalen klom van 61% naar 74%.",
        "Omdat de vergunning in beroep werd aangevochten, schuift de levering door naar het volgende boekjaar.",
        "Vrijwilligers, straathoekwerkers en de wijkpolitie stemmen maandelijks met elkaar af.",
        "Het reglement is op 1 september aangepast en eenvoudiger geformuleerd.",
        "Er loopt een onderzoek naar de reële kost per deelnemer.",
        "Met de bewonersgroep zijn afspraken gemaakt over sluitingsuren, geluid en het onderhoud van de gevels.",
        "Twee van de zeven sites zijn intussen aardgasvrij.",
        "De oude software gaat eind dit jaar uit dienst.",
        "Wie wil, krijgt hulp bij het invullen van de formulieren, in een van de twaalf talen van het tolkenteam.",
        "De resterende kredieten worden overgedragen.",
        "Uit de tevredenheidsmeting onthouden we dat de wachttijd aan de balie te lang blijft.",
        "De ateliers in de voormalige brandweerkazerne waren sneller volzet dan gedacht.",
    ),
)

TOWN = Vocabulary(
    organisations=("Groep Gent", "Groep Gent", "Stad Gent", "OCMW Gent"),
    owners=(
        # Departments that printed accounts of Ghent name, and such as none names.
        "Dienst FM Beleidsondersteuning",
        "Dienst HR Coördinatie en Sodigent",
        "Juridische Dienst en Kennisbeheer",
        "Dienst Wegen, Bruggen en Waterlopen",
        "Dienst Ontmoeten en Verbinden",
        "Archief Gent",
        "Dienst Toerisme en Gastvrijheid",
        "Jeugdwelzijn en Speelpleinwerking",
        "Regiehuis Verbouwen",
        "Afdeling Vergunningen, Handhaving en Leegstandsbestrijding",
        "Kunsthal Bijlokekaai",
        "Dienst Dierenwelzijn en Stadslandbouw",
    ),
    objective_titles=(
        "Wie in Gent woont, werkt of studeert, vindt er een betaalbare, gezonde en verkeersveilige leefomgeving",
        "Een wendbare stedelijke organisatie werkt samen, luistert en verantwoordt zich",
        "Gent beschermt haar kwetsbaarste inwoners en laat talenten openbloeien",
    ),
    plan_titles=(
        "Wij verduurzamen het stadspatrimonium en de energievoorziening van openbare gebouwen",
        "Wijkontwikkeling",
        "Wij versterken de toegankelijkheid van hulpverlening, schuldbemiddeling en arbeidsbemiddeling voor wie "
        "het minst vertrouwd is met onze dienstverlening",
        "Personeelsbeleid dat mensen aantrekt en houdt",
        "Waterbeheersing en ontharding in de negentiende-eeuwse gordel",
        "Feesten, festivals en evenementenondersteuning",
    ),
    titles=(
        "Schoolstraten",
        "Zitbanken",
        "Herinrichting van de Dampoortsite en haar omgeving: voorbereidende studies en onteigeningen",
        "Ondersteuningsteam arbeidsmarkttoeleiding",
        "Wijkcirculatieplannen Dampoort, Oud Gentbrugge en Rooigem",
        "Nieuw administratief centrum (fase 3)",
        "Jobstudenten en vakantieopvang",
        "Bevolkingsonderzoek en gezondheidspromotie bij zestigplussers, met huisbezoeken door wijkgezondheidswerkers",
        "Fietsenstallingen aan stations en bushaltes 2025-2027",
        "Verzekeringen, belastingen en gerechtskosten",
        'Digitalisering van bouwaanvragen ("digitaal loket")',
        "Voedselstrategie Gent en Garde",
        "Restauratiewerkzaamheden Sint-Baafsabdij",
        "Noodopvang - winterplan",
        "Ouderenzorg: nieuwbouw van een woonzorgcentrum met assistentiewoningen en een buurtrestaurant",
        "Organiseren van verkiezingen",
    ),
    verbs=("Inrichten van", "Ondersteunen van", "Opvolgen en evalueren van", "Aankoop van", "Herwaarderen van"),
    subjects=(
        "gemeenschappelijke binnentuinen",
        "vrijwilligersverenigingen",
        "toegankelijke speelterreinen in dichtbebouwde wijken",
        "de brandweerpost aan de Roggestraat",
        "informatieveiligheid en gegevensbescherming bij alle diensten",
        "studentenhuisvesting met sociale mengeling",
        "onderhoudscontracten voor liften, verwarmingsinstallaties en zonnepanelen",
    ),
    circumstances=(
        "na de heropening",
        "volgens de meerjarenplanning van de gebiedsgerichte werking",
        "in samenwerking met onderwijsinstellingen, ziekenhuizen en socialehuisvestingsmaatschappijen",
        "- herziening",
    ),
    sentences=(
        "De stuurgroep vergaderde vijf keer; de eindbeslissing valt in het voorjaar.",
        "Van de 1.250 aangeschreven eigenaars reageerden er 318, of 25,4%.",
        "De uitvoeringstermijn van de riolerings- en wegenwerken is verlengd tot 30 juni.",
        "Het eindejaarsevenement trok ongeveer 42.500 bezoekers.",
        "We ondertekenden samenwerkingsovereenkomsten met drie onderwijskoepels.",
        '"Buurt aan zet" kreeg een vervolg: de oproep "Groene gevels" leverde 31 aanvragen op.',
        "De subsidieaanvraag bij het Agentschap Onroerend Erfgoed is ontvankelijk verklaard.",
        "Door personeelsverschuivingen kon de opvolging pas na de zomervakantie hernomen worden.",
        "Elke buurt kreeg een contactpersoon bij de wijkregie en de politie.",
        "Het definitieve ontwerp houdt rekening met de opmerkingen van de Kwaliteitskamer.",
        "Uitgaven voor energie daalden met 12%, de ontvangsten uit verhuur bleven gelijk.",
        "In totaal zijn 96 dossiers afgewerkt, 14 meer dan in 2023.",
        "De leverancier vergoedt de schade aan de waterdichting volledig.",
        "Na evaluatie behouden we het systeem van voorinschrijvingen.",
        "Werknemersvertegenwoordigers en leidinggevenden volgden een gezamenlijk vormingstraject.",
        "Het gemiddelde bedrag per toelage bedroeg 1.860 euro.",
        "Twee gebruikersovereenkomsten liepen af; er kwamen er geen nieuwe bij.",
        "Omwille van de marktomstandigheden wordt de aanbesteding gespreid over twee begrotingsjaren.",
        "Onze ombudsmedewerkers behandelden klachten over geluidshinder en sluikstorten.",
        "De vernieuwde tentoonstellingsruimte is rolstoeltoegankelijk.",
        "Buurtbewoners kozen zelf de beplanting, de straatnaamborden en het speeltoestel.",
    ),
)
"""For the looks of word processors and browsers: long words, which are hyphenated, and descriptions with figures."""

ELSEWHERE = Vocabulary(
    organisations=("Groep Gent", "Stad Gent", "OCMW Gent", "AGB Erfgoed"),
    owners=(
        "Dienst Organisatieontwikkeling",
        "FIN Bestuur en Verbonden rechtspersonen",
        "Dienst Selectie en Mobiele ploeg",
        "Staf Departement Onderwijs, Opvoeding en Jeugd",
        "Ombudsdienst",
        "Welzijnsbureau Gentbrugge - Ledeberg",
        "Team Circulair Bouwen",
        "Dienst Nachtleven en Horecaondersteuning",
        "Steunpunt Mantelzorg",
        "Centrum voor Podiumkunsten, Film en Nieuwe Media",
        "Havenbedrijf",
        "Dienst Landmeetkunde, Plaatsbeschrijving en Vastgoedinformatie",
    ),
    objective_titles=(
        "Iedere Gentenaar geraakt vlot, veilig en milieuvriendelijk op zijn bestemming",
        "Het stadsbestuur bouwt aan een financieel gezonde, doelgerichte en transparante organisatie",
        "Gent investeert in ontmoetingsplekken, levenslang leren en maatschappelijke veerkracht",
    ),
    plan_titles=(
        "Wij maken van de Leie, de Schelde en hun oevers opnieuw publieke ruimte",
        "Schoolinfrastructuur",
        "Wij ondersteunen kunstenaars, ateliers en tentoonstellingsmakers, en we verminderen de administratieve "
        "verplichtingen voor kleinschalige cultuurverenigingen",
        "Armoedebestrijding bij kinderen en jongvolwassenen",
        "Deelmobiliteit en goederenvervoer over water",
        "Archiefwerking en erfgoedontsluiting",
    ),
    titles=(
        "Koelteplekken",
        "Rioolvernieuwing",
        "Overkapping van de marktplaats aan de Nieuwevaart, met vergaderruimten en een ontvangstbalie",
        "Huiswerkbegeleiding in bibliotheekfilialen",
        "Lichtplan binnenstad - derde uitvoeringsfase",
        "Taalondersteuning voor anderstalige nieuwkomers",
        "Sociaal tarief sportkampen",
        "Zwembad Rooigem: vervanging van de filterinstallatie en van de kleedhokjes voor personen met een beperking",
        "Bomenplan 2030",
        "Werkgeversbijdragen en tweede pensioenpijler",
        "Onderhoud van kades, sluizen en aanlegsteigers",
        "Studiedag vrijwilligersbeleid",
        "Brandveiligheid van beschermde monumenten",
        'Programma "Iedereen digitaal"',
        "Straathoekwerk en drughulpverlening",
        "Vertalen van websites, brochures en infoborden in eenvoudige taal",
        "Afvalinzameling op evenementen (proefproject)",
    ),
    verbs=("Realiseren van", "Begeleiden van", "Verbouwen van", "Uitrollen van", "Beheer van"),
    subjects=(
        "wijkrestaurants",
        "bedrijventerreinen langs de kanaalzone",
        "geluidsarme wegverhardingen op invalswegen",
        "het stadsmagazine en de wijkkranten",
        "kinderdagverblijven met verlengde openingsuren",
        "gemeentelijke administratieve sancties en parkeertoezicht",
        "een kunstendepot voor de musea en hun bruikleengevers",
    ),
    circumstances=(
        "tijdens schoolvakanties",
        "op vraag van de gebruikersraad en de omwonenden",
        "ter uitvoering van het klimaatadaptatieplan en de hemelwaterverordening",
        "- vervolg",
    ),
    sentences=(
        "De voorlopige oplevering vond plaats op 14 oktober.",
        "We ontvingen 2.317 inschrijvingen, een stijging met 8,5% tegenover vorig jaar.",
        "Het beheerscontract is goedgekeurd door de gemeenteraad en de raad voor maatschappelijk welzijn.",
        "Met de huidige personeelsbezetting blijft de wachtlijst stabiel.",
        "Het haalbaarheidsonderzoek wees uit dat hergebruik van de dakconstructie mogelijk is.",
        "Twaalf kunstenaarscollectieven stelden hun werk tentoon in leegstaande winkelpanden.",
        "De kosten vielen 15.000 euro lager uit dan geraamd.",
        "Sinds september rijdt er een tweede buurtbus, ook op zondagnamiddag.",
        "Er was geen inschrijver voor perceel 2, zodat de procedure herhaald wordt.",
        "Het nazorgtraject loopt door tot eind 2026.",
        "De gebruikers waarderen vooral de klantvriendelijkheid: 4,3 op 5.",
        "Ontharding van 3.400 vierkante meter verharding leverde vier nieuwe parkjes op.",
        "De aanwervingsprocedure leverde 21 geslaagde kandidaten op.",
        "Voor wetenschappelijke begeleiding doen we een beroep op de universiteit.",
        "De Vlaamse overheid kende een bijkomende investeringssubsidie toe.",
        "Alle leidingen zijn geïnspecteerd; 7 van de 58 putten zijn hersteld.",
        "De intergemeentelijke samenwerkingsverbanden dragen 40% van de werkingskosten.",
        "Een verkeersveiligheidsaudit volgt na de eerste winter.",
        "Deelnemers gaven aan dat de bereikbaarheid met openbaar vervoer beter kan.",
        "Het resterende gedeelte schuift op naar de volgende meerjarenplanperiode.",
    ),
)
"""For the looks that are kept for measuring: nothing of it is in the others."""
