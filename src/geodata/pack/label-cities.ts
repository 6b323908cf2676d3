import type { LabelCity } from "../outline-file";
import { placeKey } from "../place-names";
import type { City } from "./sources";

/**
 * Cities that get a label, by rank: metropolitan areas above about five million and a few more that
 * orient a reader, then large cities and capitals, then state capitals and regional centers. The source
 * knows no populations, so the choice and the ranks are ours; the positions are the source's.
 */
const US_CITIES: Readonly<Record<LabelCity["rank"], string>> = {
  1:
    "New York City NY|Los Angeles CA|Chicago IL|Houston TX|Dallas TX|Washington DC|Miami FL|Philadelphia PA|Atlanta GA|" +
    "Boston MA|Phoenix AZ|San Francisco CA|Seattle WA|Denver CO",
  2:
    "Detroit MI|Minneapolis MN|San Diego CA|Tampa FL|Baltimore MD|St. Louis MO|Charlotte NC|Orlando FL|San Antonio TX|" +
    "Portland OR|Sacramento CA|Pittsburgh PA|Las Vegas NV|Austin TX|Cincinnati OH|Kansas City MO|Columbus OH|Cleveland OH|" +
    "Indianapolis IN|Nashville TN|San Jose CA|Virginia Beach VA|Jacksonville FL|Milwaukee WI|Oklahoma City OK|Raleigh NC|" +
    "Memphis TN|Richmond VA|Louisville KY|Salt Lake City UT|New Orleans LA|Buffalo NY|Honolulu HI|Anchorage AK|" +
    "Albuquerque NM|Omaha NE|El Paso TX|Boise ID",
  3:
    "Montgomery AL|Birmingham AL|Mobile AL|Huntsville AL|Juneau AK|Fairbanks AK|Tucson AZ|Flagstaff AZ|Little Rock AR|" +
    "Fresno CA|Bakersfield CA|Oakland CA|Redding CA|Colorado Springs CO|Grand Junction CO|Hartford CT|New Haven CT|Dover DE|" +
    "Wilmington DE|Tallahassee FL|Fort Myers FL|Pensacola FL|Savannah GA|Augusta GA|Hilo HI|Idaho Falls ID|Springfield IL|" +
    "Peoria IL|Fort Wayne IN|Evansville IN|South Bend IN|Des Moines IA|Cedar Rapids IA|Topeka KS|Wichita KS|Frankfort KY|" +
    "Lexington KY|Baton Rouge LA|Shreveport LA|Augusta ME|Portland ME|Bangor ME|Annapolis MD|Worcester MA|Springfield MA|" +
    "Lansing MI|Grand Rapids MI|Marquette MI|St. Paul MN|Duluth MN|Jackson MS|Gulfport MS|Jefferson City MO|Springfield MO|" +
    "Helena MT|Billings MT|Missoula MT|Lincoln NE|Carson City NV|Reno NV|Concord NH|Manchester NH|Trenton NJ|Newark NJ|" +
    "Santa Fe NM|Las Cruces NM|Albany NY|Rochester NY|Syracuse NY|Greensboro NC|Wilmington NC|Asheville NC|Bismarck ND|" +
    "Fargo ND|Toledo OH|Dayton OH|Akron OH|Tulsa OK|Salem OR|Eugene OR|Medford OR|Harrisburg PA|Allentown PA|Erie PA|" +
    "Scranton PA|Providence RI|Columbia SC|Charleston SC|Greenville SC|Pierre SD|Sioux Falls SD|Rapid City SD|Knoxville TN|" +
    "Chattanooga TN|Fort Worth TX|Corpus Christi TX|Lubbock TX|Amarillo TX|Midland TX|McAllen TX|Provo UT|St. George UT|" +
    "Montpelier VT|Burlington VT|Norfolk VA|Roanoke VA|Olympia WA|Spokane WA|Charleston WV|Madison WI|Green Bay WI|" +
    "Cheyenne WY|Casper WY|San Juan PR",
};

