import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, siteHeaders } from "../../src/site/site-policy";
import { tileHostOf } from "../../src/site/tile-address";

const images = (policy: string) => policy.split("; ").find((part) => part.startsWith("img-src"));

describe("the policy of a site with an online map", () => {
  it("lets the page load pictures from its host, and nothing else", () => {
    const host = tileHostOf("https://tiles.example:8443/maps/{z}/{x}/{y}.png?key=1");
    expect(host).toBe("https://tiles.example:8443");
    const plain = contentSecurityPolicy(null);
    const widened = contentSecurityPolicy(host);
    expect(images(widened)).toBe("img-src 'self' data: blob: https://tiles.example:8443");
    expect(widened.replace(` ${host}`, "")).toBe(plain);
    expect(siteHeaders(host)["Content-Security-Policy"]).toContain(widened);
  });

  it("names no other host without one", () => {
    expect(tileHostOf(undefined)).toBeNull();
    expect(tileHostOf("")).toBeNull();
    expect(contentSecurityPolicy(null)).not.toMatch(/https?:|\*/);
  });
});

describe("a tile address", () => {
  it("is https, or on this machine", () => {
    expect(() => tileHostOf("http://tiles.example/{z}/{x}/{y}.png")).toThrow("https");
    expect(() => tileHostOf("ftp://127.0.0.1/{z}/{x}/{y}.png")).toThrow("https");
    expect(tileHostOf("http://127.0.0.1:8080/{z}/{x}/{y}.png")).toBe("http://127.0.0.1:8080");
    expect(tileHostOf("http://localhost:8080/{z}/{x}/{y}.png")).toBe("http://localhost:8080");
    expect(() => tileHostOf("http://localhost.example/{z}/{x}/{y}.png")).toThrow("https");
  });

  it("says which part it lacks", () => {
    expect(() => tileHostOf("https://tiles.example/{z}/{x}.png")).toThrow("{y}");
    expect(() => tileHostOf("https://{s}.tiles.example/{z}/{x}/{y}.png")).toThrow("one host");
  });
});
