/** Countries whose first-level regions come with the site. */
export const REGION_COUNTRIES: readonly {
  readonly iso2: string;
  readonly iso3: string;
  readonly name: string;
}[] = (
  "AR ARG Argentina|AT AUT Austria|AU AUS Australia|BE BEL Belgium|BR BRA Brazil|CA CAN Canada|CH CHE Switzerland|CL CHL Chile|" +
  "CN CHN China|CO COL Colombia|CZ CZE Czechia|DE DEU Germany|DK DNK Denmark|ES ESP Spain|FI FIN Finland|FR FRA France|" +
  "GB GBR United Kingdom|GR GRC Greece|HU HUN Hungary|ID IDN Indonesia|IE IRL Ireland|IL ISR Israel|IN IND India|IT ITA Italy|" +
  "JP JPN Japan|KR KOR South Korea|MX MEX Mexico|MY MYS Malaysia|NL NLD Netherlands|NO NOR Norway|NZ NZL New Zealand|" +
  "PE PER Peru|PH PHL Philippines|PL POL Poland|PT PRT Portugal|RO ROU Romania|SE SWE Sweden|SG SGP Singapore|" +
  "TH THA Thailand|TR TUR Turkey|TW TWN Taiwan|UA UKR Ukraine|VN VNM Vietnam|ZA ZAF South Africa"
)
  .split("|")
  .map((entry) => ({ iso2: entry.slice(0, 2), iso3: entry.slice(3, 6), name: entry.slice(7) }));