/** Elsewhere: country code and name, with the division's code where the country has several of that name. */
const WORLD_CITIES: Readonly<Record<1 | 2, string>> = {
  1:
    "CA Toronto|MX Mexico City|GB London.ENG|FR Paris|DE Berlin|ES Madrid|IT Rome|RU Moscow|TR Istanbul|EG Cairo|NG Lagos|" +
    "ZA Johannesburg|KE Nairobi|AE Dubai|IN Mumbai|IN Delhi|CN Beijing|CN Shanghai|HK Hong Kong|JP Tokyo|KR Seoul|" +
    "SG Singapore|ID Jakarta|TH Bangkok|PH Manila|AU Sydney|BR São Paulo|AR Buenos Aires|PE Lima|CO Bogotá",
  2:
    "CA Montréal|CA Vancouver|CA Calgary|CA Ottawa|CA Edmonton|CA Winnipeg|CA Québec|CA Halifax|MX Guadalajara|MX Monterrey.19|" +
    "MX Tijuana|CU Havana|GT Guatemala City|PA Panama City|CR San José.08|CO Medellín|VE Caracas|EC Quito|BO La Paz|CL Santiago|" +
    "UY Montevideo|PY Asunción|BR Rio de Janeiro|BR Brasília|BR Salvador|BR Recife|BR Porto Alegre|IE Dublin|GB Manchester|" +
    "GB Birmingham|GB Glasgow|GB Edinburgh|FR Lyon|FR Marseille|BE Brussels|NL Amsterdam|DE Hamburg.04|DE Munich|" +
    "DE Frankfurt am Main|DE Köln|CH Zürich|CH Bern|AT Vienna|CZ Prague|PL Warsaw|PL Kraków|HU Budapest|RO Bucharest|" +
    "BG Sofia|RS Belgrade|HR Zagreb|GR Athens|PT Lisbon|ES Barcelona|IT Milan|IT Naples|DK Copenhagen|SE Stockholm|NO Oslo|" +
    "FI Helsinki|EE Tallinn|LV Riga|LT Vilnius|UA Kyiv|BY Minsk|RU Saint Petersburg|RU Novosibirsk|KZ Almaty|UZ Tashkent|" +
    "TR Ankara|IL Tel Aviv|JO Amman|LB Beirut|IQ Baghdad|IR Tehran|SA Riyadh|KW Kuwait City|QA Doha|PK Karachi|PK Lahore|" +
    "IN Bengaluru|IN Chennai|IN Kolkata|IN Hyderabad|BD Dhaka|LK Colombo|NP Kathmandu|MM Yangon|VN Hanoi|VN Ho Chi Minh City|" +
    "MY Kuala Lumpur|TW Taipei|CN Guangzhou|CN Chengdu|CN Wuhan|JP Osaka|JP Sapporo|KR Busan|AU Melbourne|AU Brisbane|" +
    "AU Perth.08|AU Adelaide|AU Canberra|NZ Auckland|NZ Wellington|MA Casablanca|DZ Algiers|TN Tunis|LY Tripoli|SN Dakar|" +
    "GH Accra|CI Abidjan|CD Kinshasa|AO Luanda|ET Addis Ababa|TZ Dar es Salaam|UG Kampala|ZW Harare|ZM Lusaka|" +
    "MZ Maputo|ZA Cape Town|ZA Durban|MG Antananarivo|SD Khartoum|IS Reykjavík",
};

interface Wanted {
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly rank: LabelCity["rank"];
}

function wantedCities(): Wanted[] {
  const us = ([1, 2, 3] as const).flatMap((rank) =>
    US_CITIES[rank].split("|").map((entry) => ({
      name: entry.slice(0, -3),
      country: "US",
      region: entry.slice(-2),
      rank,
    })),
  );
  const world = ([1, 2] as const).flatMap((rank) =>
    WORLD_CITIES[rank].split("|").map((entry) => {
      const [name = "", region = ""] = entry.slice(3).split(".");
      return { name, country: entry.slice(0, 2), region, rank };
    }),
  );
  return [...us, ...world].sort((a, b) => a.rank - b.rank);
}

/** The label cities as the source has them. Throws where it has none of a name, or some in several divisions. */
export function pickLabelCities(cities: readonly City[]): Map<City, LabelCity> {
  const places = new Map<string, City[]>();
  for (const city of cities) {
    const key = `${city.country} ${placeKey(city.name)}`;
    const namesakes = places.get(key);
    if (namesakes) namesakes.push(city);
    else places.set(key, [city]);
  }
  const picked = new Map<City, LabelCity>();
  for (const { name, country, region, rank } of wantedCities()) {
    const namesakes = places.get(`${country} ${placeKey(name)}`) ?? [];
    const found = region === "" ? namesakes : namesakes.filter((city) => city.region === region);
    // within one division the source lists the older, more important entry first
    const [city] = found;
    if (!city || found.some((other) => other.region !== city.region)) {
      throw new Error(`Expected one ${name} in ${country} ${region}, got ${found.length}.`);
    }
    const { longitude, latitude } = city;
    const label = country === "US" && name === "New York City" ? "New York" : name;
    picked.set(city, {
      name: label,
      country,
      state: country === "US" ? region : "",
      longitude,
      latitude,
      rank,
    });
  }
  return picked;
}
