import { once } from '../../shared/once';
import type { Word } from '../../text/word';
import { removalEdits } from './edits';
import { NEVER_OFFERED, opposites, replaced, type Change } from './change';
import { ENGLISH_ADJECTIVES, ENGLISH_ADVERBS, ENGLISH_NOUNS, ENGLISH_VERBS, VERB_FORMS } from './lexicon/english';
import { withCapitalsOf } from './capitals';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const BE = listed('is are was were am');
const MODAL = listed('will would can could should must may might');
const LINKING = listed(
  'feel feels felt look looks looked seem seems seemed taste tastes tasted smell smells smelled sound sounds sounded be been being become became stay stayed',
);
const DEGREE = listed(
  'very so too quite really rather pretty fairly extremely incredibly absolutely utterly truly simply',
);
/** Adverbs that only go with words without degrees. */
const ABSOLUTE = listed('absolutely utterly truly simply completely totally');
const EXTREME = listed(
  'terrible awful dreadful wonderful fantastic superb excellent perfect horrible flawless amazing brilliant outstanding appalling disgusting hilarious fascinating',
);
const DETERMINER = listed(
  'a an the this that these those my your our his her its their some any no every each of in with without',
);
const PRONOUN = listed('i we you they he she it who');
const PLURAL_SUBJECT = listed('i we you they who people to');
const QUESTION = listed('what who how why where when which there here');
const NOT_BEFORE = listed('not never no nothing nobody none neither nor hardly barely scarcely');
/** "Far too expensive" is reversed as a whole: "not too expensive". */
const FAR = listed('far much way');
/** Words that are not negated: it works fine, or it does not work. */
const NEVER_NEGATED = listed('fine ok okay alright');
const SHORTENED = /^(?:it|that|he|she|they|we|you|i)['’](?:s|re|m)$/iu;
const CONTRACTED: Readonly<Record<string, string>> = {
  "isn't": 'is',
  "wasn't": 'was',
  "aren't": 'are',
  "weren't": 'were',
  "don't": 'do',
  "doesn't": 'does',
  "didn't": 'did',
  "can't": 'can',
  cannot: 'can',
  "couldn't": 'could',
  "won't": 'will',
  "wouldn't": 'would',
  "shouldn't": 'should',
  "hasn't": 'has',
  "haven't": 'have',
  "hadn't": 'had',
};
const REVERSED: Readonly<Record<string, string>> = {
  nothing: 'everything',
  nobody: 'everybody',
  without: 'with',
  lacks: 'has',
  lacked: 'had',
  lack: 'have',
};
/** Words with several meanings: they may replace others, but are never replaced themselves. */
const ONE_WAY = listed(
  `hard old flat tired rich wrong natural working soft thin pretty kind well mean strong solid bright light fair
  real gold steal hit hot warm original pain save saved saving glow glowed ignore blame frown improve improved heaven hell perfection fun treat
  crap help return returned`,
);

const adjectivesOf = once(() => opposites(ENGLISH_ADJECTIVES));
const adverbsOf = once(() => opposites(ENGLISH_ADVERBS));
const nounsOf = once(() => opposites(ENGLISH_NOUNS));

interface Verb {
  readonly form: number;
  readonly forms: readonly string[];
  readonly opposite: readonly string[];
}

/** Verbs by each of their forms; a verb without an opposite can only be negated. */
const verbsOf = once((): ReadonlyMap<string, Verb> => {
  const found = new Map<string, Verb>();
  const add = (forms: readonly string[], opposite: readonly string[]): void =>
    forms.forEach((word, form) => {
      if (!found.has(word)) found.set(word, { form, forms, opposite });
    });
  const pairs = ENGLISH_VERBS.map((line) => line.split('|').map((half) => half.split(/\s+/u).filter(Boolean)));
  for (const [left, right] of pairs) add(left, right);
  for (const [left, right] of pairs) if (right.length === VERB_FORMS) add(right, left);
  return found;
});

/** The changes that a person might make to an English text to reverse an opinion in it, in text order. */
export function englishChanges(text: string, words: readonly Word[]): Change[] {
  const low = words.map((word) => word.text.toLowerCase().replaceAll('’', "'"));
  const changes: Change[] = [];
  for (const position of words.keys()) {
    const here: Place = { text, words, low, position };
    if (comparesEven(text, words[position].start)) continue;
    changes.push(...antonyms(here), ...negation(here), ...affirmation(here));
  }
  return changes;
}

/** "Their cakes are even better": a word that “even” compares with another is not reversed alone. */
function comparesEven(text: string, at: number): boolean {
  const start = Math.max(...['.', '!', '?', '\n'].map((sign) => text.lastIndexOf(sign, at))) + 1;
  const [sentence] = text.slice(start).split(/[.!?\n]/u, 1);
  return /\beven (?:\p{L}+er|worse|more|less)\b/iu.test(sentence);
}

/**
 * "A beautiful, patient film": one of several adjectives in a row is not reversed alone, because no "but" fits between
 * them.
 */
function isListed({ text, words, low, position }: Place): boolean {
  const joined = (first: number): boolean =>
    [first, first + 1].every((at) => adjectivesOf().has(low[at] ?? '')) &&
    text.slice(words[first].end, words[first + 1].start).trim() === '';
  const listedWith = (first: number): boolean =>
    low[first + 1] === ','
      ? [first, first + 2].every((at) => adjectivesOf().has(low[at] ?? '')) && /^\p{L}/u.test(low[first + 3] ?? '')
      : false;
  return joined(position) || joined(position - 1) || listedWith(position) || listedWith(position - 2);
}

interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  readonly low: readonly string[];
  readonly position: number;
}

