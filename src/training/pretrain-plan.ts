import { architectureNamed } from '../model/architectures/registry';
import { Vocabulary } from '../text/vocabulary';
import { pretrain, type LanguageModelOptions } from './language-model';
import { segmenterFor, type Jieba } from './segmenter';
import { inBothForms, withProse, type PlannedRows } from './source-rows';
import { textKey } from './rows/text-key';
import { countTokens, tokenizer } from './texts';
import { valuesOf } from './values';
import { packWords } from './words';

/** What `saliency pretrain` is asked. */
export interface PretrainRequest {
  readonly planned: PlannedRows;
  readonly architecture: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly minCount: number;
  readonly maxWords: number;
  /** Longer texts are cut into pieces of at most so many words. */
  readonly length: number;
  readonly options: LanguageModelOptions;
  readonly jieba: Jieba;
  readonly say: (line: string) => void;
}

/**
 * Words and their order from all texts of a plan, each once, without a look at a label: the vocabulary, word vectors and
 * the lowest recurrent layer, for trainings to start from. The tfjs backend must have been started.
 */
export async function pretrainPlan(request: PretrainRequest): Promise<Uint8Array> {
  const { planned, say, options } = request;
  const { plan, excluded } = planned;
  const rows = withProse(planned, options.seed);
  const tokenize = tokenizer(await segmenterFor(plan.language, request.jieba), 'word');
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
  const architecture = architectureNamed(request.architecture);
  const { masksUnknown } = architecture;
  const { minCount, maxWords } = request;
  const vocabulary = Vocabulary.build(counts, { minCount, maxSize: maxWords, masksUnknown });
  const network = architecture.build(
    architecture.configure(request.config),
    vocabulary.size,
    plan.labels.length,
    options.seed,
  );
  try {
    const pieces = texts.flatMap((tokens) => inPieces(vocabulary.encode(tokens), request.length));
    say(`vocabulary ${vocabulary.size}, ${pieces.length} pieces`);
    let since = performance.now();
    pretrain({
      network,
      texts: pieces,
      vocabularySize: vocabulary.size,
      options,
      onProgress: ({ epoch, batch, batches, loss }) => {
        if (batch % 100 !== 0 && batch !== batches) return;
        const step = (performance.now() - since) / 100;
        since = performance.now();
        say(
          `words, epoch ${epoch + 1}/${options.epochs}, batch ${batch}/${batches}: loss ${loss.toFixed(4)}; ${step.toFixed(0)} ms/step`,
        );
      },
    });
    const lowest = [...valuesOf(network.weights)].filter(([name]) => /^embedding\/|^(bi)?(lstm|rnn)(_1)?\//.test(name));
    return packWords(vocabulary, new Map(lowest));
  } finally {
    network.dispose();
  }
}

function inPieces(ids: Int32Array, length: number): Int32Array[] {
  const size = Math.max(1, Math.ceil(ids.length / Math.max(1, Math.ceil(ids.length / length))));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));
}
