/** Small enough for every host and version control, as TF.js cuts them. */
const SHARD_BYTES = 4 * 1024 * 1024;

/** Puts pieces one behind the other. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** File names and bytes of the shards, in order: `group1-shard1of2.bin`, … */
export function cutShards(bytes: Uint8Array): Map<string, Uint8Array> {
  const count = Math.max(1, Math.ceil(bytes.length / SHARD_BYTES));
  const shards = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i++) {
    shards.set(`group1-shard${i + 1}of${count}.bin`, bytes.slice(i * SHARD_BYTES, (i + 1) * SHARD_BYTES));
  }
  return shards;
}
