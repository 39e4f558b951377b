import { concatenate } from '../../shared/concatenate';

type Bytes = Uint8Array<ArrayBuffer>;

/** The beginning of a stream that can still be read from its first byte. */
export interface Peeked {
  readonly beginning: Bytes;
  /** True: the stream ended within the beginning. */
  readonly whole: boolean;
  /** The whole stream, the beginning included; can be read once. */
  all(): AsyncGenerator<Bytes>;
}

/**
 * Reads up to `most` bytes of a stream.
 *
 * @param patience milliseconds after which a silent stream is no longer waited for, once a line of it has been read: a
 * pipe may stay open for ever
 */
export async function peek(stream: AsyncIterable<Bytes>, most: number, patience?: number): Promise<Peeked> {
  const pieces = stream[Symbol.asyncIterator]();
  const held: Bytes[] = [];
  let length = 0;
  let whole = false;
  let next: Promise<IteratorResult<Bytes>> | undefined;
  while (length < most) {
    next ??= pieces.next();
    const hasLine = patience !== undefined && held.some((piece) => piece.includes(10));
    const found = hasLine ? await orSilence(next, patience) : await next;
    if (!found) break;
    next = undefined;
    if (found.done) {
      whole = true;
      break;
    }
    held.push(found.value);
    length += found.value.length;
  }
  const open = next;
  return {
    beginning: joined(held),
    whole,
    async *all() {
      try {
        yield* held;
        if (whole) return;
        for (let found = await (open ?? pieces.next()); !found.done; found = await pieces.next()) yield found.value;
      } finally {
        await pieces.return?.();
      }
    },
  };
}

async function orSilence<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)));
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** The bytes of a whole stream. */
export async function gathered(stream: AsyncIterable<Bytes>): Promise<Bytes> {
  const pieces: Bytes[] = [];
  for await (const piece of stream) pieces.push(piece);
  return joined(pieces);
}

const joined = (pieces: readonly Bytes[]): Bytes => (pieces.length === 1 ? pieces[0] : concatenate(pieces));
