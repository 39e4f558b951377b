import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnsOf } from './turns';

/** How many different beginnings there are: what must be read at least. */
const beginnings = (texts: readonly Int32Array[]): number =>
  new Set(texts.flatMap((ids) => Array.from(ids, (_, at) => ids.subarray(0, at + 1).join()))).size;

const texts = fc.array(fc.int32Array({ min: 0, max: 2, maxLength: 8 }), { maxLength: 12 });

test('every text has its turn, no beginning is read twice, and where a text goes on was kept', () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (all, backward) => {
      const read = backward ? all.map((ids) => ids.slice().reverse()) : all;
      const turns = turnsOf(all, backward);
      expect(turns.map(({ text }) => text).sort((a, b) => a - b)).toEqual([...all.keys()]);
      const fresh = turns.reduce((sum, { text, shared }) => sum + all[text].length - shared, 0);
      expect(fresh).toBe(beginnings(read));
      const kept = new Map<number, string>();
      for (const { text, shared, branches } of turns) {
        if (shared > 0) expect(kept.get(shared)).toBe(read[text].subarray(0, shared).join());
        let done = shared;
        for (const branch of branches) {
          expect(branch).toBeGreaterThan(done);
          kept.set(branch, read[text].subarray(0, (done = branch)).join());
        }
      }
    }),
    { numRuns: 300, seed: 5 },
  );
});
