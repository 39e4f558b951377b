import { architectureNamed } from '../../model/architectures/registry';
import { Vocabulary } from '../../text/vocabulary';
import type { LanguageModelOptions } from './language-model-options';
import { learnWords } from './learn-words';
import { segmenterFor, type ReadDictionary } from '../../text/languages';
import { inBothForms, type PlannedRows } from '../plans/source-rows';
import { textKey } from '../rows/text-key';
import { countTokens, tokenizer } from '../rows/encoded-texts';
import { packWords } from './pretrained-words';

/** The options of `saliency pretrain`. */
export interface PretrainRequest {
  readonly planned: PlannedRows;
  readonly architecture: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly minCount: number;
  readonly maxWords: number;
  /** Longer texts are cut into pieces of at most this many words. */
  readonly length: number;
  readonly options: LanguageModelOptions;
  readonly dictionary: ReadDictionary;
  readonly say: (line: string) => void;
}

/**
 * Pre-trains on all texts of a plan, each once, without their labels. Gives the vocabulary, the word vectors and the lowest
 * recurrent layer, which trainings can start from. The tfjs backend must have been started.
 */
export async function pretrainPlan(request: PretrainRequest): Promise<Uint8Array> {
  const { planned, say, options } = request;
  const { plan, rows, excluded } = planned;
  const tokenize = tokenizer(await segmenterFor(plan.language, request.dictionary), 'word');
  const seen = new Set(excluded.map(textKey));
  const counts = new Map<string, number>();
  const texts: string[][] = [];
  plan.sources.forEach((source, i) => {
    const once = rows[i].filter(({ text }) => {
      const key = textKey(text);
      return !seen.has(key) && seen.add(key);
    });
    const own = inBothForms(once, source).map(({ text }) => tokenize(text));
    for (const [token, count] of countTokens(own))
      counts.set(token, (counts.get(token) ?? 0) + source.wordWeight * count);
    texts.push(...own);
    say(`${source.name}: ${own.length} texts, ${own.reduce((sum, { length }) => sum + length, 0)} words`);
  });
  const { masksUnknown } = architectureNamed(request.architecture);
  const { minCount, maxWords } = request;
  const vocabulary = Vocabulary.build(counts, { minCount, maxSize: maxWords, masksUnknown });
  const tensors = learnWords({
    architecture: request.architecture,
    config: request.config,
    labels: plan.labels.length,
    vocabulary,
    texts: texts.map((tokens) => vocabulary.encode(tokens)),
    ...{ length: request.length, options, say },
  });
  return packWords(vocabulary, tensors);
}
