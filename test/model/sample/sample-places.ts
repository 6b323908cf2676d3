import { readFileSync } from "node:fs";
import { decodeUsPostal } from "../../../src/geodata/us-postal";
import { US_STATES } from "../../../src/geodata/us-states";
import type { PostalCodes } from "../../../src/model/sample/sample-places";

/** The packed table of US postal codes, as the sample plan takes it. */
export const usPostalCodes: PostalCodes = {
  ...decodeUsPostal(readFileSync(new URL("../../../src/geodata/packed/us-postal.bin", import.meta.url))),
  states: US_STATES.map((state) => state.code),
};
