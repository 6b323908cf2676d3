import type { Random } from "../ids";
import { chance, pick } from "./dice";
import type { Industry } from "./industries";

const FAMILIES = words(
  "Abbott Alvarez Ambrose Archer Baird Bancroft Barlow Beckett Bell Bishop Blackwell Boone Bradley Briggs Caldwell Calloway " +
    "Carver Castillo Chandler Chen Clayton Conrad Cooper Crawford Dalton Dawson Delgado Donovan Drake Duarte Ellison Emerson " +
    "Farrow Fischer Fletcher Fowler Gallagher Garrison Gibbs Goodwin Graham Granger Hadley Hale Hanley Harlow Hartman Hayes " +
    "Hensley Holt Huang Hughes Irving Jansen Jennings Kaplan Keller Kendrick Kim Kirby Lambert Langford Larsen Leland Lindgren " +
    "Lowell Madden Marsh Mercer Meyer Monroe Morales Nakamura Nash Newell Nguyen Norton Oakley Olsen Ortega Osborne Palmer Parish " +
    "Patel Peralta Pierce Porter Prescott Quinn Ramsey Reyes Rhodes Rowan Salazar Sawyer Schaefer Shaw Sinclair Stanton Sterling " +
    "Strand Sutton Tate Thayer Tran Tucker Vance Vaughn Wagner Walsh Warner Weaver Weston Whitaker Wilder Winslow Yates Zimmerman",
);

const LANDSCAPES = words(
  "Amber Aspen Badger Bayview Beacon Bedrock Birch Bison Bluebird Bluff Bridgeport Brightwater Brookside Canyon Cardinal " +
    "Cascade Cedar Clearwater Compass Copper Cornerstone Cottonwood Crescent Crestline Cypress Delta Dogwood Eagle Eastgate Elm " +
    "Emerald Fairview Falcon Fieldstone Foothill Fox Glacier Golden Granite Greenway Harbor Hawthorn Heartland Heron Hickory " +
    "Highland Hilltop Horizon Ironwood Juniper Keystone Lakeside Landmark Lantern Laurel Liberty Lighthouse Limestone Longview " +
    "Magnolia Maple Meadow Meridian Mesa Midland Millstone Monarch Northgate Northstar Oak Orchard Osprey Palmetto Patriot Peak " +
    "Pine Pinnacle Pioneer Prairie Quarry Redwood Ridgeline River Riverbend Rosewood Sagebrush Sandstone Sequoia Shoreline Silver " +
    "Skyline Southport Spruce Stonebridge Summit Sunrise Sycamore Tamarack Terrace Tidewater Timber Trailhead Trident Union Valley " +
    "Vanguard Vista Westbrook Whitestone Wildflower Willow Windward Woodland",
);

const ENDINGS = {
  small: ["", "", "", "LLC", "Inc", "Co"],
  large: ["Inc", "Corporation", "Group", "Holdings", "International"],
};

/** Makes company names that are not in `taken`, and adds them to it. */
export function companyName(
  random: Random,
  industry: Industry,
  large: boolean,
  city: string,
  taken: Set<string>,
): string {
  for (;;) {
    const noun = pick(random, industry.nouns);
    const first = firstPart(random, city);
    const ending = pick(random, large ? ENDINGS.large : ENDINGS.small);
    const name = [first, noun, ending === lastWord(noun) ? "" : ending]
      .filter((part) => part !== "")
      .join(" ");
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function firstPart(random: Random, city: string): string {
  const kind = random();
  if (kind < 0.3) return pick(random, FAMILIES);
  if (kind < 0.42) {
    const [a, b] = [pick(random, FAMILIES), pick(random, FAMILIES)];
    return a === b ? `${a} Brothers` : `${a} & ${b}`;
  }
  if (kind < 0.5) return city;
  if (kind < 0.6) return `${pick(random, LANDSCAPES)} ${chance(random, 0.5) ? "Point" : "Creek"}`;
  return pick(random, LANDSCAPES);
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1);
}

function words(text: string): readonly string[] {
  return text.split(" ");
}
