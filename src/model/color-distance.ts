/** What usual sight, protanopia and deuteranopia leave of linear red, green and blue (Viénot, Brettel and Mollon 1999). Rows of three. */
const SEEN: readonly (readonly number[])[] = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
];

/**
 * How different two colors (`#rrggbb`) look to whoever sees the least difference: people with usual sight, protanopia or
 * deuteranopia. Distance in CIELAB; 0 = the same, about 2 = just noticeable, above 20 = plain.
 */
export function colorDistance(a: string, b: string): number {
  const [one, other] = [labsOf(a), labsOf(b)];
  let least = Number.POSITIVE_INFINITY;
  for (let eye = 0; eye < SEEN.length; eye++) {
    const [l1, a1, b1] = one[eye]!;
    const [l2, a2, b2] = other[eye]!;
    least = Math.min(least, Math.hypot(l1 - l2, a1 - a2, b1 - b2));
  }
  return least;
}

type Lab = readonly [lightness: number, a: number, b: number];

const known = new Map<string, readonly Lab[]>();
const MOST_KNOWN = 2_000;

/** The color as each kind of eye sees it. */
function labsOf(color: string): readonly Lab[] {
  let labs = known.get(color);
  if (!labs) {
    if (known.size >= MOST_KNOWN) known.clear();
    const [red, green, blue] = [1, 3, 5].map((at) =>
      linear(Number.parseInt(color.slice(at, at + 2), 16) || 0),
    );
    labs = SEEN.map((matrix) => {
      const channel = (row: number) =>
        Math.max(0, matrix[row]! * red! + matrix[row + 1]! * green! + matrix[row + 2]! * blue!);
      return labOf(channel(0), channel(3), channel(6));
    });
    known.set(color, labs);
  }
  return labs;
}

/** sRGB to linear light (IEC 61966-2-1). */
function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** Linear sRGB to CIELAB with the white of D65. */
function labOf(red: number, green: number, blue: number): Lab {
  const x = bent((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = bent(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = bent((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function bent(part: number): number {
  return part > 216 / 24_389 ? Math.cbrt(part) : (part * 24_389) / 27 / 116 + 16 / 116;
}
