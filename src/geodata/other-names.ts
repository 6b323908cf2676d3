import { placeKey } from "./place-names";

/** City names in other languages or other times, with the source's among them; keys as made by `placeKey`. */
const CITY_NAMES: Readonly<Record<string, string>> = {
  DE: "munich munchen muenchen|koln cologne koeln|nurnberg nuremberg|hannover hanover|braunschweig brunswick",
  AT: "vienna wien",
  CH: "geneva geneve genf|zurich zuerich|basel basle bale|lucerne luzern|bern berne",
  IT: "rome roma|milan milano|turin torino|florence firenze|venice venezia|naples napoli|genoa genova|padova padua|mantova mantua|syracuse siracusa",
  BE: "brussels bruxelles brussel|antwerpen antwerp anvers|gent ghent gand|brugge bruges|liege luik|leuven louvain|mechelen malines|kortrijk courtrai|ieper ypres|mons bergen|namur namen|tournai doornik",
  NL: "thehague denhaag sgravenhage|shertogenbosch denbosch",
  LU: "luxembourg luxemburg",
  DK: "copenhagen kobenhavn koebenhavn|arhus aarhus",
  SE: "goteborg gothenburg",
  FI: "helsinki helsingfors|turku abo|tampere tammerfors|espoo esbo|vantaa vanda",
  PL: "warsaw warszawa|krakow cracow",
  CZ: "prague praha|pilsen plzen",
  RO: "bucharest bucuresti",
  RS: "belgrade beograd",
  GR: "athens athina athinai|thessaloniki salonica",
  PT: "lisbon lisboa|porto oporto",
  ES: "sevilla seville|zaragoza saragossa|acoruna lacoruna",
  FR: "lyon lyons|marseille marseilles|strasbourg strassburg",
  RU: "moscow moskva|saintpetersburg sanktpeterburg",
  UA: "kyiv kiev|odesa odessa|lviv lvov|kharkiv kharkov",
  CN: "beijing peking|guangzhou canton",
  IN: "bengaluru bangalore|mumbai bombay|chennai madras|kolkata calcutta|gurugram gurgaon|pune poona|delhi newdelhi",
  JP: "tokyo tokio|osaka oosaka",
  MX: "mexicocity mexico mexicodf ciudaddemexico cdmx",
  CA: "quebec quebeccity villedequebec|toronto scarborough northyork etobicoke eastyork",
  VN: "hochiminhcity saigon",
  EG: "cairo alqahirah",
  BR: "saopaulo sampa|brasilia brasiliadf",
  GB: "hull kingstononhull|londonderry derry",
};

/** First-level divisions by abbreviation or local name, then the key of the source's English name. */
const REGION_NAMES: Readonly<Record<string, string>> = {
  CA: "ab alberta|bc britishcolumbia|mb manitoba|nb newbrunswick|nl newfoundlandandlabrador|nf newfoundlandandlabrador|newfoundland newfoundlandandlabrador|ns novascotia|nt northwestterritories|nu nunavut|on ontario|ont ontario|pe princeedwardisland|pei princeedwardisland|qc quebec|pq quebec|que quebec|sk saskatchewan|sask saskatchewan|yt yukon|yukonterritory yukon",
  AU: "act australiancapitalterritory|nsw newsouthwales|nt northernterritory|qld queensland|sa southaustralia|tas tasmania|vic victoria|wa westernaustralia",
  DE: "bayern bavaria|by bavaria|hessen hesse|niedersachsen lowersaxony|nordrheinwestfalen northrhinewestphalia|nrw northrhinewestphalia|nw northrhinewestphalia|rhinelandpalatinate rheinlandpfalz|sachsen saxony|sachsenanhalt saxonyanhalt|thuringen thuringia|berlin stateofberlin|bw badenwurttemberg|badenwuerttemberg badenwurttemberg",
  AT: "wien vienna|tirol tyrol|steiermark styria|oberosterreich upperaustria|niederosterreich loweraustria|karnten carinthia",
  BE: "vlaanderen flanders|wallonie wallonia|bruxelles brusselscapital|brussel brusselscapital|brussels brusselscapital",
  NL: "zuidholland southholland|noordholland northholland|noordbrabant northbrabant",
  IT: "sicilia sicily|sardegna sardinia|toscana tuscany|puglia apulia|piemonte piedmont|lombardia lombardy|marche themarches",
  ES: "cataluna catalonia|catalunya catalonia|andalucia andalusia|paisvasco basquecountry|islasbaleares balearicislands|canarias canaryislands",
  FR: "bretagne brittany|normandie normandy|corse corsica|nouvelleaquitaine newaquitaine",
  PT: "lisboa lisbon|acores azores",
  PL: "dolnoslaskie lowersilesia|malopolskie lesserpoland|mazowieckie mazovia|podkarpackie subcarpathia|podlaskie podlasie|slaskie silesia|pomorskie pomerania|wielkopolskie greaterpoland|lodzkie lodzvoivodeship|opolskie opolevoivodeship|lubelskie lublin|lubuskie lubusz|zachodniopomorskie westpomerania|warminskomazurskie warmiamasuria",
  CH: "geneve geneva|genf geneva|luzern lucerne|graubunden grisons|baselstadt baselcity|sanktgallen saintgallen",
  MX: "distritofederal mexicocity|df mexicocity|cdmx mexicocity",
  GB: "eng england|sct scotland|wls wales|nir northernireland",
  KR: "jeju jejudo|gyeonggi gyeonggido|gangwon gangwondo",
};

