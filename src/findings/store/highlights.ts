import type { Span } from '../../shared/span';
import { pushesTo } from '../../shared/emphasis';
import { toneOf } from '../../shared/tone';
import { highlightsOf } from '../../shared/highlights';
import type { Explanation } from '../../shared/explanation';
import { PHRASE_BITS } from '../../shared/findings/piece';
import { firstStartingAt } from '../../shared/first-from';
import { isFunctionWord } from './function-words';
import type { Token } from './tokens';

/** A highlighted phrase of a text. */
export interface HighlightedPhrase extends Span {
  /** Bits of `PHRASE_BITS` and the step. */
  readonly mark: number;
  /** Percentage points; undefined of methods without direction. */
  readonly points?: number;
  /** The key under which it is counted, and its head word. */
  readonly key: string;
  readonly head: string;
}

/** A phrase this strong or stronger beside the others of its text decided the prediction, however faint it is shown. */
const DECIDED = 3;
const CHINESE_EDGES = new Set('的 了 着 吧 呢 啊 呀 就 也 都 是 又 还 我 它 这'.split(' '));
const TONE_BITS = { negative: PHRASE_BITS.negative, positive: PHRASE_BITS.positive, neutral: 0 } as const;

/** The highlighted phrases of an explanation in text order, as the editor highlights them. */
export function highlightedPhrases(explanation: Explanation, tokens: readonly Token[]): HighlightedPhrase[] {
  const { text, words } = explanation;
  return highlightsOf(explanation).flatMap(({ step, strength, direction, first, last, points }) => {
    if (step === 0) return [];
    const part = words.slice(first, last);
    const [start, end] = [part[0].start, part.at(-1)!.end];
    const label = pushesTo(explanation, direction);
    const tone = label === undefined ? 'neutral' : toneOf(explanation, label);
    const against = direction === 'against';
    const decided = strength >= DECIDED && !against;
    const mark = step | (against ? PHRASE_BITS.against : 0) | TONE_BITS[tone] | (decided ? PHRASE_BITS.decided : 0);
    return [{ start, end, mark, points, ...named(text.slice(start, end), part, tokens, start, end) }];
  });
}

/** Words at the edges that do not change what a phrase says: “the burnt smell” is “burnt smell”. */
function named(
  written: string,
  part: Explanation['words'],
  tokens: readonly Token[],
  start: number,
  end: number,
): { key: string; head: string } {
  const inside: Token[] = [];
  for (let at = firstStartingAt(tokens, start); at < tokens.length && tokens[at].end <= end; at++)
    inside.push(tokens[at]);
  const isEdge = ({ word }: Token) => isFunctionWord(word) || CHINESE_EDGES.has(word);
  let [from, to] = [0, inside.length];
  while (from < to - 1 && isEdge(inside[from])) from++;
  while (to > from + 1 && isEdge(inside[to - 1])) to--;
  const kept = inside.slice(from, to);
  const key =
    kept.length === 0
      ? written.trim().toLowerCase()
      : written
          .slice(kept[0].start - start, kept.at(-1)!.end - start)
          .replace(/\s+/gu, ' ')
          .toLowerCase();
  const strength = (token: Token) =>
    Math.abs(part.find((word) => word.start === token.start)?.score ?? 0) * (isEdge(token) ? 0.01 : 1);
  const head = kept.reduce<Token | undefined>(
    (best, one) => (best && strength(best) >= strength(one) ? best : one),
    undefined,
  );
  return { key, head: head?.word ?? key };
}
