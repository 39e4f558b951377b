type Bytes = Uint8Array<ArrayBuffer>;

/** Unpacks gzip if the first two bytes are those of gzip, whatever the name is; then it calls `tell`. */
export async function* unpacked(source: AsyncIterable<Bytes>, tell?: () => void): AsyncGenerator<Bytes> {
  const pieces = source[Symbol.asyncIterator]();
  let first = new Uint8Array();
  try {
    while (first.length < 2) {
      const { done, value } = await pieces.next();
      if (done) break;
      first = first.length === 0 ? value : Uint8Array.of(...first, ...value);
    }
    const whole = following(first, pieces);
    if (first[0] !== 0x1f || first[1] !== 0x8b) yield* whole;
    else {
      tell?.();
      yield* gunzipped(whole);
    }
  } finally {
    await pieces.return?.();
  }
}

async function* following(first: Bytes, rest: AsyncIterator<Bytes>): AsyncGenerator<Bytes> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzipped(packed: AsyncGenerator<Bytes>): AsyncGenerator<Bytes> {
  const stream = new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await packed.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
