import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { securityHeaders } from "../../workers/middleware/security-headers.ts";

/** The headers that `_headers` gives to this pattern, by lower-case name. */
function assetHeaders(pattern: string): Map<string, string> {
  const rules = readFileSync("web/public/_headers", "utf8")
    .split(/\n(?=\S)/)
    .map((rule) => rule.trim().split("\n"));
  const [, ...lines] = rules.find(([path]) => path === pattern) ?? [];
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

const overHttps = new Map(securityHeaders(new Request("https://ohm.example/api/health")));

it("[AUTH-6] assets carry the same security headers as the Worker's answers", () => {
  expect(assetHeaders("/*")).toEqual(overHttps);
});

it("[AUTH-6] nothing is allowed that is not named, no inline script or style, and no frame", () => {
  const policy = new Map(
    (overHttps.get("content-security-policy") ?? "").split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
  expect(policy.get("default-src")).toEqual(["'none'"]);
  for (const name of ["script-src", "style-src", "connect-src", "font-src", "form-action"]) {
    expect(policy.get(name)).toEqual(["'self'"]);
  }
  for (const name of ["base-uri", "frame-ancestors"]) expect(policy.get(name)).toEqual(["'none'"]);
  expect(policy.get("img-src")).toEqual(["'self'", "data:", "blob:"]);
  expect(overHttps.get("x-content-type-options")).toBe("nosniff");
  expect(overHttps.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(overHttps.get("referrer-policy")).toBe("same-origin");
  for (const feature of ["camera", "microphone", "geolocation", "payment", "usb"]) {
    expect(overHttps.get("permissions-policy")).toContain(`${feature}=()`);
  }
});

it("[AUTH-6] a year of https is asked for over https, and nothing over plain http", () => {
  expect(overHttps.get("strict-transport-security")).toMatch(/^max-age=31536000/);
  const plain = new Map(securityHeaders(new Request("http://localhost:8787/api/health")));
  expect(plain.has("strict-transport-security")).toBe(false);
  expect(plain.size).toBe(overHttps.size - 1);
});
