import type { ColumnRole } from "../../model/table";

/** Languages whose headers are known, by ISO 639-1. */
export const HEADER_LANGUAGES = ["en", "de", "fr", "es", "it", "nl"] as const;
export type HeaderLanguage = (typeof HEADER_LANGUAGES)[number];

type WordsByRole = Readonly<Partial<Record<ColumnRole, string>>>;

/**
 * Headers by language and role, best first, as letters and digits only. English: what Salesforce (labels, reports, API
 * names), HubSpot, Dynamics and Zoho call them, order lines, and the words of everyday tables.
 */
export const HEADER_WORDS: Readonly<Record<HeaderLanguage, WordsByRole>> = {
  en: {
    key: `accountid 18digitid recordid hsobjectid accountnumber accountno customerid customernumber customerno
      clientid companyid siteid storeid locationid facilityid practiceid hospitalid id externalid key code practicecode
      customercode accountcode account# customer# accountkey customerkey uuid guid objectid orgid`,
    name: `accountname companyname customername name account company customer clientname client organization
      organisation organizationname businessname business storename store sitename facilityname facility hospitalname
      practicename practice`,
    owner: `accountowner companyowner ownername ownerfullname recordowner salesrep salesrepname salesrepresentative
      representative rep repname salesperson salespersonname accountmanager accountexecutive accountrep assignedrep
      assignedto assigneduser owner owneralias hubspotownerid accountownerid ownerid accountowneremail owneremail seller
      ae`,
    territory: `territory territoryname salesterritory accountterritory territory2 territory2name territory2id
      territoryid terr patch territorycode`,
    street: `billingstreet mailingstreet street streetaddress address address1 addressline1 billingaddressline1
      billingaddressstreet address1street1 address1line1 billingaddress streetaddress1 addr1 addr shippingstreet
      shippingaddressline1`,
    city: `billingcity city mailingcity address1city billingaddresscity town cityname towncity municipality locality
      suburb shippingcity`,
    state: `billingstateprovince billingstate state stateprovince mailingstate mailingstateprovince
      address1stateprovince address1stateorprovince billingaddressstateprovince province statecode stateregion
      stateabbreviation shippingstateprovince shippingstate st region`,
    postalCode: `billingzippostalcode billingpostalcode postalcode zippostalcode zip zipcode postcode zip5
      mailingpostalcode mailingzippostalcode address1zippostalcode address1postalcode billingcode billingzip
      billingaddresspostalcode billingaddresszippostalcode postal shippingzippostalcode shippingpostalcode shippingcode`,
    country: `billingcountry country countryregion address1countryregion address1country mailingcountry
      billingaddresscountryregion countryname countrycode shippingcountry`,
    latitude: `latitude billinglatitude lat geocodelatitude address1latitude shippinglatitude mailinglatitude
      gpslatitude y`,
    longitude: `longitude billinglongitude lng lon long geocodelongitude address1longitude shippinglongitude
      mailinglongitude gpslongitude x`,
    industry: "industry industrycode sector vertical naicsdesc naicsdescription industryname",
    segment: `segment customersegment accountsegment accounttype customertype type businesstype tier
      accounttier class lifecyclestage category brewerytype facilitytype hospitaltype`,
    employees: `employees numberofemployees noofemployees employeecount headcount numemployees staff
      totalemployees employeenumber ttlstaff`,
    revenue: `annualrevenue revenue annualsales totalrevenue sales salesamount totalsales netsales salesrevenue
      arr turnover amount totalamount lastyearrevenue revenueusd linetotal lineamount linenet linenetamount
      extendedamount extendedprice netamount netvalue nettotal net ordertotal orderamount ordervalue invoicetotal
      invoiceamount totalprice total`,
    potential: `potential salespotential revenuepotential potentialrevenue opportunity opportunityvalue
      accountpotential marketpotential`,
    visits: "visits visitsperyear visitsyear callsperyear callfrequency visitfrequency calls",
    parent: "parentaccount parentaccountid parentid parent parentcompany parentaccountname",
    lastActivity: "lastactivity lastactivitydate lastcontacted lastcontactdate lasttouch",
    created: "createddate createdate created createdat createdon createdtime accountcreateddate",
    email: "email emailaddress",
    language: "language preferredlanguage accountlanguage contactlanguage correspondencelanguage",
    skills:
      "requiredskills skillsneeded skillneeded requiredskill skills needs specialty specialties productsneeded",
    since: `ownersince accountownersince repsince relationshipsince customersince clientsince membersince
      partnersince since relationshipstart relationshipstartdate`,
  },
  de: {
    key: `kundennummer kundennr kdnr kundenid kundencode debitorennummer debitorennr debitornr debitor kontonummer
      kontonr`,
    name: "kundenname firmenname firma kunde unternehmen name1",
    owner: `außendienst außendienstmitarbeiter vertreter verkäufer vertriebsmitarbeiter handelsvertreter
      kundenbetreuer betreuer vertriebler adm`,
    territory: "gebiet verkaufsgebiet vertriebsgebiet verkaufsbezirk bezirk",
    street: "straße straßehausnummer straßehausnr straßeundhausnummer anschrift adresse",
    city: "ort stadt wohnort ortsname",
    state: "bundesland kanton provinz",
    postalCode: "plz postleitzahl",
    country: "land staat länderkennzeichen",
    latitude: "breitengrad geografischebreite geobreite",
    longitude: "längengrad geografischelänge geolänge",
    industry: "branche wirtschaftszweig",
    segment: "kundensegment kundengruppe kundenklasse kundentyp abcklasse kategorie klasse",
    employees: "mitarbeiterzahl mitarbeiteranzahl anzahlmitarbeiter mitarbeiter beschäftigte",
    revenue:
      "jahresumsatz umsatz nettoumsatz umsatznetto gesamtumsatz nettobetrag positionswert rechnungsbetrag",
    potential: "potenzial umsatzpotenzial umsatzpotential kundenpotenzial kundenpotential",
    visits: "besucheprojahr besuche besuchsfrequenz besuchsanzahl",
    parent: "konzern muttergesellschaft",
    lastActivity: "letzterkontakt letzterbesuch letzteaktivität",
    created: "angelegtam erstelltam anlagedatum",
    email: "emailadresse mail",
    language: "sprache korrespondenzsprache kundensprache",
    since: "kundeseit betreutseit kundenbeziehungseit",
  },
  fr: {
    key: "numéroclient numclient noclient nclient codeclient idclient",
    name: "nomclient nomduclient raisonsociale société entreprise client nom",
    owner: "commercial vendeur représentant chargédecompte",
    territory: "territoire secteurcommercial secteur",
    street: "rue adresse",
    city: "ville commune localité",
    state: "région département",
    postalCode: "codepostal cp",
    country: "pays",
    industry: "secteurdactivité activité",
    segment: "segmentclient catégorie typeclient typedeclient",
    employees: "effectif effectifs salariés nombredesalariés",
    revenue: "chiffredaffaires caannuel ca ventes montantht montant",
    potential: "potentiel",
    visits: "visites visitesparan",
    parent: "maisonmère",
    lastActivity: "derniercontact dernièrevisite",
    created: "datedecréation",
    email: "courriel adresseemail",
    language: "langue",
    since: "clientdepuis",
  },
  es: {
    key: "númerocliente númerodecliente códigocliente códigodecliente codcliente idcliente nºcliente",
    name: "nombrecliente nombredelcliente razónsocial empresa cliente nombre",
    owner: "vendedor comercial representante agente",
    territory: "territorio zonadeventas zona",
    street: "calle dirección domicilio",
    city: "ciudad localidad población municipio",
    state: "provincia comunidadautónoma",
    postalCode: "códigopostal",
    country: "país",
    latitude: "latitud",
    longitude: "longitud",
    industry: "industria sectordeactividad",
    segment: "segmento categoría tipocliente tipodecliente",
    employees: "empleados númerodeempleados plantilla",
    revenue: "facturación ventas ingresos importe",
    potential: "potencial",
    visits: "visitas",
    lastActivity: "últimocontacto últimavisita",
    created: "fechadecreación fechaalta fechadealta",
    email: "correoelectrónico correo",
    language: "idioma",
    since: "clientedesde",
  },
  it: {
    key: "codicecliente numerocliente codcliente",
    name: "nomecliente ragionesociale azienda nome",
    owner: "venditore rappresentante commerciale",
    territory: "areadivendita",
    street: "indirizzo via",
    city: "città comune località",
    state: "regione",
    postalCode: "cap codicepostale",
    country: "paese nazione",
    latitude: "latitudine",
    longitude: "longitudine",
    industry: "settore settoremerceologico",
    employees: "dipendenti numerodipendenti addetti",
    revenue: "fatturato vendite ricavi importo",
    potential: "potenziale",
    visits: "visite",
    parent: "capogruppo",
    lastActivity: "ultimocontatto",
    created: "datacreazione datadicreazione",
    email: "indirizzoemail",
    language: "lingua",
    since: "clientedal",
  },
  nl: {
    key: "klantnummer klantnr klantid klantcode debiteurnummer debiteurnr",
    name: "klantnaam bedrijfsnaam bedrijf klant naam",
    owner: "vertegenwoordiger verkoper buitendienst",
    territory: "verkoopgebied gebied rayon",
    street: "straat straatnaam adres",
    city: "plaats stad woonplaats gemeente",
    state: "provincie",
    latitude: "breedtegraad",
    longitude: "lengtegraad",
    industry: "bedrijfstak sectornaam",
    segment: "klantsegment klantgroep klanttype categorie",
    employees: "medewerkers aantalmedewerkers werknemers aantalwerknemers",
    revenue: "jaaromzet omzet bedrag",
    potential: "potentieel",
    visits: "bezoeken bezoekenperjaar",
    parent: "moederbedrijf",
    lastActivity: "laatstecontact laatstebezoek",
    created: "aanmaakdatum",
    email: "emailadres",
    language: "taal",
    since: "klantsinds",
  },
};

/** Whose address it is, the better one first, and what its parts are called: "Ship City", "Delivery ZIP". */
export const ADDRESS_PREFIXES = `billing billto bill mailing customer account shipping shipto ship delivery
  deliverto`;
export const ADDRESS_PARTS: WordsByRole = {
  street: "street streetaddress address address1 addressline1",
  city: "city town",
  state: "state stateprovince stateorprovince province region",
  postalCode: "postalcode zippostalcode zip zipcode postcode",
  country: "country countryregion countrycode",
};
