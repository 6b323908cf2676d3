/**
 * Origin of a tile address such as `https://tiles.example/{z}/{x}/{y}.png`; null without one. Throws unless it has all three parts and one
 * host, and is https or on this machine.
 */
export function tileHostOf(tileAddress: string | undefined): string | null {
  if (!tileAddress) return null;
  const missing = ["{z}", "{x}", "{y}"].filter((part) => !tileAddress.includes(part));
  if (missing.length > 0)
    throw new Error(`Expected ${missing.join(" and ")} in the tile address, got "${tileAddress}".`);
  const [, host = ""] = /^[^:]+:\/\/([^/]*)/.exec(tileAddress) ?? [];
  if (host.includes("{")) throw new Error(`Expected a tile address with one host, got "${tileAddress}".`);
  const url = new URL(tileAddress);
  const isHere = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isHere))
    throw new Error(`Expected an https tile address, got "${tileAddress}".`);
  return url.origin;
}
