import type { ColumnRole } from "../../model/table";

/**
 * Headers by role, best first, as letters and digits only: what Salesforce (labels, reports, API names), HubSpot,
 * Dynamics and Zoho call them, and the words of everyday tables.
 */
const HEADERS: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  key: words(`accountid 18digitid recordid hsobjectid accountnumber accountno customerid customernumber customerno
    clientid companyid siteid storeid locationid facilityid practiceid hospitalid id externalid key code practicecode
    customercode accountcode account# customer# accountkey customerkey uuid guid objectid kundennummer orgid`),
  name: words(`accountname companyname customername name account company customer clientname client organization
    organisation organizationname businessname business storename store sitename facilityname facility hospitalname
    practicename practice firma kunde nom`),
  owner:
    words(`accountowner companyowner ownername ownerfullname recordowner salesrep salesrepname salesrepresentative
    representative rep repname salesperson salespersonname accountmanager accountexecutive accountrep assignedrep
    assignedto assigneduser owner owneralias hubspotownerid accountownerid ownerid accountowneremail owneremail seller
    ae verkäufer vendeur`),
  territory:
    words(`territory territoryname salesterritory accountterritory territory2 territory2name territory2id
    territoryid terr patch territorycode gebiet`),
  street:
    words(`billingstreet mailingstreet street streetaddress address address1 addressline1 billingaddressline1
    billingaddressstreet address1street1 address1line1 billingaddress streetaddress1 addr1 addr shippingstreet
    shippingaddressline1 strasse straße adresse`),
  city: words(`billingcity city mailingcity address1city billingaddresscity town cityname towncity municipality locality
    suburb shippingcity stadt ort ville`),
  state: words(`billingstateprovince billingstate state stateprovince mailingstate mailingstateprovince
    address1stateprovince address1stateorprovince billingaddressstateprovince province statecode stateregion
    stateabbreviation shippingstateprovince shippingstate st region bundesland`),
  postalCode: words(`billingzippostalcode billingpostalcode postalcode zippostalcode zip zipcode postcode zip5
    mailingpostalcode mailingzippostalcode address1zippostalcode address1postalcode billingcode billingzip
    billingaddresspostalcode billingaddresszippostalcode postal shippingzippostalcode shippingpostalcode shippingcode
    plz codepostal`),
  country: words(`billingcountry country countryregion address1countryregion address1country mailingcountry
    billingaddresscountryregion countryname countrycode shippingcountry land pays`),
  latitude:
    words(`latitude billinglatitude lat geocodelatitude address1latitude shippinglatitude mailinglatitude
    gpslatitude y`),
  longitude:
    words(`longitude billinglongitude lng lon long geocodelongitude address1longitude shippinglongitude
    mailinglongitude gpslongitude x`),
  industry: words(`industry industrycode sector vertical branche naicsdesc naicsdescription industryname`),
  segment: words(`segment customersegment accountsegment accounttype customertype type businesstype tier
    accounttier class lifecyclestage category brewerytype facilitytype hospitaltype`),
  employees: words(`employees numberofemployees noofemployees employeecount headcount numemployees staff
    totalemployees employeenumber mitarbeiter ttlstaff`),
  revenue:
    words(`annualrevenue revenue annualsales totalrevenue sales salesamount totalsales netsales salesrevenue
    arr turnover amount totalamount lastyearrevenue revenueusd umsatz chiffredaffaires`),
  potential: words(`potential salespotential revenuepotential potentialrevenue opportunity opportunityvalue
    accountpotential marketpotential`),
  visits: words(`visits visitsperyear visitsyear callsperyear callfrequency visitfrequency calls`),
  parent: words(`parentaccount parentaccountid parentid parent parentcompany parentaccountname`),
  lastActivity: words(`lastactivity lastactivitydate lastcontacted lastcontactdate lasttouch`),
  created: words(`createddate createdate created createdat createdon createdtime accountcreateddate`),
  email: words(`email emailaddress`),
};

interface Match {
  readonly role: ColumnRole;
  readonly rank: number;
}

const MATCHES = new Map<string, Match>();
for (const [role, headers] of Object.entries(HEADERS) as [ColumnRole, readonly string[]][]) {
  headers.forEach((header, rank) => {
    if (!MATCHES.has(header)) MATCHES.set(header, { role, rank });
  });
}

/** A header as it is compared: no case, byte order mark, sort arrow, "(text only)", prefix of its object, or punctuation. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFC")
    .toLowerCase()
    .replace(/\(text only\)|\(do not modify\)|\(do not edit\)/g, "")
    .replace(/^(account|company|lead|contact):\s*/, "")
    .replace(/[^\p{L}\p{N}#]/gu, "");
}

/** Whether a text is the header of something that customer files have. */
export function isKnownHeader(header: string): boolean {
  return MATCHES.has(plainHeader(header));
}

/**
 * The role of each column by its header; `fill` is the share of its rows that hold something. Of several columns that
 * could have a role the best known header gets it, unless it stands empty while another does not.
 */
export function rolesByHeader(headers: readonly string[], fill: readonly number[]): (ColumnRole | null)[] {
  const roles = new Array<ColumnRole | null>(headers.length).fill(null);
  const best = new Map<ColumnRole, { column: number; rank: number }>();
  headers.forEach((header, column) => {
    const match = MATCHES.get(plainHeader(header));
    if (!match) return;
    const rank = match.rank + (fill[column]! < 0.02 ? 1_000 : fill[column]! < 0.3 ? 100 : 0);
    const other = best.get(match.role);
    if (!other || rank < other.rank) best.set(match.role, { column, rank });
  });
  for (const [role, { column }] of best) roles[column] = role;
  return roles;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
