import { PlaceKind, type PlaceTable } from "./place-table";

/**
 * Towns of about 100,000 people and more that are meant where the name alone is given, by `placeKey`; with the key of
 * their region where smaller towns share the name. The table itself marks only the few that a map would label.
 */
const LARGE: Readonly<Record<string, string>> = {
  DE: `aachen augsburg bielefeld bochum bonn braunschweig bremen bremerhaven chemnitz cottbus darmstadt dortmund
    dresden duisburg dusseldorf erfurt essen:northrhinewestphalia freiburg gelsenkirchen gottingen hagen
    halle:saxonyanhalt hannover heidelberg heilbronn hildesheim ingolstadt jena karlsruhe kassel kiel koln krefeld
    leipzig leverkusen lubeck ludwigshafen magdeburg mainz mannheim monchengladbach munster:northrhinewestphalia
    nurnberg oldenburg:lowersaxony osnabruck paderborn pforzheim potsdam regensburg rostock saarbrucken stuttgart
    trier ulm wiesbaden wolfsburg wuppertal wurzburg`,
  AT: "graz linz salzburg innsbruck klagenfurt",
  CH: "zurich geneve geneva basel lausanne bern winterthur luzern saintgallen lugano",
  FR: `marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon
    angers nimes brest:brittany`,
  ES: `barcelona valencia sevilla zaragoza malaga murcia bilbao alicante cordoba valladolid vigo granada`,
  IT: `milano milan napoli naples torino turin palermo genova genoa bologna firenze florence bari catania venezia
    venice verona padova trieste brescia parma modena`,
  NL: "amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen arnhem haarlem",
  BE: "antwerpen gent charleroi liege brugge namur leuven",
  PL: "krakow lodz wroclaw poznan gdansk szczecin lublin katowice",
};

const regionByCity = new Map<string, string>();
for (const [country, cities] of Object.entries(LARGE)) {
  for (const city of cities.split(/\s+/)) {
    const [key = "", region = ""] = city.split(":");
    regionByCity.set(`${country} ${key}`, region);
  }
}

/** The large town among places of one key; undefined where none is, or several could be. */
export function largeCity(
  table: PlaceTable,
  country: string,
  key: string,
  places: readonly number[],
): number | undefined {
  const majors = places.filter((place) => table.kind[place] === PlaceKind.major);
  if (majors.length > 0) return majors[0];
  const region = regionByCity.get(`${country} ${key}`);
  if (region === undefined) return undefined;
  const there = places.filter(
    (place) => region === "" || table.regions[table.regionOf[place]!]!.key === region,
  );
  return there.length === 1 ? there[0] : undefined;
}
