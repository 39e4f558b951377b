import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { segmentSpaced } from '../../src/text/spaced';
import { INSTALLATION } from './engine.mjs';
import { shippedModel, shippedWeights } from './models.mjs';
import { tfLayers } from './peers/layers.mjs';
import { uniform } from './random.mjs';

/** The model that is also run through tf.layers, row by row. */
const PEER_MODEL = 'en-additive-attention-bilstm';
const SAMPLE = 150;

const WORDS = {
  en: 'the a plot is thin but i loved every minute of it not good bad waste really wonderful boring actors story service food phone battery never again great terrible would recommend'.split(
    ' ',
  ),
  zh: '手机 质量 很 好 但是 服务 不 喜欢 正品 快 贵 非常 满意 失望 房间 干净 味道 一般 送货 慢 客服 态度 差 屏幕 清楚 我 觉得 还 可以'.split(
    ' ',
  ),
};

/** Rows of 5 to 400 words, short ones more often, half of them in each language; one word in a hundred is new. */
function* texts(count, only) {
  const random = uniform(11);
  for (let id = 1; id <= count; id++) {
    const language = only ?? (random() < 0.5 ? 'zh' : 'en');
    const pool = WORDS[language];
    const words = Array.from({ length: 5 + Math.floor(396 * random() ** 2) }, () => {
      const word = pool[Math.floor(random() * pool.length)];
      return random() < 0.01 ? `${word}${id}` : word;
    });
    yield { id, text: words.join(language === 'zh' ? '' : ' ') };
  }
}

const write = async (path, rows) => {
  const stream = createWriteStream(path);
  for (const row of rows) if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
};

/** Resident memory in MiB and processor time in seconds of a running process, from Linux's /proc; zeros elsewhere. */
const usage = async (pid) => {
  const [status, stat] = await Promise.all(
    ['status', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')),
  ).catch(() => ['', '']);
  const resident = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { resident, processor: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100 };
};

/** One run of the command over a file. */
const annotated = async (file, rows, { workers, explain, model }) => {
  const args = [
    'annotate',
    file,
    '--workers',
    String(workers),
    '--explain',
    explain,
    ...(model ? ['--model', model] : []),
  ];
  const started = performance.now();
  const child = spawn(process.execPath, [join(INSTALLATION, 'dist', 'cli.js'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = 0;
  let first = 0;
  createInterface({ input: child.stdout }).on('line', () => {
    out++;
    first ||= performance.now();
  });
  const memory = [];
  let processor = 0;
  const ended = once(child, 'close');
  let open = true;
  void ended.then(() => (open = false));
  while (open) {
    await Promise.race([ended, after(500)]);
    const now = await usage(child.pid);
    if (now.resident === 0) continue;
    memory.push({ at: (performance.now() - started) / 1000, resident: now.resident });
    processor = now.processor;
  }
  const [status] = await ended;
  const seconds = (performance.now() - first) / 1000;
  const minute = memory.filter(({ at }) => at >= 60).map(({ resident }) => resident);
  return {
    ...{ workers, explain, rows, out, status },
    rate: rows / seconds,
    ofProcessor: rows / processor,
    peak: Math.max(0, ...memory.map(({ resident }) => resident)),
    afterMinute: minute.length > 1 ? { least: Math.min(...minute), most: Math.max(...minute) } : undefined,
  };
};

/** Milliseconds a row: the command with one worker against tf.layers row by row, on the same English rows. */
const ratio = async (folder, now) => {
  const file = join(folder, 'sample.ndjson');
  const rows = [...texts(SAMPLE, 'en')];
  const ids = await shippedModel(PEER_MODEL).then((model) =>
    rows.map(({ text }) => model.encode(segmentSpaced(text)).ids),
  );
  const peer = tfLayers(await shippedWeights(PEER_MODEL));
  await peer.run(ids[0]);
  const started = now();
  for (const one of ids) await peer.run(one);
  const theirs = (now() - started) / SAMPLE;
  await peer.close();
  const many = Array.from({ length: 20 }, (_, time) =>
    rows.map(({ text }, i) => ({ id: time * SAMPLE + i, text })),
  ).flat();
  await write(file, many);
  const { rate } = await annotated(file, many.length, { workers: 1, explain: 'none', model: PEER_MODEL });
  return { sample: SAMPLE, theirs, ours: 1000 / rate, times: (theirs * rate) / 1000 };
};

/** `--annotate`: rows a second of the command, its memory, what a second worker adds, and the ratio to tf.layers. */
export const measureAnnotate = async ({ rows, explained, log, now }) => {
  const folder = await mkdtemp(join(tmpdir(), 'saliency-bench-'));
  try {
    const compared = await ratio(folder, now);
    const runs = [];
    for (const [count, explain] of [
      [rows, 'none'],
      [explained, 'default'],
    ]) {
      const file = join(folder, `${explain}.ndjson`);
      await write(file, texts(count));
      for (const workers of [1, 2]) {
        log(`${count} rows, --explain ${explain}, --workers ${workers} …`);
        runs.push(await annotated(file, count, { workers, explain }));
      }
      await rm(file);
    }
    return { annotate: { compared, runs } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
