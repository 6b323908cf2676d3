import { describe, expect, it } from "vitest";
import { greatCircleKm } from "../../src/geo/distance";
import { germanPostalRegion } from "../../src/geodata/german-postal-regions";

describe("a German postal region", () => {
  it.each([
    ["10115", "Berlin", 52.53, 13.38],
    ["25980", "Sylt", 54.91, 8.33],
    ["18586", "Sellin on Rügen", 54.38, 13.69],
    ["79539", "Lörrach", 47.61, 7.66],
    ["94032", "Passau", 48.57, 13.46],
    ["02826", "Görlitz", 51.15, 14.99],
    ["52062", "Aachen", 50.78, 6.08],
    ["26721", "Emden", 53.37, 7.21],
    ["99817", "Eisenach", 50.98, 10.32],
    ["17419", "Ahlbeck on Usedom", 53.94, 14.19],
    ["37073", "Göttingen", 51.53, 9.93],
  ])("%s reaches %s", (code, _, latitude, longitude) => {
    const region = germanPostalRegion(code)!;
    expect(greatCircleKm(longitude, latitude, region.longitude, region.latitude)).toBeLessThan(
      region.withinKm,
    );
  });

  it.each(["05123", "1234", "123456", "SW1A 1AA", ""])("%j is none", (code) => {
    expect(germanPostalRegion(code)).toBeUndefined();
  });
});
