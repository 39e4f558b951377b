import { isStopWord } from '../languages';
import type { Ranks } from './frequencies';

const JOINTS = /[-/_.·+&'’]+/u;
/** A part that reverses its neighbour: `not-so-good`, `sugar-free`. No other part can stand for such a word. */
const TURNING =
  /^(?:not?|non|never|nothing|none|nobody|without|un|anti|less|free|cannot|[a-z]+nt|[a-z]+n['’]t)$|[不没沒无無别非勿莫未]/u;
/** The longest word that is cut into known words. */
const LONGEST = 40;

/**
 * The most informative known part of a compound: the rarest one that is not a stop word (`#terribleservice` → `terrible`,
 * `price-performance` → `performance`). Undefined if one of the parts negates.
 */
export function tellingPart(token: string, ranks: Ranks): string | undefined {
  const tag = token.startsWith('#') || token.endsWith('#');
  const body = token.replace(/^#+|#+$/gu, '');
  if (body === '') return undefined;
  if (tag && ranks.rankOf(body) !== undefined) return body;
  const pieces = body.split(JOINTS).filter((piece) => piece !== '');
  if (!tag && pieces.length < 2) return undefined;
  const parts = pieces.flatMap((piece) => (ranks.rankOf(piece) === undefined && tag ? wordsIn(piece, ranks) : [piece]));
  if (parts.some((part) => TURNING.test(part))) return undefined;
  return rarest(parts, ranks);
}

function rarest(parts: readonly string[], ranks: Ranks): string | undefined {
  let best: string | undefined;
  let highest = -1;
  for (const part of parts) {
    const rank = ranks.rankOf(part);
    if (rank === undefined || rank <= highest || isStopWord(part)) continue;
    if (/^[\p{P}\p{N}]+$|^[a-z]{1,2}$/u.test(part)) continue;
    best = part;
    highest = rank;
  }
  return best;
}

/**
 * Cuts joined words, `lovethisphone` → `love this phone`, into the likeliest sequence of known words. The probability of a word
 * falls with its rank; unknown characters in between cost in proportion to their number.
 */
function wordsIn(piece: string, ranks: Ranks): string[] {
  const characters = Array.from(piece);
  if (characters.length > LONGEST) return [piece];
  const unknown = Math.log(ranks.count + 1) * 1.5;
  const cost = [0];
  const from = [0];
  for (let end = 1; end <= characters.length; end++) {
    cost[end] = Infinity;
    for (let start = Math.max(0, end - 18); start < end; start++) {
      const word = characters.slice(start, end).join('');
      const rank = ranks.rankOf(word);
      const short = /^[a-z]$/u.test(word) && word !== 'i' && word !== 'a';
      const own = rank === undefined || short ? unknown * (end - start) : Math.log(rank + 2) + 1;
      if (cost[start] + own >= cost[end]) continue;
      cost[end] = cost[start] + own;
      from[end] = start;
    }
  }
  const words: string[] = [];
  for (let end = characters.length; end > 0; end = from[end]) words.unshift(characters.slice(from[end], end).join(''));
  return words;
}
