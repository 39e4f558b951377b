import { addWeights } from '../../model/format/add-weights';
import { readJson, type ReadFile } from '../../model/format/read-json';
import { readManifest } from '../../model/format/read-manifest';
import { readWeights } from '../../model/format/read-weights';
import { storedReader, countOf } from '../../model/format/stored-weight';
import { SUBWORDS } from '../../model/inference/composed-words';
import { architectureNamed } from '../../model/architectures/registry';
import { cardSchema, vocabularyIn } from '../../shared/model-card';
import { SaliencyError } from '../../shared/saliency-error';
import { Vocabulary } from '../../text/vocabulary';
import { explainedShare, fitSubwords, type SubwordOptions, type KnownWords } from './fit-subwords';

export interface SubwordsRequest {
  readonly name: string;
  readonly read: ReadFile;
  readonly options: SubwordOptions;
  readonly say: (line: string) => void;
}

/** Where the fit is measured, every twentieth word of the more frequent half is hidden. */
const HIDDEN = 20;

/**
 * Gives a model a vector for every word that has letters, from the words it knows: fitted to its own vectors, which stay as
 * they are.
 *
 * @returns the model's files that change, by name
 * @throws SaliencyError `no-recurrent-network` for architectures that do not read word vectors in a recurrent layer
 */
export async function addSubwords({ name, read, options, say }: SubwordsRequest): Promise<Map<string, Uint8Array>> {
  const manifest = await readManifest(name, read);
  const card = await readJson(name, 'card.json', cardSchema, read);
  const architecture = architectureNamed(manifest.architecture);
  const { masksUnknown } = architecture;
  const lines = new TextDecoder().decode(await read(vocabularyIn(card)));
  const { tokens, reserved, size } = Vocabulary.parse(lines, { masksUnknown });
  const stored = await readWeights(name, manifest, card.files, read);
  const embedding = stored.get(EMBEDDING);
  if (!architecture.encoder || !embedding) {
    throw new SaliencyError(
      `The model “${name}” is no recurrent network over word vectors (${manifest.architecture}): it cannot compose words.`,
      'no-recurrent-network',
    );
  }
  const dimension = countOf(embedding) / size;
  const vectors = storedReader(stored)
    .values(EMBEDDING, size * dimension)
    .subarray(reserved * dimension);
  const all = { tokens, vectors };
  const hidden = (at: number): boolean => at % HIDDEN === HIDDEN / 2 && at < tokens.length / 2;
  const [seen, unseen] = [part(all, (at) => !hidden(at)), part(all, hidden)];
  const measured = fitSubwords(seen, options);
  const explained = explainedShare(measured, seen, options.buckets);
  const explainedHidden = explainedShare(measured, unseen, options.buckets);
  say(
    `explained of the vectors of ${seen.tokens.length} words: ${explained.toFixed(3)}, ` +
      `of ${unseen.tokens.length} hidden ones: ${explainedHidden.toFixed(3)}`,
  );
  const table = fitSubwords(all, options);
  return addWeights(manifest, card, {
    path: 'subwords.bin',
    weights: new Map([[SUBWORDS, { shape: [options.buckets, dimension], values: table }]]),
    storage: 'uint8',
    card: {
      subwords: { explained, hidden: { n: unseen.tokens.length, explained: explainedHidden }, options: { ...options } },
    },
  });
}

const EMBEDDING = 'embedding/embeddings';

function part({ tokens, vectors }: KnownWords, takes: (at: number) => boolean): KnownWords {
  const dimension = vectors.length / tokens.length;
  const places = tokens.flatMap((_, at) => (takes(at) ? [at] : []));
  const own = new Float32Array(places.length * dimension);
  places.forEach((at, row) => own.set(vectors.subarray(at * dimension, (at + 1) * dimension), row * dimension));
  return { tokens: places.map((at) => tokens[at]), vectors: own };
}
