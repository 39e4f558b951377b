import { gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TINY_EN_THREE, tinyModel } from '../../model/testing/tiny-models';
import { loadModel } from '../../model/load-model';
import type { Model } from '../../model/model';
import { verifyModel } from '../../model/testing/verify-model';
import type { ModelCard } from '../../shared/model-card';
import type { FineTuningProgress, FineTuningRequest, TrainingRow } from '../../shared/fine-tuning';
import { seededRandom } from '../../shared/random';
import { importNetworkPart } from '../local/import-network-part';
import { importParts } from '../local/import-parts';
import { LocalExplainer } from '../local/local-explainer';
import { MemoryStore } from '../testing/memory-store';
import { generalLines, textsOf } from '../testing/plot-rows';
import { TinyFiles, tinyFiles } from '../testing/tiny-files';
import { LocalFineTuner } from './local-fine-tuner';

let installation: TinyFiles;
beforeAll(async () => {
  const start = { ...TINY_EN_THREE, name: 'en' };
  installation = await tinyFiles(start);
  for (const [file, bytes] of await tinyModel(start)) installation.bytes.set(`models/en/${file}`, bytes);
  installation.bytes.set('dist/general-en.tsv.gz', gzipSync(generalLines()));
});

let memory: MemoryStore;
beforeEach(() => {
  memory = new MemoryStore();
});

const fineTuner = (store = memory.store): LocalFineTuner =>
  new LocalFineTuner({ files: installation, store, load: importNetworkPart, checkpointSeconds: 0 });
const requestOf = (rows: readonly TrainingRow[], more: Partial<FineTuningRequest> = {}): FineTuningRequest => ({
  rows,
  source: 'plots.csv',
  name: 'en-plots',
  out: 'memory:/models/en-plots',
  run: 'memory:/training/en-plots',
  cores: 1,
  options: { epochs: 2, learningRate: 0.02 },
  ...more,
});
const silent = (): void => undefined;
const modelIn = (files: ReadonlyMap<string, Uint8Array>, folder = ''): Promise<Model> =>
  loadModel('en', (file) => Promise.resolve(files.get(folder + file)!));
const written = (): Map<string, Uint8Array> => memory.in('memory:/models/en-plots');
const hexOf = (files: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));

