/** Bytes as they come from a file, a download, or memory. */
export type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Unpacks gzip where the file's first two bytes say so; the name is not asked. */
export async function unpacked(stream: ByteStream): Promise<ByteStream> {
  const reader = stream.getReader();
  const first: Uint8Array<ArrayBuffer>[] = [];
  while (first.reduce((sum, { length }) => sum + length, 0) < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
  }
  const [a, b] = first.flatMap((piece) => [...piece.subarray(0, 2)]);
  const whole: ByteStream = new ReadableStream({
    start: (controller) => first.forEach((piece) => controller.enqueue(piece)),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return a === 0x1f && b === 0x8b ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}

/** All of a stream as text, without a byte order mark. */
export async function wholeText(stream: ByteStream): Promise<string> {
  let text = '';
  for await (const piece of decoded(stream)) text += piece;
  return text;
}

/** Lines without their ends (`\n` or `\r\n`); memory holds one line at a time. */
export async function* lines(stream: ByteStream): AsyncGenerator<string> {
  let open = '';
  for await (const piece of decoded(stream)) {
    const parts = (open + piece).split('\n');
    open = parts.pop() ?? '';
    for (const part of parts) yield part.endsWith('\r') ? part.slice(0, -1) : part;
  }
  if (open !== '') yield open;
}

async function* decoded(stream: ByteStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}
