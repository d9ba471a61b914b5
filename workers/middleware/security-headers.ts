const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const always: readonly (readonly [string, string])[] = [
  ["content-security-policy", policy],
  ["x-content-type-options", "nosniff"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
];

/** Headers of every answer of the Worker; `web/public/_headers` gives the same to the assets. HSTS over https only. */
export function securityHeaders(request: Request): readonly (readonly [string, string])[] {
  const secure = request.url.startsWith("https://");
  return secure ? [...always, ["strict-transport-security", "max-age=31536000; includeSubDomains"]] : always;
}
