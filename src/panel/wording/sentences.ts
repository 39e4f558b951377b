import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, fixed, signed } from './format';
import { labelName } from './names';
import type { PanelModel, ReadWord } from './reading';

/** At most so many words are named a side. */
const NAMED = 2;

/** `“wonderful” and “tears”`. */
export function named(words: readonly { readonly text: string }[], strings: PageStrings): string {
  const quoted = words.map(({ text }) => fill(strings.quoted, text));
  return quoted.reduce((list, word) => fill(strings.and, list, word));
}

/** Which words decide: the sentence under the prediction; undefined where none stands out. */
export function lead({ view: { explanation }, ranked }: PanelModel, strings: PageStrings): string | undefined {
  const strong = ranked.filter(({ step }) => step >= 2);
  if (strong.length === 0) return undefined;
  const { method, target, against, label } = explanation;
  if (!explanation.signed) {
    const leads = { 'state-distance': strings.leadDistance, learned: strings.leadLearned };
    const template = method in leads ? leads[method as keyof typeof leads] : strings.leadAttention;
    return fill(template, named(strong.slice(0, NAMED), strings));
  }
  const decides = target === label && against === undefined;
  const one = decides ? strings.leadForOne : strings.leadSpeakOne;
  const many = decides ? strings.leadForMany : strings.leadSpeakMany;
  const clauses = [
    clause(strong, 'for', one, many),
    clause(strong, 'against', strings.leadAgainstOne, strings.leadAgainstMany),
  ].filter((text) => text !== undefined);
  return fill(clauses.length === 2 ? strings.leadBoth : strings.leadAlone, ...clauses);

  function clause(words: readonly ReadWord[], side: ReadWord['direction'], single: string, several: string) {
    const those = words.filter(({ direction }) => direction === side).slice(0, NAMED);
    if (those.length === 0) return undefined;
    return fill(those.length === 1 ? single : several, named(those, strings), labelName(target, strings));
  }
}

/** What the words do together: the finding of *Word by word*. */
export function wordFinding(reading: PanelModel, strings: PageStrings): string {
  const { explanation } = reading.view;
  if (explanation.method === 'attention') return attentionFinding(reading, strings) ?? '';
  if (!explanation.signed && explanation.method !== 'state-distance') {
    const [most] = reading.ranked;
    return fill(strings.largestFinding, named([most], strings), reading.unit.spoken(most.score));
  }
  const up = explanation.words.filter(({ score }) => score > 0);
  const down = explanation.words.filter(({ score }) => score < 0);
  const [upSum, downSum] = [sum(up), sum(down)];
  if (!explanation.signed) {
    const share = (value: number) => fill(strings.percent, signed(100 * value, 1));
    return fill(
      strings.moves,
      fill(up.length === 1 ? strings.towardOne : strings.towardMany, share(upSum), up.length),
      down.length === 0 ? strings.awayNone : fill(strings.awayMany, share(downSum), down.length),
    );
  }
  const target = labelName(explanation.target, strings);
  const pushing = up.length === 0 ? strings.forNone : up.length === 1 ? strings.forOne : strings.forMany;
  return fill(
    strings.pushes,
    fill(pushing, target, signed(upSum), up.length),
    down.length === 0 ? strings.againstNone : fill(strings.againstMany, down.length, signed(downSum)),
    signed(upSum + downSum),
  );
}

/** Undefined for a model without attention. */
export function attentionFinding({ words, evenShare }: PanelModel, strings: PageStrings): string | undefined {
  if (evenShare === undefined) return undefined;
  const most = words.reduce((best, word) => ((word.attention ?? 0) > (best.attention ?? 0) ? word : best));
  const share = most.attention ?? 0;
  return fill(
    strings.attendedFinding,
    named([most], strings),
    percent(share, strings),
    fixed(share / evenShare, 1),
    percent(evenShare, strings),
  );
}

/**
 * How far each word moved the state: distance before it − distance after it; the empty text is 1 away. Undefined
 * where there are no distances, and where they are the mean of two reading directions: then no single way leads from
 * 1 to 0 along the text.
 */
export function moves({ words }: Pick<PanelModel, 'words'>): number[] | undefined {
  const distances = words.map(({ distance }) => distance);
  if (distances.some((distance) => distance === undefined) || distances[distances.length - 1]! > 1e-3) return undefined;
  return distances.map((distance, index) => (distances[index - 1] ?? 1) - distance!);
}

/** Undefined where the state cannot be followed along the text. */
export function formedFinding(reading: PanelModel, strings: PageStrings): string | undefined {
  const moved = moves(reading);
  if (!moved) return undefined;
  const { words } = reading;
  const half = words.findLastIndex(({ distance }) => distance! > 0.5) + 1;
  const most = moved.indexOf(Math.max(...moved));
  return fill(
    strings.formedFinding,
    named([words[half]], strings),
    half + 1,
    words.length,
    named([words[most]], strings),
    percent(moved[most], strings),
  );
}

export function percent(share: number, strings: PageStrings): string {
  // Number and sign stay on one line.
  return fill(strings.percent, fixed(100 * share, 1)).replace(' ', '\u00a0');
}

function sum(words: readonly { readonly score: number }[]): number {
  return words.reduce((total, { score }) => total + score, 0);
}
