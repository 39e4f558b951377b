import type { PartOfSpeech } from '../../findings/store/tokens';

/** Parts of speech that are loaded when they are first needed; until then no word has one. */
export interface LazyPartsOfSpeech {
  readonly of: PartOfSpeech;
  /** Never rejects: without the dictionary Chinese nouns are recognised by where they stand. */
  readonly ready: () => Promise<void>;
}

export function lazyPartsOfSpeech(load?: () => Promise<PartOfSpeech>): LazyPartsOfSpeech {
  let loaded: PartOfSpeech | undefined;
  let loading: Promise<void> | undefined;
  const begin = async () => {
    loaded = await load?.().catch(() => undefined);
  };
  return { of: (word) => loaded?.(word), ready: () => (loading ??= begin()) };
}

/** The same rows, which begin to come once `ready` has resolved. */
export async function* startingAfter<T>(ready: () => Promise<void>, rows: AsyncIterable<T>): AsyncGenerator<T> {
  await ready();
  yield* rows;
}