/** Provinces by the first letter of a Canadian postal code; X covers two territories. */
const CANADIAN_PROVINCES: Readonly<Record<string, string>> = {
  A: "newfoundlandandlabrador",
  B: "novascotia",
  C: "princeedwardisland",
  E: "newbrunswick",
  G: "quebec",
  H: "quebec",
  J: "quebec",
  K: "ontario",
  L: "ontario",
  M: "ontario",
  N: "ontario",
  P: "ontario",
  R: "manitoba",
  S: "saskatchewan",
  T: "alberta",
  V: "britishcolumbia",
  Y: "yukon",
};

const cityGroups = new Map<string, readonly string[]>();
for (const [country, groups] of Object.entries(CITY_NAMES)) {
  for (const group of groups.split("|")) {
    const keys = group.split(" ");
    for (const key of keys) cityGroups.set(`${country} ${key}`, keys);
  }
}

const regionKeys = new Map<string, string>();
for (const [country, pairs] of Object.entries(REGION_NAMES)) {
  for (const pair of pairs.split("|")) {
    const [other = "", key = ""] = pair.split(" ");
    regionKeys.set(`${country} ${other}`, key);
  }
}

/** Other keys of the same city, none for most; German ae, oe and ue also read as ä, ö and ü. */
export function otherCityKeys(country: string, key: string): readonly string[] {
  const group = cityGroups.get(`${country} ${key}`);
  if (group) return group.filter((other) => other !== key);
  if (country !== "DE" && country !== "AT" && country !== "CH") return [];
  const plain = key.replace(/([aou])e/g, "$1");
  return plain === key ? [] : [plain];
}

/** Key of a division as the source names it, from a code, abbreviation or local name. */
export function regionKey(country: string, text: string): string {
  const key = placeKey(text);
  return regionKeys.get(`${country} ${key}`) ?? key;
}

const countryByRegion = new Map<string, string>();
for (const country of ["CA", "AU", "DE", "GB", "AT", "BE", "NL"]) {
  for (const pair of REGION_NAMES[country]!.split("|")) {
    for (const key of pair.split(" ")) if (!countryByRegion.has(key)) countryByRegion.set(key, country);
  }
}

/** Country of a division given by name or abbreviation, as far as the name alone tells: "NSW", "Ontario", "Bayern". */
export function countryOfRegion(text: string): string | undefined {
  return countryByRegion.get(placeKey(text));
}

/** Key of the province of a Canadian postal code; undefined where the text is none, empty where two share the letter. */
export function canadianProvince(postalCode: string): string | undefined {
  const match = /^([A-Z])\d[A-Z]\s*-?\s*(?:\d[A-Z]\d)?$/.exec(postalCode.trim().toUpperCase());
  if (!match || /[DFIOQUWZ]/.test(match[1]!)) return undefined;
  return CANADIAN_PROVINCES[match[1]!] ?? "";
}
