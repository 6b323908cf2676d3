/** Digits behind the point of a coordinate, in CSS pixels. */
const DIGITS = 1;

/**
 * Writes what painters draw on a canvas as SVG instead. It has the parts of a 2D context that the map's painters use; patterns and compositing,
 * which SVG does otherwise, are left out.
 */
export class SvgContext {
  readonly #parts: string[] = [];
  readonly #measure: CanvasRenderingContext2D | null;
  #path: string[] = [];
  fillStyle: string | CanvasGradient | CanvasPattern = "#000";
  strokeStyle: string | CanvasGradient | CanvasPattern = "#000";
  lineWidth = 1;
  lineJoin: CanvasLineJoin = "miter";
  font = "10px sans-serif";
  letterSpacing = "0px";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  globalCompositeOperation: GlobalCompositeOperation = "source-over";

  /** `measure` tells how wide texts are; without one they are guessed. */
  constructor(measure: CanvasRenderingContext2D | null) {
    this.#measure = measure;
  }

  /** Turns what is filled into a mask: white where something is drawn, black where it is cut out. */
  masks = false;

  /** The elements so far, one a line. */
  get markup(): string {
    return this.#parts.join("\n");
  }

  /** Wraps what is drawn from here to `close` into a group; `attributes` must be safe as they are. */
  open(attributes: string): void {
    this.#parts.push(`<g ${attributes}>`);
  }

  close(): void {
    this.#parts.push("</g>");
  }

  /** The path under way, for a clip. */
  takePath(): string {
    const path = this.#path.join("");
    this.#path = [];
    return path;
  }

  /** Discs of one size in one element: `places` are x and y in turn. */
  dots(places: readonly number[], radius: number, color: string): void {
    if (places.length === 0) return;
    const path: string[] = [];
    for (let i = 0; i < places.length; i += 2) path.push(`M${fixed(places[i]!)} ${fixed(places[i + 1]!)}h0`);
    this.#parts.push(
      `<path d="${path.join("")}" fill="none" stroke="${escapeXml(color)}" stroke-width="${fixed(2 * radius)}" stroke-linecap="round"/>`,
    );
  }

  image(dataUrl: string, x: number, y: number, width: number, height: number): void {
    this.#parts.push(
      `<image href="${escapeXml(dataUrl)}" x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}"/>`,
    );
  }

  setTransform(): void {}
  createPattern(): null {
    return null;
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${fixed(x)} ${fixed(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? "M" : "L"}${fixed(x)} ${fixed(y)}`);
  }

  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void {
    this.#path.push(`Q${fixed(controlX)} ${fixed(controlY)} ${fixed(x)} ${fixed(y)}`);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path.push(`C${fixed(x1)} ${fixed(y1)} ${fixed(x2)} ${fixed(y2)} ${fixed(x)} ${fixed(y)}`);
  }

  closePath(): void {
    this.#path.push("Z");
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${fixed(x)} ${fixed(y)}h${fixed(width)}v${fixed(height)}h${fixed(-width)}Z`);
  }

  /** Whole circles only. */
  arc(x: number, y: number, radius: number): void {
    const r = fixed(radius);
    this.#path.push(
      `M${fixed(x - radius)} ${fixed(y)}a${r} ${r} 0 1 0 ${fixed(2 * radius)} 0a${r} ${r} 0 1 0 ${fixed(-2 * radius)} 0Z`,
    );
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    const corner = (dx: number, dy: number) => `a${fixed(r)} ${fixed(r)} 0 0 1 ${fixed(dx)} ${fixed(dy)}`;
    this.#path.push(
      `M${fixed(x + r)} ${fixed(y)}h${fixed(width - 2 * r)}${corner(r, r)}v${fixed(height - 2 * r)}${corner(-r, r)}h${fixed(2 * r - width)}${corner(-r, -r)}v${fixed(2 * r - height)}${corner(r, -r)}Z`,
    );
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  fill(rule: CanvasFillRule = "nonzero"): void {
    if (this.#path.length === 0 || typeof this.fillStyle !== "string") return;
    const cuts = this.globalCompositeOperation === "destination-out";
    const color = this.masks ? (cuts ? "#000" : "#fff") : this.fillStyle;
    this.#parts.push(
      `<path d="${this.#path.join("")}" fill="${escapeXml(color)}"${rule === "evenodd" ? ' fill-rule="evenodd"' : ""}/>`,
    );
  }

  stroke(): void {
    if (this.#path.length === 0 || typeof this.strokeStyle !== "string") return;
    this.#parts.push(
      `<path d="${this.#path.join("")}" fill="none" stroke="${escapeXml(this.strokeStyle)}" stroke-width="${fixed(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"/>`,
    );
  }

  fillText(text: string, x: number, y: number): void {
    if (typeof this.fillStyle === "string") this.#text(text, x, y, `fill="${escapeXml(this.fillStyle)}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    if (typeof this.strokeStyle !== "string") return;
    const line = `stroke="${escapeXml(this.strokeStyle)}" stroke-width="${fixed(this.lineWidth)}"`;
    this.#text(text, x, y, `fill="none" ${line} stroke-linejoin="round"`);
  }

  measureText(text: string): { readonly width: number } {
    if (!this.#measure) return { width: text.length * 6.5 };
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  #text(text: string, x: number, y: number, paint: string): void {
    const { weight, size, family } = fontOf(this.font);
    const anchor = this.textAlign === "center" ? "middle" : this.textAlign === "right" ? "end" : "start";
    const baseline = this.textBaseline === "middle" ? ' dominant-baseline="central"' : "";
    const spacing = this.letterSpacing === "0px" ? "" : ` letter-spacing="${escapeXml(this.letterSpacing)}"`;
    this.#parts.push(
      `<text x="${fixed(x)}" y="${fixed(y)}" font-family="${escapeXml(family)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}"${baseline}${spacing} ${paint}>${escapeXml(text)}</text>`,
    );
  }
}

function fixed(value: number): string {
  return String(Number(value.toFixed(DIGITS)));
}

/** Weight, size in px and family of a canvas font such as `600 12px Inter`. */
function fontOf(font: string): { weight: string; size: string; family: string } {
  const [before = "10", family = "sans-serif"] = font.split(/px\s+/, 2);
  const words = before.trim().split(/\s+/);
  return { weight: words.length > 1 ? words[0]! : "400", size: words.at(-1)!, family };
}

/** Text as it may stand in XML: marks are escaped, and what XML cannot hold becomes a replacement character. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s/gu, " ")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
