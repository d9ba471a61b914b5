const allowedSchemes = ["https:", "http:", "mailto:"];

/** The address when its scheme is one that may be followed (https, http, mailto), else null: no script, data or local scheme. */
export function safeLink(href: string): string | null {
  if (!URL.canParse(href)) return null;
  return allowedSchemes.includes(new URL(href).protocol) ? href : null;
}
