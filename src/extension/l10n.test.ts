import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

test('the Chinese bundle has every string of the sources, and no other', () => {
  const keys = [...new Set(sources(join(ROOT, 'src', 'extension')).flatMap(stringsOf))];
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
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => join(folder, file));
}

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
