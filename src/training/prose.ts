import { mixSeed, seededRandom, shuffle, type Random } from '../shared/random';
import type { Language } from '../shared/languages';
import { CHINESE_PROSE } from './prose/chinese';
import { CHINESE_JUDGEMENTS } from './prose/chinese-judgements';
import { ENGLISH_PROSE } from './prose/english';
import { ENGLISH_JUDGEMENTS } from './prose/english-judgements';
import type { Row } from './rows/row';

type Words = Readonly<Record<string, readonly string[]>>;

/** Neutral sentences with gaps, `{thing}`, and what may stand in each gap; `{Thing}` is the same with a capital. */
export interface ProseTemplates {
  readonly sentences: readonly string[];
  readonly words: Words;
}

/** Sentences that judge, with the same kind of gaps. */
export interface Judgements {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  readonly words: Words;
}

const NEUTRAL = { en: ENGLISH_PROSE, zh: CHINESE_PROSE };
const JUDGING = { en: ENGLISH_JUDGEMENTS, zh: CHINESE_JUDGEMENTS };

/**
 * Sentences written for this project: neutral statements and questions, because reviews and tweets hold too few of them to
 * learn that a fact is no judgement; and short everyday judgements, negated, ironic, or told by what happened, which
 * long reviews do not teach alone. At most `count` of each label, each once.
 */
export function ownProse(language: Language, count: number, seed: number): Row[] {
  const { sentences, words } = NEUTRAL[language];
  const judging = JUDGING[language];
  return [
    ...made('neutral', sentences, words, count, seed),
    ...made('positive', judging.positive, judging.words, count, seed),
    ...made('negative', judging.negative, judging.words, count, seed),
  ];
}

function made(label: string, sentences: readonly string[], words: Words, count: number, seed: number): Row[] {
  const random = seededRandom(mixSeed(seed, 'prose', label));
  const texts = new Set<string>();
  for (let round = 0; round < 60 && texts.size < count; round++) {
    for (const sentence of shuffle([...sentences], random)) {
      if (texts.size < count) texts.add(filled(sentence, words, random));
    }
  }
  return [...texts].map((text) => ({ text, label, fields: { text, label } }));
}

/** A choice may have gaps of its own; they are filled as well. */
function filled(sentence: string, words: Words, random: Random): string {
  let text = sentence;
  while (text.includes('{'))
    text = text.replace(/\{(\w)(\w*)\}/, (gap, first: string, rest: string) => chosen(gap, first, rest, words, random));
  return text.replace(/\b([Aa]) (?=[aeio])/g, '$1n ');
}

function chosen(gap: string, first: string, rest: string, words: Words, random: Random): string {
  const own = words[first + rest];
  const choices = own ?? words[first.toLowerCase() + rest];
  if (!choices) throw new Error(`No words for ${gap}.`);
  const word = choices[Math.floor(random() * choices.length)];
  return own ? word : word[0].toUpperCase() + word.slice(1);
}
