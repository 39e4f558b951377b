import { architectureNamed } from '../../model/architectures/registry';
import type { Segmenter } from '../../text/word';
import { Vocabulary } from '../../text/vocabulary';
import { countTokens, samplesOf, tokenizer, tokensById } from '../rows/encoded-texts';
import type { Beginning } from './beginning';
import type { LabelledExample } from './encoded';

/** The initial network of a model that is trained from scratch, with the words of these rows as vocabulary. */
export function beginningFromScratch(
  name: string,
  labels: readonly string[],
  rows: readonly LabelledExample[],
  segment: Segmenter,
  settings: Readonly<Record<string, unknown>> = {},
): Beginning {
  const architecture = architectureNamed(name);
  const { published, masksUnknown } = architecture;
  const standardisation = published.standardisation ?? 'word';
  const tokenize = tokenizer(segment, standardisation);
  const tokenized = rows.map(({ text, label }) => ({ label, tokens: tokenize(text) }));
  const counts = countTokens(tokenized.map(({ tokens }) => tokens));
  // With few rows, every word is in the vocabulary.
  const minCount = rows.length < 1_000 ? 1 : published.minCount;
  const vocabulary = Vocabulary.build(counts, { minCount, maxSize: published.maxWords, masksUnknown });
  const config = architecture.configure({ ...settings });
  const cut = published.cut ?? 'first';
  const samples = samplesOf(tokenized, labels, vocabulary, { length: published.length, cut });
  const values = architecture.count?.(config, vocabulary.size, labels.length, samples, tokensById(vocabulary)) ?? new Map(); // prettier-ignore
  return {
    ...{ architecture, config, labels, vocabulary, standardisation, cut, values },
    length: published.length,
    readsCut: published.readsCut === true,
  };
}
