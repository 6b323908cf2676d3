/** A line of business, and what companies in it are like. */
export interface Industry {
  readonly name: string;
  /** How frequent it is among the company's market. */
  readonly weight: number;
  /** How much of the product a company of a given size needs, relative to the others. */
  readonly appetite: number;
  /** What such companies call themselves. */
  readonly nouns: readonly string[];
}

export const INDUSTRIES: readonly Industry[] = [
  industry(
    "Professional services",
    17,
    1.1,
    "Advisors|Consulting|Partners|Associates|Legal Group|Accounting|Staffing",
  ),
  industry("Health care", 15, 0.9, "Health|Medical Group|Dental|Family Care|Orthopedics|Clinics|Imaging"),
  industry(
    "Construction",
    12,
    0.8,
    "Builders|Construction|Contractors|Roofing|Concrete|Development|Electric",
  ),
  industry(
    "Manufacturing",
    11,
    1.0,
    "Manufacturing|Industries|Precision|Plastics|Components|Fabrication|Tooling",
  ),
  industry("Retail", 11, 0.8, "Outfitters|Market|Home Goods|Supply|Furniture|Sporting Goods|Hardware"),
  industry("Software", 9, 1.7, "Software|Systems|Labs|Analytics|Data|Networks|Cloud"),
  industry("Financial services", 8, 1.4, "Capital|Credit Union|Insurance|Wealth|Bancorp|Mortgage|Benefits"),
  industry("Logistics", 7, 1.0, "Freight|Logistics|Transport|Warehousing|Trucking|Distribution|Courier"),
  industry("Hospitality", 6, 0.6, "Hotels|Restaurants|Hospitality|Catering|Resorts|Events"),
  industry("Education", 5, 0.7, "Academy|Learning|Schools|College Prep|Training|Tutoring"),
  industry("Energy", 4, 1.2, "Energy|Solar|Power|Utilities|Environmental|Pipeline Services"),
];

function industry(name: string, weight: number, appetite: number, nouns: string): Industry {
  return { name, weight, appetite, nouns: nouns.split("|") };
}
