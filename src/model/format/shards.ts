/** Small enough for every host and version control, as TF.js cuts them. */
const SHARD_BYTES = 4 * 1024 * 1024;

/** File names and bytes of the shards, in order: `group1-shard1of2.bin`, … */
export function cutShards(bytes: Uint8Array): Map<string, Uint8Array> {
  const count = Math.max(1, Math.ceil(bytes.length / SHARD_BYTES));
  const shards = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i++) {
    shards.set(`group1-shard${i + 1}of${count}.bin`, bytes.slice(i * SHARD_BYTES, (i + 1) * SHARD_BYTES));
  }
  return shards;
}