/** What negates a clause from its start: "nobody at the desk could", "I can't say that I". */
const NEGATES = /^(?:not|never|no|nobody|nothing|none|neither|nor|hardly|barely|scarcely|cannot|without)$|n't$/u;

/** How many words back the negator of the same clause stands; undefined if there is none. */
function negatorBefore({ text, words, low, position }: Place): number | undefined {
  for (let at = position - 1; at >= 0; at--) {
    if (/[,.;:!?\n]/u.test(text.slice(words[at].end, words[at + 1].start))) return undefined;
    if (/^(?:and|but|or|yet|because|so)$|^[^\p{L}]+$/u.test(low[at])) return undefined;
    if (NEGATES.test(low[at])) return position - at;
  }
  return undefined;
}

/** Replacements of the same part of speech, with the article adjusted. */
function antonyms(place: Place): Change[] {
  const { text, words, low, position } = place;
  const [word, before] = [low[position], low[position - 1] ?? ''];
  if (ONE_WAY.has(word) || isName(place)) return [];
  // "Not good" is made "good" rather than "not bad", and nobody says "too quiet" of what was too noisy.
  const made = negatorBefore(place) === undefined && before !== 'too' && !isListed(place);
  const found = oppositesHere(place);
  // It has no opposite, but still expresses an opinion.
  if (found.length === 0 && adjectivesOf().has(word))
    return [replaced(text, words, [position, position], words[position].text, NEVER_OFFERED)];
  const fitting = found.filter((to) => !(ABSOLUTE.has(before) && !EXTREME.has(to)));
  const graded = DEGREE.has(before) && !ABSOLUTE.has(before);
  return (fitting.length > 0 ? fitting : found).map((to, index) => {
    const cost = !made ? NEVER_OFFERED : 0.1 * index + (graded && EXTREME.has(to) ? 0.25 : 0);
    const article = /^an?$/u.test(before) ? (/^[aeiou]/u.test(to) ? 'an' : 'a') : before;
    if (article === before)
      return replaced(text, words, [position, position], withCapitalsOf(to, words[position].text), cost);
    const newText = `${withCapitalsOf(article, words[position - 1].text)} ${to}`;
    return replaced(text, words, [position - 1, position], newText, cost);
  });
}

function oppositesHere({ low, position }: Place): readonly string[] {
  const [word, before, after] = [low[position], low[position - 1] ?? '', low[position + 1] ?? ''];
  const verb = verbsOf().get(word);
  const others = adjectivesOf().get(word);
  const adverbs = adverbsOf().get(word);
  // "Disappointed by" is said of what was done: "impressed by", not "happy by".
  if (after === 'by' && verb && verb.opposite.length > 0) return [verb.opposite[verb.form]];
  const likeAdjective = BE.has(before) || LINKING.has(before) || DEGREE.has(before) || DETERMINER.has(before);
  if (others && adverbs) return likeAdjective ? others : adverbs;
  if (others) return others;
  if (adverbs && (BE.has(before) || LINKING.has(before) || DETERMINER.has(before))) return [];
  if (adverbs) return after === 'as' || before === 'as' || (after === ',' && !/\p{L}/u.test(before)) ? [] : adverbs;
  const nouns = nounsOf().get(word);
  if (nouns && (DETERMINER.has(before) || adjectivesOf().has(before) || !verb)) return nouns;
  if (!verb || verb.opposite.length === 0 || !isVerbHere(verb, word, before)) return [];
  // In "it works fine" the word to change is "fine".
  if (adverbsOf().has(after)) return [];
  // In most verbs the participle looks like the past tense, which is more frequent.
  return [verb.opposite[verb.form]];
}

function isVerbHere(verb: Verb, word: string, before: string): boolean {
  if (DETERMINER.has(before)) return false;
  const isBase = word === verb.forms[0];
  return (
    !isBase ||
    PLURAL_SUBJECT.has(before) ||
    MODAL.has(before) ||
    /n't$/u.test(before) ||
    DEGREE.has(before) ||
    before === 'not'
  );
}

