import { escaped } from '../../shared/escaped';

/** Embeddings, overrides and isolates of the bidirectional algorithm: they could turn round what is beside a text. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text that means itself in HTML and SVG; controls, halves of surrogate pairs and signs that turn the direction are made visible. */
export function escapedDirection(text: string): string {
  return escaped(text).replace(TURNING, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`);
}
