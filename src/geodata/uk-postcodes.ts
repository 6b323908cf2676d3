/** A postcode area of the United Kingdom: the letters a postcode starts with. */
export interface UkPostcodeArea {
  readonly letters: string;
  /** Where its main town lies, in degrees; in London, a place near the middle of the area. */
  readonly latitude: number;
  readonly longitude: number;
}

const AREAS =
  "AB 57.14 -2.1, AL 51.75 -0.33, B 52.48 -1.9, BA 51.38 -2.36, BB 53.75 -2.48, BD 53.79 -1.75, " +
  "BH 50.72 -1.88, BL 53.58 -2.43, BN 50.83 -0.14, BR 51.41 0.02, BS 51.46 -2.6, BT 54.6 -5.93, " +
  "CA 54.9 -2.94, CB 52.2 0.12, CF 51.48 -3.18, CH 53.19 -2.89, CM 51.74 0.47, CO 51.89 0.9, CR 51.38 -0.1, " +
  "CT 51.28 1.08, CV 52.41 -1.51, CW 53.1 -2.44, DA 51.45 0.21, DD 56.47 -2.97, DE 52.92 -1.48, " +
  "DG 55.07 -3.61, DH 54.78 -1.58, DL 54.52 -1.55, DN 53.52 -1.13, DT 50.72 -2.43, DY 52.5 -2.08, E 51.53 0, " +
  "EC 51.51 -0.09, EH 55.95 -3.2, EN 51.65 -0.08, EX 50.72 -3.53, FK 56 -3.79, FY 53.82 -3.05, " +
  "G 55.87 -4.26, GL 51.87 -2.24, GU 51.24 -0.57, HA 51.58 -0.33, HD 53.65 -1.78, HG 53.99 -1.54, " +
  "HP 51.75 -0.45, HR 52.06 -2.71, HS 58.21 -6.39, HU 53.74 -0.34, HX 53.72 -1.85, IG 51.56 0.07, " +
  "IP 52.06 1.16, IV 57.48 -4.22, KA 55.61 -4.5, KT 51.41 -0.3, KW 58.44 -3.09, KY 56.12 -3.16, " +
  "L 53.41 -2.98, LA 54.05 -2.8, LD 52.24 -3.38, LE 52.64 -1.13, LL 53.28 -3.83, LN 53.23 -0.54, " +
  "LS 53.8 -1.55, LU 51.88 -0.42, M 53.48 -2.24, ME 51.39 0.51, MK 52.04 -0.76, ML 55.79 -3.99, " +
  "N 51.54 -0.1, NE 54.97 -1.61, NG 52.95 -1.15, NN 52.25 -0.88, NP 51.59 -3, NR 52.63 1.3, NW 51.55 -0.18, " +
  "OL 53.54 -2.12, OX 51.75 -1.26, PA 55.83 -4.43, PE 52.57 -0.25, PH 56.4 -3.43, PL 50.37 -4.14, " +
  "PO 50.8 -1.09, PR 53.76 -2.7, RG 51.46 -0.97, RH 51.24 -0.17, RM 51.58 0.19, S 53.38 -1.47, " +
  "SA 51.62 -3.94, SE 51.46 -0.02, SG 51.9 -0.2, SK 53.41 -2.16, SL 51.51 -0.6, SM 51.36 -0.2, " +
  "SN 51.56 -1.78, SO 50.9 -1.4, SP 51.07 -1.8, SR 54.9 -1.38, SS 51.54 0.71, ST 53 -2.19, SW 51.46 -0.21, " +
  "SY 52.71 -2.75, TA 51.01 -3.1, TD 55.61 -2.81, TF 52.68 -2.45, TN 51.13 0.26, TQ 50.46 -3.53, " +
  "TR 50.27 -5.05, TS 54.58 -1.23, TW 51.44 -0.34, UB 51.51 -0.37, W 51.49 -0.23, WA 53.39 -2.58, " +
  "WC 51.52 -0.12, WD 51.66 -0.4, WF 53.68 -1.5, WN 53.54 -2.64, WR 52.19 -2.22, WS 52.59 -1.98, " +
  "WV 52.59 -2.12, YO 53.96 -1.08, ZE 60.15 -1.14";

const areas = new Map<string, UkPostcodeArea>();
for (const entry of AREAS.split(", ")) {
  const [letters = "", latitude, longitude] = entry.split(" ");
  areas.set(letters, { letters, latitude: Number(latitude), longitude: Number(longitude) });
}

/** Outward code (area and district), then the inward code, which may be missing. */
const POSTCODE = /^([A-Z]{1,2})\d[A-Z\d]?(?:\d[A-Z]{2})?$/;

/** The area of a UK postcode or outward code in any case and spacing; undefined where the text is none. */
export function ukPostcodeArea(text: string): UkPostcodeArea | undefined {
  const match = POSTCODE.exec(text.toUpperCase().replace(/\s+/g, ""));
  return match ? areas.get(match[1]!) : undefined;
}

/** Whether the text is a UK postcode with both halves, which no other country's code looks like. */
export function isFullUkPostcode(text: string): boolean {
  return /\d[A-Z]{2}$/.test(text.trim().toUpperCase()) && ukPostcodeArea(text) !== undefined;
}