describe('a training', () => {
  test('on few rows with the labels of its start leaves the vectors of words as they are, and learns all the same', async () => {
    const result = await fineTuner().run(requestOf(textsOf(90, 12)), silent);
    expect(result.own.after.accuracy).toBeGreaterThan(result.own.before!.accuracy);
    const [now, before] = await Promise.all([modelIn(written()), modelIn(installation.bytes, 'models/en/')]);
    expect(now.vocabulary.tokens).toEqual(before.vocabulary.tokens);
    const vectors = [now, before].map((model) => [...model.weight('embedding/embeddings')!]);
    // Stored anew in two bytes each.
    vectors[0].forEach((value, i) => expect(value).toBeCloseTo(vectors[1][i], 4));
    now.dispose();
    before.dispose();
  }, 120_000);

  test('on rows with the labels of its start: held-out rows, general text, a whole model that explains', async () => {
    const told: FineTuningProgress[] = [];
    const rows = textsOf(360, 1);
    const result = await fineTuner().run(requestOf(rows, { options: { epochs: 6, learningRate: 0.02 } }), (of) => told.push(of)); // prettier-ignore
    expect(result).toMatchObject({
      newOutput: false,
      split: { kind: 'held-out', train: 252, validation: 36, heldOut: 72 },
    });
    expect(result.own.n).toBe(72);
    expect(result.own.after.accuracy).toBeGreaterThan(0.95);
    expect(result.own.after.accuracy).toBeGreaterThan(result.own.before!.accuracy);
    expect(result.own.change!.low).toBeGreaterThan(0);
    expect(result.general).toMatchObject({ n: 20 });
    expect(result.general!.after.accuracy).toBeGreaterThan(result.general!.before!.accuracy);
    expect(result.reasons!.n).toBe(72);
    expect(result.reasons!.after).not.toBe(result.reasons!.before);
    expect(result.rows).toHaveLength(72);
    for (const { row, text, label } of result.rows) expect(rows[row]).toMatchObject({ text, label });
    const counted = Object.values(result.outcomes).reduce((sum, of) => sum + of, 0);
    expect(counted).toBe(72);
    expect(told.at(-1)).toMatchObject({ phase: 'writing', paused: false });
    // The curves of the model that is kept stay to the end.
    expect(told.at(-1)!.points.length).toBeGreaterThan(2);
    expect(told.some(({ points }) => points.length > 2 && points[1].loss !== undefined)).toBe(true);
    expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));

    const files = new TinyFiles(new Map(installation.bytes));
    for (const [file, bytes] of written()) files.bytes.set(`own-models/en-plots/${file}`, bytes);
    files.bytes.set('own-models/models.json', new TextEncoder().encode('["en-plots"]'));
    await verifyModel('en-plots', (file) => Promise.resolve(written().get(file)!));
    const explainer = new LocalExplainer(files, importParts);
    const { label, words } = await explainer.explain({ text: 'the plot is a waste .', model: 'en-plots' });
    expect(label).toBe('negative');
    expect(words.length).toBeGreaterThan(3);
    const card = await explainer.card('en-plots');
    expect(card).toMatchObject({ name: 'en-plots', language: 'en', rows: { train: 252, validation: 36, test: 72 } });
    expect(card.measured.map(({ data }) => data)).toEqual([
      'plots.csv, held-out set',
      'Everyday sentences, held-out set',
    ]);
    await explainer.dispose();
  }, 120_000);

  test('of few rows is measured by folds; classes of their own get a new output and no figures before', async () => {
    const rows = textsOf(60, 2, ['negative', 'positive']).map((row) => ({ ...row, label: row.label === 'positive' ? 'keep' : 'drop' })); // prettier-ignore
    const result = await fineTuner().run(requestOf(rows, { options: { epochs: 6, learningRate: 0.03 } }), silent);
    expect(result).toMatchObject({
      labels: ['drop', 'keep'],
      newOutput: true,
      split: { kind: 'folds', folds: 5, rows: 60 },
    });
    expect(result.own).toMatchObject({ n: 60 });
    expect(result.own.before).toBeUndefined();
    expect(result.general).toBeUndefined();
    expect(result.own.after.accuracy).toBeGreaterThan(0.9);
    expect(result.commonest).toBe(0.5);
    const card = JSON.parse(new TextDecoder().decode(written().get('card.json'))) as ModelCard;
    expect(card.labels).toEqual(['drop', 'keep']);
  }, 120_000);

  test('that is ended at any moment goes on to the same bytes', async () => {
    const request = requestOf(textsOf(90, 3), {
      unlabelled: textsOf(20, 4).map(({ text }, i) => ({ id: `u${i}`, text })),
    });
    const whole = await fineTuner().run(request, silent);
    const expected = hexOf(written());
    expect(whole.next).toHaveLength(20);
    const random = seededRandom(7);
    for (let round = 0; round < 4; round++) {
      memory = new MemoryStore();
      let left = 1 + Math.floor(random() * 40);
      // Killed while a checkpoint is written, or between two: what comes after never happens.
      memory.onSave = () => {
        if (--left <= 0) throw new Error('killed');
      };
      const first = await fineTuner().run(request, silent).then(() => 'ended', (error: Error) => error.message); // prettier-ignore
      memory.onSave = silent;
      if (first !== 'ended') {
        expect(first).toContain('killed');
        const { seconds, ...again } = await fineTuner().resume(request.run, silent);
        expect({ ...again, seconds: whole.seconds }).toEqual(whole);
        expect(seconds).toBeGreaterThan(0);
      }
      expect(hexOf(written())).toEqual(expected);
    }
  }, 240_000);

  test('that is cut off at any of its file operations goes on to the same bytes', async () => {
    const request = requestOf(textsOf(45, 11), { options: { epochs: 1, learningRate: 0.02 } });
    await fineTuner().run(request, silent);
    const expected = hexOf(written());
    let isOver = false;
    for (let last = 0; !isOver; last++) {
      memory = new MemoryStore();
      let left = last;
      const operation = (): void => {
        if (--left < 0) throw new Error('killed');
      };
      memory.onSave = (address, bytes) => {
        // A store that is no disk of this machine, or a machine that lost its power, may keep half of a file.
        if (left === 0 && address.includes('checkpoint')) memory.files.set(address, bytes.slice(0, bytes.length / 2));
        operation();
      };
      memory.onRemove = operation;
      isOver = await fineTuner().run(request, silent).then(() => true, () => false); // prettier-ignore
      [memory.onSave, memory.onRemove] = [silent, silent];
      const remains = await fineTuner().remains(request.run);
      // Before its first file there is nothing that it could be known by: the person's form is still open.
      if (remains) await fineTuner().resume(request.run, silent);
      else expect(last).toBeLessThan(4);
      if (remains) expect(hexOf(written()), `cut off after ${last} operations`).toEqual(expected);
    }
  }, 240_000);

  test('whose last checkpoint is damaged goes on with the one before, and says so; two damaged ones are an error', async () => {
    const request = requestOf(textsOf(90, 5));
    await fineTuner().run(request, silent);
    const expected = hexOf(written());
    memory = new MemoryStore();
    let saved = 0;
    memory.onSave = (address) => {
      if (address.includes('checkpoint') && ++saved > 7) throw new Error('killed');
    };
    await expect(fineTuner().run(request, silent)).rejects.toThrow('killed');
    memory.onSave = silent;
    const [last] = [...memory.in(request.run).keys()].filter((name) => name.startsWith('checkpoint')).sort((a, b) => turnOf(b) - turnOf(a)); // prettier-ignore
    const damage = (name: string): void => {
      const bytes = memory.files.get(`${request.run}/${name}`)!;
      bytes[bytes.length - 3] ^= 255;
    };
    damage(last);
    const told: FineTuningProgress[] = [];
    await fineTuner().resume(request.run, (of) => told.push(of));
    expect(told.find(({ resumed }) => resumed)?.resumed).toMatchObject({ damaged: true });
    expect(hexOf(written())).toEqual(expected);

    saved = 0;
    memory = new MemoryStore();
    memory.onSave = (address) => {
      if (address.includes('checkpoint') && ++saved > 7) throw new Error('killed');
    };
    await expect(fineTuner().run(request, silent)).rejects.toThrow('killed');
    damage('checkpoint-0.bin');
    damage('checkpoint-1.bin');
    await expect(fineTuner().resume(request.run, silent)).rejects.toMatchObject({ code: 'damaged-checkpoint' });
  }, 240_000);

  test('is held and goes on, is cancelled, and is the only one', async () => {
    const request = requestOf(textsOf(90, 6));
    const one = fineTuner();
    const abort = new AbortController();
    const told: FineTuningProgress[] = [];
    const running = one.run(request, (of) => told.push(of), abort.signal);
    await expect.poll(() => told.some(({ phase }) => phase === 'folds')).toBe(true);
    await expect(one.run(request, silent)).rejects.toMatchObject({ code: 'training-busy' });
    await one.pause();
    await expect.poll(() => told.at(-1)?.paused).toBe(true);
    const at = told.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toHaveLength(at);
    expect([...memory.in(request.run).keys()].some((name) => name.startsWith('checkpoint'))).toBe(true);
    expect(await one.remains(request.run)).toMatchObject({ name: 'en-plots', saved: { fold: { of: 5 } } });
    await one.unpause();
    await expect.poll(() => told.at(-1)?.paused).toBe(false);
    abort.abort(new Error('cancelled by a person'));
    await expect(running).rejects.toThrow('cancelled by a person');
    expect(written().size).toBe(0);
    await one.discard(request.run);
    expect(memory.in(request.run).size).toBe(0);
    await expect(one.resume(request.run, silent)).rejects.toMatchObject({ code: 'nothing-to-resume' });
  }, 120_000);

  test('that is cancelled, or finds no room, while the model is written leaves no file of it', async () => {
    const request = requestOf(textsOf(45, 13), { options: { epochs: 1, learningRate: 0.02 } });
    const ofModel = (): string[] => [...memory.files.keys()].filter((address) => address.includes('/models/'));
    const seen = new Set<string>();
    memory.onSave = (address) => void (address.includes('/models/') && seen.add(address));
    await fineTuner().run(request, silent);
    expect(seen.size).toBe(written().size);
    expect(seen.size).toBeGreaterThan(3);
    const addresses = [...seen];
    for (const last of [addresses[0], addresses[2], addresses.at(-1)!]) {
      memory = new MemoryStore();
      const abort = new AbortController();
      memory.onSave = (address) => void (address === last && abort.abort(new Error('cancelled by a person')));
      await expect(fineTuner().run(request, silent, abort.signal)).rejects.toThrow('cancelled by a person');
      expect(ofModel(), `cancelled at ${last}`).toEqual([]);
      memory.onSave = (address) => {
        if (address === last) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      };
      await expect(fineTuner().resume(request.run, silent)).rejects.toMatchObject({ code: 'unwritable' });
      expect(ofModel(), `no room for ${last}`).toEqual([]);
    }
  }, 240_000);

  test('that was killed while the model was written leaves none of it once it is discarded', async () => {
    const request = requestOf(textsOf(45, 14), { options: { epochs: 1, learningRate: 0.02 } });
    memory.onMove = () => {
      // As a process that is killed, it does nothing more.
      memory.onRemove = () => {
        throw new Error('killed');
      };
      throw new Error('killed');
    };
    await expect(fineTuner().run(request, silent)).rejects.toThrow('killed');
    [memory.onRemove, memory.onMove] = [silent, silent];
    expect(written().size).toBe(0);
    expect([...memory.files.keys()].some((address) => address.startsWith('memory:/models/.en-plots.partial/'))).toBe(
      true,
    );
    await fineTuner().discard(request.run);
    expect(memory.files.size).toBe(0);
  }, 120_000);

  test('on a full disk says so, keeps what it has, and goes on when there is room', async () => {
    const request = requestOf(textsOf(90, 7));
    memory.onSave = (address) => {
      if (address.endsWith('card.json')) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }); // prettier-ignore
    };
    await expect(fineTuner().run(request, silent)).rejects.toMatchObject({
      code: 'unwritable',
      data: { reason: 'ENOSPC' },
    });
    expect(written().has('card.json')).toBe(false);
    memory.onSave = silent;
    await fineTuner().resume(request.run, silent);
    await verifyModel('en-plots', (file) => Promise.resolve(written().get(file)!));
    expect((await fineTuner().remains(request.run))?.result?.name).toBe('en-plots');
  }, 120_000);
});

