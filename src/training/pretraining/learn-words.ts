import { architectureNamed } from '../../model/architectures/registry';
import { buildNetwork } from '../../model/network/build-network';
import type { Vocabulary } from '../../text/vocabulary';
import { pretrain } from './language-model';
import type { LanguageModelOptions } from './language-model-options';
import { tokensById } from '../rows/encoded-texts';
import { valuesOf } from '../fit/values';

export interface WordsToLearn {
  /** The architecture whose word vectors and lowest recurrent layer are pre-trained. */
  readonly architecture: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly labels: number;
  readonly vocabulary: Vocabulary;
  /** The token ids of the texts. */
  readonly texts: readonly Int32Array[];
  /** Longer texts are cut into pieces of at most this many words. */
  readonly length: number;
  readonly options: LanguageModelOptions;
  readonly say: (line: string) => void;
}

/** Pre-trains word vectors and the lowest layers on unlabelled texts; returns them by name. The backend must have been started. */
export function learnWords(request: WordsToLearn): ReadonlyMap<string, Float32Array> {
  const { vocabulary, options, say } = request;
  const architecture = architectureNamed(request.architecture);
  const config = architecture.configure(request.config);
  const counted = architecture.count?.(config, vocabulary.size, request.labels, [], tokensById(vocabulary));
  const initial = counted ? { seed: options.seed, counted } : options.seed;
  const network = buildNetwork(architecture.plan(config, request.labels), vocabulary.size, initial);
  try {
    const fresh = valuesOf(network.weights);
    const pieces = request.texts.flatMap((ids) => inPieces(ids, request.length));
    say(`vocabulary ${vocabulary.size}, ${pieces.length} pieces`);
    let since = performance.now();
    pretrain({
      network,
      texts: pieces,
      vocabularySize: vocabulary.size,
      options,
      onProgress: ({ epoch, batch, batches, loss }) => {
        if (batch % 100 !== 0 && batch !== batches) return;
        const step = (performance.now() - since) / (batch % 100 || 100);
        since = performance.now();
        const at = `words, epoch ${epoch + 1}/${options.epochs}, batch ${batch}/${batches}`;
        say(`${at}: loss ${loss.toFixed(4)}; ${step.toFixed(0)} ms/step`);
      },
    });
    // The layers above the lowest were not trained.
    const learned = [...valuesOf(network.weights)].filter(([name, values]) => {
      const before = fresh.get(name);
      return values.some((value, i) => value !== before?.[i]);
    });
    return new Map(learned);
  } finally {
    network.dispose();
  }
}

function inPieces(ids: Int32Array, length: number): Int32Array[] {
  const size = Math.max(1, Math.ceil(ids.length / Math.max(1, Math.ceil(ids.length / length))));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));
}
