/** What decides how well a rep suits an account. */
export const FIT_FACTORS = [
  "language",
  "industry",
  "relationship",
  "seniority",
  "distance",
  "skills",
] as const;
export type FitFactor = (typeof FIT_FACTORS)[number];

/** How fit is counted. A plan holds at most one, with the id "". */
export interface FitSettings {
  readonly id: string;
  /** How much each factor counts relative to the others, ≥ 0; 0 = not at all. */
  readonly weights: Readonly<Record<FitFactor, number>>;
  /** Distance (km) from the rep's home at which half is left. */
  readonly halfKm: number;
  /** Days without activity after which half of a relationship is left. */
  readonly halfLifeDays: number;
  /** Years with the same rep after which tenure counts half. */
  readonly halfTenureYears: number;
  /** The day from which tenure and activity count, in days since 1970; null = the day the plan was made. */
  readonly asOf: number | null;
}

export const DEFAULT_FIT: FitSettings = {
  id: "",
  weights: { language: 3, industry: 3, relationship: 3, seniority: 2, distance: 3, skills: 2 },
  halfKm: 200,
  halfLifeDays: 180,
  halfTenureYears: 2,
  asOf: null,
};
