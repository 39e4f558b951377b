import type { Span } from '../../shared/span';
import { sentences } from '../../shared/sentences';

/** Contrasts and pauses: the part of a sentence after one has a sentiment of its own. */
const TURNS =
  /;\s|[,—–-]?\s+(?=(?:but|although|though|however|yet|whereas|except|unfortunately|sadly)\b)|,\s+(?=(?:and|while|so)\s+(?:the|my|its?|their|this|that|our|we|i)\b)|[，；,;]|(?=但是?|不过|可是|然而|只是|就是说)/giu;
const HAN = /\p{Script=Han}/u;

/** Sentences, and within them the parts between contrasts: “the case is lovely, but the motor died” are two. */
export function clauses(text: string): Span[] {
  return sentences(text).flatMap((sentence) => parts(text, sentence));
}

function parts(text: string, { start, end }: Span): Span[] {
  const sentence = text.slice(start, end);
  const isHan = HAN.test(sentence);
  const found: Span[] = [];
  let from = 0;
  for (const match of sentence.matchAll(TURNS)) {
    if (match[0] === ',' && !isHan) continue;
    const to = match.index;
    if (to <= from) continue;
    found.push({ start: start + from, end: start + to });
    from = to;
  }
  found.push({ start: start + from, end });
  return found;
}
