const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Embeddings, overrides and isolates of the bidirectional algorithm: they could turn round what stands beside a text. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text that means itself in HTML and SVG; controls, halves of surrogate pairs and signs that turn the direction are made visible. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign])
    .replace(TURNING, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`)
    .replace(/\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '\uFFFD');
}
