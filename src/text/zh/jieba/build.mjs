// Writes jieba's dictionary and hidden Markov model, as `jieba-wasm` has them, and OpenCC's simplified characters as the
// table that `table.ts` reads.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import initialise, { cut } from 'jieba-wasm/web';
import TS_CHARACTERS from 'opencc-js/dict/TSCharacters';
import { layOut } from './lay-out.mjs';

/** A line of the dictionary: a word, how often it was counted, its part of speech. */
const LINE = /^(\S+) (\d+) ([a-z]+)$/;
const NEVER = -3.14e100;
const STATES = 4;

/** Writes the table to `outFile`. Returns its bytes. @param {string} outFile */
export async function buildJiebaTable(outFile) {
  const bytes = layOut({ ...(await contentsOfJieba()), simplified: simplifiedUnits() });
  await mkdir(dirname(outFile), { recursive: true });
  const partial = `${outFile}.${process.pid}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, outFile);
  return bytes;
}

/** OpenCC's first choices. Pairs outside the basic plane are left out: offsets into a text must stay. */
function simplifiedUnits() {
  /** @type {Map<number, number>} */
  const units = new Map();
  for (const pair of TS_CHARACTERS.split('|')) {
    const [from, to] = pair.split(' ');
    if (from.length === 1 && to.length === 1 && from !== to) units.set(from.charCodeAt(0), to.charCodeAt(0));
  }
  return units;
}

/** The package's WebAssembly module. */
export const jiebaModule = () =>
  readFile(
    createRequire(import.meta.url)
      .resolve('jieba-wasm/web')
      .replace(/\.js$/, '_bg.wasm'),
  );

/** What the module has in its memory after its first cut: the text of the dictionary, and the model's four tables. */
async function contentsOfJieba() {
  const { memory } = await initialise({ module_or_path: await jiebaModule() });
  cut('好', true);
  return { words: dictionary(Buffer.from(memory.buffer)), letters: model(memory.buffer) };
}

/** @param {Buffer} memory */
function dictionary(memory) {
  /** @param {number} at */
  const line = (at) => memory.toString('utf8', at, memory.indexOf('\n', at));
  let known = memory.indexOf('\n的 ') + 1;
  while (known > 0 && !LINE.test(line(known))) known = memory.indexOf('\n的 ', known) + 1;
  // Before a string there is its length, whose highest byte is zero.
  const start = memory.lastIndexOf(0, known) + 1;
  const words = [];
  for (let at = start, fields; (fields = LINE.exec(line(at))); at = memory.indexOf('\n', at) + 1)
    words.push({ word: fields[1], count: Number(fields[2]), tag: fields[3] });
  if (words.length < 300_000) throw new Error(`jieba-wasm's dictionary was not found: ${words.length} words.`);
  return words;
}

/**
 * The model's tables, by state: begin, end, middle, single. Each is a run of entries of 16 bytes: address and length of a
 * character in UTF-8, and the logarithm of a probability.
 * @param {ArrayBuffer} buffer
 */
function model(buffer) {
  const memory = new DataView(buffer);
  const decoder = new TextDecoder();
  /** @param {number} at */
  const entry = (at) => {
    const [from, length, value] = [
      memory.getUint32(at, true),
      memory.getUint32(at + 4, true),
      memory.getFloat64(at + 8, true),
    ];
    if (length !== 3 || from + length > buffer.byteLength || !(value < -1 && value > -40)) return undefined;
    const letter = decoder.decode(new Uint8Array(buffer, from, length));
    return /^[\u0800-\uFFFC]$/.test(letter) ? { letter: letter.charCodeAt(0), value } : undefined;
  };
  /** @type {Map<number, number[]>} */
  const letters = new Map();
  let state = 0;
  for (let at = 0, found; state < STATES && at + 16 <= buffer.byteLength; at += 8) {
    if (!entry(at) || !entry(at + 16) || !entry(at + 1600)) continue;
    for (; (found = entry(at)); at += 16) {
      const values = letters.get(found.letter) ?? new Array(STATES).fill(NEVER);
      values[state] = found.value;
      letters.set(found.letter, values);
    }
    state++;
  }
  if (letters.size < 10_000)
    throw new Error(`jieba-wasm's hidden Markov model was not found: ${letters.size} characters.`);
  return letters;
}
