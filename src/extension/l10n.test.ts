import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { FORMAT_FACTS } from '../records/formats/table';
import type { TranslatedSentence } from '../shared/strings/translated';

const ROOT = join(import.meta.dirname, '..', '..');

test('the Chinese bundle has every string of the sources, and no other', async () => {
  const literal = sources(join(ROOT, 'src', 'extension')).flatMap(stringsOf);
  const listed = (await listedSentences()).map(keyOfSentence);
  expect(listed.length).toBeGreaterThan(300);
  const keys = [...new Set([...literal, ...listed])];
  expect(keys.length).toBeGreaterThan(40);
  expect(Object.keys(json('l10n/bundle.l10n.zh-cn.json')).sort()).toEqual(keys.sort());
});

test('each Chinese string has the placeholders of the English one', () => {
  for (const [key, chinese] of Object.entries(json('l10n/bundle.l10n.zh-cn.json'))) {
    expect(placeholders(chinese), key).toEqual(placeholders(key));
  }
});

test('the Chinese manifest has every string of the English one, and the manifest names only those', () => {
  const english = Object.keys(json('package.nls.json')).sort();
  expect(Object.keys(json('package.nls.zh-cn.json')).sort()).toEqual(english);
  const named = [...readFileSync(join(ROOT, 'package.json'), 'utf8').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
  expect([...new Set(named)].sort()).toEqual(english);
});

function json(path: string): Record<string, string> {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, string>;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\d\}/g)].map(([each]) => each).sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !TRANSLATES_LISTS.test(file))
    .map((file) => join(folder, file));
}

/** What stands in the lists of `src/shared/strings/`, and the names of file formats. */
async function listedSentences(): Promise<TranslatedSentence[]> {
  const lists = sources(join(ROOT, 'src', 'shared', 'strings'));
  const modules = await Promise.all(lists.map((file) => import(file) as Promise<Record<string, unknown>>));
  return [...modules.flatMap(sentencesIn), ...Object.values(FORMAT_FACTS).map(({ name }) => name)];
}

/** The sentences of a list and its groups; `facts` beside a `sentence` says what it is filled in by. */
function sentencesIn(value: unknown): TranslatedSentence[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if ('sentence' in value && 'facts' in value) return sentencesIn(value.sentence);
  return 'message' in value ? [value as TranslatedSentence] : Object.values(value).flatMap(sentencesIn);
}

const keyOfSentence = (sentence: TranslatedSentence) =>
  typeof sentence === 'string' ? sentence : `${sentence.message}/${sentence.comment.join('')}`;

/** Hands sentences of `src/shared/strings/` to the editor's look-up: it has none of its own. */
const TRANSLATES_LISTS = /wording[\\/]translate\.ts$/;

/** The keys of all `l10n.t(…)` of a file: the message, with `/comment` behind it where there is one. */
function stringsOf(file: string): string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText())) {
      keys.push(keyOf(node.arguments[0], file));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return keys;
}

function keyOf(argument: ts.Expression, file: string): string {
  if (ts.isStringLiteralLike(argument)) return argument.text;
  if (!ts.isObjectLiteralExpression(argument))
    throw new Error(`${file}: l10n.t(${argument.getText()}) has no plain string`);
  const texts = argument.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }): [string, string] => {
    const parts: readonly ts.Node[] = ts.isArrayLiteralExpression(initializer) ? initializer.elements : [initializer];
    return [name.getText(), parts.map((part) => (ts.isStringLiteralLike(part) ? part.text : '')).join('')];
  });
  const { message, comment } = Object.fromEntries(texts);
  return comment ? `${message}/${comment}` : message;
}