const turnOf = (name: string): number => {
  const bytes = memory.files.get(`memory:/training/en-plots/${name}`)!;
  const length = new DataView(bytes.buffer).getUint32(0, true);
  return (JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as { readonly turn: number }).turn;
};

describe('a check before the start', () => {
  test('counts classes, copies, contradictions and texts without words, and says what is in the way', async () => {
    const rows: TrainingRow[] = [
      ...textsOf(29, 8),
      { text: 'The plot is thin.', label: 'negative' },
      { text: 'the plot is THIN', label: 'negative' },
      { text: 'Every minute!', label: 'positive' },
      { text: 'every minute', label: 'negative' },
      { text: '…', label: 'neutral' },
    ];
    const check = await fineTuner().check(requestOf(rows));
    expect(check).toMatchObject({ rows: 30, reasons: 29, newOutput: false, obstacles: [], split: { kind: 'folds' } });
    expect(check.duplicates.map(({ rows: same }) => same)).toEqual([[29, 30]]);
    expect(check.conflicts.map(({ rows: same }) => same)).toEqual([[31, 32]]);
    expect(check.classes.map(({ rows: count }) => count)).toEqual([11, 10, 9]);
    expect(memory.files.size).toBe(0);
    const few = await fineTuner().check(requestOf(rows.slice(0, 12)));
    expect(few.obstacles).toEqual([{ code: 'too-few-rows', rows: 12, needed: 30 }]);
    await expect(fineTuner().run(requestOf(rows.slice(0, 12)), silent)).rejects.toMatchObject({ code: 'too-few-rows' });
  });
});
