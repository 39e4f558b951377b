import { escaped } from '../../shared/escaped';

/** Embeddings, overrides and isolates of the bidirectional algorithm, which could reverse what stands beside a text. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text escaped for HTML and SVG; controls, lone surrogates and characters that change the direction of writing are made visible. */
export function escapedDirection(text: string): string {
  return escaped(text).replace(TURNING, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`);
}
