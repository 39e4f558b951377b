/** The last 13 bits are those of the length, so that of many rows few texts have to be looked at. */
const LENGTHS = 2 ** 13;

/** Tells texts apart where they themselves would take too much room: a whole number below 2⁵³, of which 40 bits are a hash. */
export function fingerprint(text: string): number {
  let [high, low] = [0x9e3779b9, 0x7f4a7c15];
  // As in MurmurHash3, in two halves that see each unit in different ways.
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
    high = (high << 13) | (high >>> 19);
    low = (low << 17) | (low >>> 15);
  }
  high = Math.imul(high ^ (low >>> 16), 0xc2b2ae35);
  low = Math.imul(low ^ (high >>> 13), 0x85ebca6b);
  return ((high >>> 24) * 2 ** 32 + (low >>> 0)) * LENGTHS + lengthPart(text.length);
}

/** The part of a fingerprint that the length of the text alone decides. */
export const lengthPart = (of: number): number => of % LENGTHS;
