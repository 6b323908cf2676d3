import type { Plugin } from "vite";

/** What a built page may load and reach. `tileHost` is the one online map server the host of the site allowed. */
export function contentSecurityPolicy(tileHost: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `img-src 'self' data: blob:${tileHost ? ` ${tileHost}` : ""}`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The headers a host should send with every file. A header also binds workers and framing, which a meta element cannot. */
export function siteHeaders(tileHost: string | null): Record<string, string> {
  return {
    "Content-Security-Policy": `${contentSecurityPolicy(tileHost)}; frame-ancestors 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
  };
}

/** Writes the policy into the built page, and the headers as `_headers` beside it for hosts that read that file. */
export function sitePolicy(tileHost: string | null): Plugin {
  return {
    name: "site-policy",
    // The development server injects inline code that the policy would refuse.
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy(tileHost) },
        injectTo: "head-prepend",
      },
    ],
    generateBundle() {
      // Workers are bundled by a build of their own, which must not write the file again.
      if (this.environment.config.isWorker) return;
      const lines = Object.entries(siteHeaders(tileHost)).map(([name, value]) => `  ${name}: ${value}`);
      const cacheForever = "/assets/*\n  Cache-Control: public, max-age=31536000, immutable";
      const source = `/*\n${lines.join("\n")}\n\n${cacheForever}\n\n/sw.js\n  Cache-Control: no-cache\n`;
      this.emitFile({ type: "asset", fileName: "_headers", source });
    },
  };
}
