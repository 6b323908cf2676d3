import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutSheet } from "../../../../src/ui/map/picture/picture-sheet";
import { escapeXml, SvgContext } from "../../../../src/ui/map/picture/svg-context";

describe("a picture as SVG", () => {
  test("writes texts as texts, whatever stands in them", () => {
    const svg = new SvgContext(null);
    svg.fillStyle = '"><script>';
    svg.font = '600 12px "Open Sans", sans-serif';
    svg.fillText("<img src=x onerror=alert(1)> & \u0000\ud800", 1, 2);
    expect(svg.markup).toBe(
      '<text x="1" y="2" font-family="&quot;Open Sans&quot;, sans-serif" font-size="12" font-weight="600" text-anchor="start" fill="&quot;&gt;&lt;script&gt;">&lt;img src=x onerror=alert(1)&gt; &amp; \ufffd\ufffd</text>',
    );
  });

  test("never lets a text end an element or an attribute, or hold what XML cannot", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = escapeXml(text);
        expect(written).not.toMatch(/[<>"']/);
        expect(written).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
        expect(written.isWellFormed()).toBe(true);
        expect(written).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  test("draws shapes as paths, and many discs of one look as one element", () => {
    const svg = new SvgContext(null);
    svg.beginPath();
    svg.moveTo(0, 0);
    svg.lineTo(10.04, 0);
    svg.quadraticCurveTo(10, 10, 0, 10);
    svg.closePath();
    svg.fillStyle = "red";
    svg.fill("evenodd");
    svg.dots([1, 2, 3, 4], 2.5, "blue");
    expect(svg.markup.split("\n")).toEqual([
      '<path d="M0 0L10 0Q10 10 0 10Z" fill="red" fill-rule="evenodd"/>',
      '<path d="M1 2h0M3 4h0" fill="none" stroke="blue" stroke-width="5" stroke-linecap="round"/>',
    ]);
  });

  test("makes room for a legend of any length", () => {
    const few = layoutSheet(800, 600, 10, false);
    const many = layoutSheet(800, 600, 500, false);
    expect(few.width).toBe(800 + 16 * 3 + 210);
    expect(many.legend.rows * Math.ceil(500 / many.legend.rows)).toBeGreaterThanOrEqual(500);
    expect(many.height).toBe(few.height);
    expect(layoutSheet(800, 600, 0, false).width).toBe(800 + 32);
  });

  test("makes room for a scale of colors, with or without a legend below", () => {
    expect(layoutSheet(800, 600, 0, true).width).toBe(layoutSheet(800, 600, 1, false).width);
    expect(layoutSheet(800, 600, 500, true).legend.rows).toBeLessThan(
      layoutSheet(800, 600, 500, false).legend.rows,
    );
  });
});
