// `node test/bench/overview.mjs [rows]`: how quick and how large the overview is with many rows, in a browser.
// Prints milliseconds of filters, sorts and figures, frames a second while scrolling, and the page's memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { CHROME_ARGUMENTS, requireChrome } from '../../scripts/editor/chrome.mjs';
import { ROOT } from '../../scripts/root.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);

/** Runs in the page: makes rows by columns, without a file, and measures what a person waits for. */
const entry = `
import { madeReviews } from '${join(ROOT, 'test/findings/made-reviews')}';
import { madeRows } from '${join(ROOT, 'test/findings/made-rows')}';
import { PieceBuilder } from '${join(ROOT, 'src/findings/store/piece-builder')}';
const DISTINCT = 20_000;
window.makePieces = (rows, each) => {
  const builder = new PieceBuilder();
  const made = [];
  madeRows(madeReviews(Math.min(rows, DISTINCT))).forEach((row, at) => {
    builder.add({ ...row, row: at + 1, line: at + 2 });
    if (builder.waiting === each) made.push(builder.take());
  });
  if (builder.waiting > 0) made.push(builder.take());
  // The same rows again and again: all their strings are there already.
  const known = ({ from, strings }) => ({ from: from + strings.length, strings: [] });
  const last = made.at(-1);
  const again = (piece, before) => ({
    ...piece,
    first: before + piece.first,
    numbers: piece.numbers.map((number) => before + number),
    lines: piece.lines.map((line) => before + line),
    ...Object.fromEntries(['given', 'words', 'phraseKeys', 'phraseHeads'].map((name) => [name, known(last[name])])),
    columns: piece.columns.map((column, at) => ({ ...column, values: known(last.columns[at].values) })),
  });
  let number = 0;
  return () => {
    const before = Math.floor(number / made.length) * DISTINCT;
    const piece = made[number++ % made.length];
    return before >= rows ? undefined : before === 0 ? piece : again(piece, before);
  };
};
`;
const { outputFiles } = await build({
  stdin: { contents: entry, resolveDir: ROOT, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'iife',
  logLevel: 'error',
});
const strings = await build({
  stdin: {
    contents: `import { OVERVIEW_SENTENCES } from './src/shared/strings/overview-page'; globalThis.sentences = OVERVIEW_SENTENCES;`,
    resolveDir: ROOT,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'iife',
  logLevel: 'error',
});
const sentences = new Function(`${strings.outputFiles[0].text}; return globalThis.sentences`)();
const plain = (value) =>
  typeof value === 'string'
    ? value
    : 'message' in value
      ? value.message
      : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
const initial = JSON.stringify({ language: 'en', strings: plain(sentences) })
  .replaceAll('&', '&amp;')
  .replaceAll('"', '&quot;')
  .replaceAll('<', '&lt;');
const browser = await chromium.launch({
  executablePath: requireChrome(),
  args: [...CHROME_ARGUMENTS, '--enable-precise-memory-info', '--js-flags=--max-old-space-size=4096'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
page.setDefaultTimeout(600_000);
page.on('pageerror', (error) => console.error(error.message));
await page.setContent(
  `<style>${readFileSync(join(ROOT, 'dist/overview.css'), 'utf8')}</style><div id="root" data-initial="${initial}"></div>`,
);
await page.evaluate(() => {
  window.acquireVsCodeApi = () => ({
    postMessage: () => undefined,
    getState: () => undefined,
    setState: () => undefined,
  });
});
await page.addScriptTag({ content: outputFiles[0].text });
await page.addScriptTag({ content: readFileSync(join(ROOT, 'dist/overview.js'), 'utf8') });

/** Processor time of the page's process so far, in milliseconds: on a busy machine the fairer measure. */
const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
const residentOf = (id) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
const renderer = processInfo
  .filter(({ type }) => type === 'renderer')
  .map(({ id }) => id)
  .sort((a, b) => residentOf(b) - residentOf(a))[0];
const processor = () => {
  const fields = readFileSync(`/proc/${renderer}/stat`, 'utf8').split(') ')[1].split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
};

const opened = await page.evaluate(async (count) => {
  const info = {
    uri: 'file:///w/a.saliency.ndjson',
    name: 'a.saliency.ndjson',
    partial: false,
    sources: true,
    known: true,
    trains: true,
    reviewFile: 'a.labels.ndjson',
    view: { tab: 'rows' },
  };
  window.postMessage({ type: 'start', info }, '*');
  const next = window.makePieces(count, 4_000);
  let taking = 0;
  for (let piece = next(); piece; piece = next()) {
    const start = performance.now();
    window.postMessage({ type: 'piece', piece, whole: count }, '*');
    await new Promise((resolve) => setTimeout(resolve));
    taking += performance.now() - start;
  }
  const start = performance.now();
  window.postMessage({ type: 'end', running: false }, '*');
  await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return { takingPieces: Math.round(taking), lastDrawing: Math.round(performance.now() - start) };
}, rows);
console.log(`${rows} rows:`, opened);

/** Milliseconds from what a person does to the next frame that shows it. */
const timed = async (name, act, ...args) => {
  const before = processor();
  const milliseconds = await page.evaluate(
    async ([source, given]) => {
      const wait = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await wait();
      const start = performance.now();
      new Function('args', source)(given);
      await wait();
      return Math.round(performance.now() - start);
    },
    [act, args],
  );
  console.log(`${name}: ${milliseconds} ms, processor ${processor() - before} ms`);
};

const header = (name) =>
  `[...document.querySelectorAll('.head-line button')].find((b) => b.textContent.startsWith('${name}')).click()`;
const typed = (text) =>
  `const f = document.getElementById('search'); f.value = '${text}'; f.dispatchEvent(new Event('input', { bubbles: true })); f.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))`;
await timed('sort by confidence', header('prediction'));
await timed('sort by product', header('product'));
await timed('sort by date', header('date'));
await timed('search a word', typed('motor'));
await timed('search a phrase', typed('"stopped working"'));
await timed('search a pattern', typed('/refused? a/'));
await timed('clear the search', typed(''));
await timed('filter by prediction', `document.querySelectorAll('.popover .drop')[3].click()`);
await timed('… chosen', `document.querySelectorAll('.pop input[type=checkbox]')[2].click()`);
await timed('clear filters', `[...document.querySelectorAll('.chips .link')].at(-1).click()`);

const beforeScrolling = processor();
const frames = await page.evaluate(async () => {
  const table = document.querySelector('.table');
  const lengths = [];
  let last = performance.now();
  for (let i = 0; i < 120; i++) {
    table.scrollTop += 90;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    lengths.push(now - last);
    last = now;
  }
  lengths.sort((a, b) => a - b);
  return {
    perSecond: Math.round(1000 / (lengths.reduce((sum, each) => sum + each, 0) / lengths.length)),
    worst95: Math.round(lengths[113]),
  };
});
console.log('scrolling:', frames, `processor ${((processor() - beforeScrolling) / 120).toFixed(1)} ms a frame`);
const end = await page.evaluate(async () => {
  const table = document.querySelector('.table');
  table.scrollTop = table.scrollHeight;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return [...document.querySelectorAll('.line:not(.head-line) .num:nth-child(2)')].at(-1)?.textContent;
});
console.log('last row in sight at the end:', end);
await timed('the findings, first drawing', `document.getElementById('tab-findings').click()`);
const settled = await page.evaluate(async () => {
  const start = performance.now();
  while (document.querySelector('[aria-busy="true"]') || document.querySelector('.finds') === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return Math.round(performance.now() - start);
});
console.log(`all findings counted: ${settled} ms later`);
const client = await page.context().newCDPSession(page);
await client.send('HeapProfiler.collectGarbage');
console.log(`memory of the page's process: ${Math.round(residentOf(renderer) / 1024)} MB`);
await browser.close();
