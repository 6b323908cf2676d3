/** What the licences of the bundled location data ask us to say; shown in the About box. */
export const GEODATA_ATTRIBUTION: readonly { readonly text: string; readonly url: string }[] = [
  {
    text: "Cities and postal codes contain data from GeoNames, licensed under CC BY 4.0; shortened, merged and rounded.",
    url: "https://www.geonames.org/",
  },
  { text: "ZIP code areas: US Census Bureau gazetteer, public domain.", url: "https://www.census.gov/" },
  {
    text: "Outlines of countries and their regions, rivers and lakes: Natural Earth, public domain; simplified.",
    url: "https://www.naturalearthdata.com/",
  },
  {
    text: "US states and counties: US Census Bureau cartographic boundary files 2023, public domain; 3-digit ZIP areas are estimates of our own.",
    url: "https://www.census.gov/",
  },
];
