import { closedClass, type WordClass } from '../language-text';
import { partOfSpeech } from './segmenter';

/** The first letter of jieba's part of speech. Adverbs, negations and particles do not replace each other. */
export function classOf(token: string): WordClass {
  const tag = partOfSpeech(token)?.charAt(0) ?? 'x';
  if (!'nvaizl'.includes(tag)) return closedClass('function');
  return { kind: `zh ${tag}`, forms: '', open: true, judges: /[avz]/u.test(tag) };
}
