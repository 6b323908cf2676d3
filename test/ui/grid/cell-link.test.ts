import { describe, expect, it } from "vitest";
import { linkIn } from "../../../src/ui/grid/cell-link";

describe("a link in a cell", () => {
  it("is an address of the web or of mail", () => {
    expect(linkIn("https://example.com/a?b=c#d")).toBe("https://example.com/a?b=c#d");
    expect(linkIn(" HTTP://Example.com ")).toBe("http://example.com/");
    expect(linkIn("www.example.com")).toBe("https://www.example.com/");
    expect(linkIn("mailto:ann@example.com")).toBe("mailto:ann@example.com");
    expect(linkIn("ann+x@example.co.uk")).toBe("mailto:ann+x@example.co.uk");
  });
  it("is nothing that a browser would run, in no disguise", () => {
    const bad = [
      "javascript:alert(1)",
      " JavaScript:alert(1)",
      "java\tscript:alert(1)",
      "javascript:alert(1)//https://example.com",
      "javascript://example.com/%0aalert(1)",
      "data:text/html,<script>alert(1)</script>",
      "vbscript:x",
      "file:///etc/passwd",
      "blob:https://example.com/x",
      "https:alert(1)",
      "http://",
      "https://exa mple.com",
      "<img src=x onerror=alert(1)>@example.com",
      "a@b",
      "@example.com",
      "Acme Inc.",
      "",
    ];
    for (const text of bad) expect([text, linkIn(text)]).toEqual([text, null]);
  });
});