/** `was` → `was not`, `loved` → `did not love`, `too` → `not too`. */
function negation(place: Place): Change[] {
  if (negatorBefore(place) !== undefined) return [];
  const { text, words, low, position } = place;
  const [word, before, after] = [low[position], low[position - 1] ?? '', low[position + 1] ?? ''];
  const to = (newText: string, cost: number): Change[] => [
    replaced(text, words, [position, position], withCapitalsOf(newText, words[position].text), cost, true),
  ];
  if (
    !/^\p{L}/u.test(after) ||
    NOT_BEFORE.has(after) ||
    NOT_BEFORE.has(before) ||
    NOT_BEFORE.has(low[position - 2] ?? '')
  ) {
    return word === 'too' ? [] : negatedVerb(place);
  }
  const judges = adjectivesOf().has(after) || (DEGREE.has(after) && adjectivesOf().has(low[position + 2] ?? ''));
  // A double negation such as "not unforgettable" is hard to read.
  if (/^un(?!i)/u.test(after) || NEVER_NEGATED.has(after)) return [];
  if (word === 'too' && adjectivesOf().has(after))
    return FAR.has(before)
      ? [
          replaced(
            text,
            words,
            [position - 1, position],
            withCapitalsOf('not too', words[position - 1].text),
            0.3,
            true,
          ),
        ]
      : to('not too', 0.3);
  if (BE.has(word) || SHORTENED.test(word)) {
    if (QUESTION.has(before) || (before === '' && BE.has(word)) || /^['’]/u.test(after)) return [];
    return to(`${word} not`, judges && !ABSOLUTE.has(after) ? 0.4 : 0.9);
  }
  if (MODAL.has(word) && !QUESTION.has(before) && before !== '')
    return to(word === 'can' ? 'cannot' : `${word} not`, 0.6);
  return negatedVerb(place);
}

function negatedVerb(place: Place): Change[] {
  const { text, words, low, position } = place;
  const [word, before, after] = [low[position], low[position - 1] ?? '', low[position + 1] ?? ''];
  const verb = verbsOf().get(word);
  if (
    !verb ||
    !PRONOUN.has(before) ||
    after === 'by' ||
    NEVER_NEGATED.has(after) ||
    NOT_BEFORE.has(low[position - 2] ?? '')
  )
    return [];
  const [base, third, past] = verb.forms;
  const singular = /^(?:he|she|it)$/u.test(before);
  const help =
    word === third && singular ? 'does' : word === base && !singular ? 'do' : word === past ? 'did' : undefined;
  return help ? [replaced(text, words, [position, position], `${help} not ${base}`, 0.5, true)] : [];
}

/** Takes a negator away: `was not` → `was`, `didn't like` → `liked`, `nobody` → `everybody`. */
function affirmation({ text, words, low, position }: Place): Change[] {
  const [word, after] = [low[position], low[position + 1] ?? ''];
  const as = (newText: string, last = position): Change[] => [
    replaced(text, words, [position, last], withCapitalsOf(newText, words[position].text), 0, true),
  ];
  const verb = verbsOf().get(after);
  if (verb && after === verb.forms[0]) {
    const form = { "don't": 0, "doesn't": 1, "didn't": 2 }[word];
    if (form !== undefined) return as(verb.forms[form], position + 1);
    const help = { do: 0, does: 1, did: 2 }[low[position - 1] ?? ''];
    if (word === 'not' && help !== undefined)
      return [
        replaced(
          text,
          words,
          [position - 1, position + 1],
          withCapitalsOf(verb.forms[help], words[position - 1].text),
          0,
          true,
        ),
      ];
  }
  if (Object.hasOwn(CONTRACTED, word)) return as(CONTRACTED[word]);
  // Without reading it: after reading it.
  if (word === 'without' && /ing$/u.test(after)) return as('after');
  // "Never answers" is the opposite of "always answers", "was never clean" of "was clean".
  const previous = low[position - 1] ?? '';
  if (word === 'never' && !BE.has(previous) && !MODAL.has(previous) && !adjectivesOf().has(after)) return as('always');
  if (Object.hasOwn(REVERSED, word)) return as(REVERSED[word]);
  if (!/^(?:not|never|hardly|barely|scarcely)$/u.test(word) || after === 'only') return [];
  const [edit] = removalEdits(text, words, [position]);
  return [{ words: [position], edit, from: words[position].text, to: '', cost: 0, negator: true }];
}

/** A full stop after a title does not end the sentence. */
const TITLE = /\b(?:Mrs?|Ms|Dr|Prof|St)\.\s*$/u;
const SENTENCE_START = /(?:^|[.!?…\n"“(])\s*$/u;

/** Whether the word is a name: it is capitalised within a sentence. */
function isName({ text, words, position }: Place): boolean {
  const { text: word, start } = words[position];
  const before = text.slice(Math.max(0, start - 12), start);
  return /^\p{Lu}\p{Ll}/u.test(word) && (TITLE.test(before) || !SENTENCE_START.test(before));
}
