import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ERROR_WORDING } from '../shared/strings/errors';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, string>;

/** The same in both languages: names, paths, and what has single letters at most, as signs of a formula. */
const SAME = /^(.*\.png|([^\p{L}]|(?<!\p{L})\p{L}(?!\p{L}))*)$/u;
const NAMES = /\b(Saliency|Markdown|F1|Kendall|MB|JSON|NDJSON|CSV|TSV|XML|fastText|GRU|LSTM|TextCNN|n-gram|MLP)\b/g;

/** Addresses of links, code and names in a text are no part of its language. */
const said = (text: string) =>
  text
    .replace(/\]\([^)]*\)|`[^`]*`|\{\d\}/g, ']')
    .replace(NAMES, '')
    .trim();

test.each(['package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'])('every string of %s is Chinese', (file) => {
  const english = Object.entries(json(file)).filter(([key, text]) => !SAME.test(said(text)) && !isChinese(key, text));
  expect(Object.fromEntries(english)).toEqual({});
});

/** With a Chinese character, and no whole English clause: terms and names are one to three words. */
const isChinese = (key: string, text: string) =>
  text !== key && /\p{sc=Han}/u.test(said(text)) && !/(\b[a-z]{2,}\b[ ,]+){4,}/i.test(said(text));

test('what the manifest shows to people stands in the bundles', () => {
  const shown =
    /^(title|shortTitle|category|description|markdownDescription|displayName|userDescription|label|name|altText|(markdown)?[eE]numDescriptions|enumItemLabels|markdownEnumDescriptions|contents)$/;
  const literal: string[] = [];
  const walk = (value: unknown, path: string, key: string): void => {
    if (typeof value === 'string') {
      const isShown = shown.test(key) && !/^(?:name|title)$/.test(path.replace(/^\./, ''));
      if (isShown && !/^%[\w.]+%$/.test(value) && !SAME.test(said(value))) literal.push(`${path}: ${value}`);
    } else if (Array.isArray(value)) value.forEach((each, index) => walk(each, `${path}[${index}]`, key));
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) walk(each, `${path}.${name}`, name);
  };
  const { contributes, displayName, description } = JSON.parse(read('package.json')) as Record<string, unknown>;
  walk({ contributes, displayName, description }, '', '');
  expect(literal.filter((each) => !FOR_PROGRAMS.some((path) => path.test(each)))).toEqual([]);
});

/** What models and programs read, in English by design. */
const FOR_PROGRAMS = [/languageModelTools\[\d\]\.(name|inputSchema|modelDescription)/];

/** What the editor shows of its arguments. */
const SHOWN = /^(show(Information|Warning|Error)Message|setStatusBarMessage|createStatusBarItem\.text)$/;
/** Properties of objects that the editor shows. */
const TITLES = new Set(['title', 'placeHolder', 'prompt', 'tooltip', 'detail', 'label', 'openLabel', 'saveLabel']);

const letters = (text: string) => /\p{L}{2,}/u.test(text.replace(/\$\([\w~-]+\)/g, ''));

test('nothing that the editor shows is written in the sources without the bundle', () => {
  const found: string[] = [];
  for (const file of files('src/extension', /\.ts$/)) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && SHOWN.test(node.expression.getText().replace(/^.*\./, '')))
        node.arguments.forEach((each) => plain(each, file, found));
      if (ts.isPropertyAssignment(node) && TITLES.has(node.name.getText())) plain(node.initializer, file, found);
      ts.forEachChild(node, visit);
    };
    visit(parsed(file));
  }
  expect(found).toEqual([]);
});

test('nothing that the page shows is written in its elements', () => {
  const found: string[] = [];
  for (const file of files('src/panel', /\.tsx$/)) {
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node) && letters(node.text)) found.push(`${file}: ${node.text.trim()}`);
      if (ts.isJsxAttribute(node) && /^(aria-label|title|alt|placeholder|label)$/.test(node.name.getText())) {
        const { initializer } = node;
        if (initializer && ts.isStringLiteral(initializer) && letters(initializer.text))
          found.push(`${file}: ${initializer.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(parsed(file));
  }
  expect(found).toEqual([]);
});

test('every error that reaches the editor is worded in the display language', () => {
  const rooms = ['annotate', 'engine', 'explain', 'model', 'records', 'text'].flatMap((room) =>
    files(`src/${room}`, /\.ts$/),
  );
  const codes = new Set<string>();
  for (const file of rooms) {
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'SaliencyError') {
        const code = node.arguments?.at(1);
        if (code && ts.isStringLiteral(code)) codes.add(code.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(parsed(file));
  }
  expect(codes.size).toBeGreaterThan(10);
  expect([...codes].filter((code) => !Object.hasOwn(ERROR_WORDING, code) && !UNSEEN.has(code))).toEqual([]);
});

/**
 * Codes that only programs and the command line meet, that are worded by their reasons (`unwritable`) or their sentences
 * (`unknown-file-kind`, see records/said.test.ts), or that the editor takes for no error.
 */
const UNSEEN = new Set(['cancelled', 'wrong-input', 'unwritable', 'unknown-file-kind', 'usage']);

function plain(node: ts.Expression, file: string, found: string[]): void {
  if (ts.isStringLiteralLike(node) && letters(node.text)) found.push(`${file}: ${node.text}`);
  if (ts.isTemplateExpression(node)) {
    const texts = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text);
    if (texts.some(letters)) found.push(`${file}: ${node.getText()}`);
  }
}

function files(folder: string, kind: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file) && !/\.test\.|[\\/]?testing[\\/.]/.test(file))
    .map((file) => join(folder, file));
}

function parsed(file: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, kind);
}

/** What a thing was called before, or is called in none of the field's texts, and its one name. */
const OLD_TERMS: Readonly<Record<string, string>> = {
  结论: '预测结果',
  份额: '占比',
  完整性: '全面性',
  假如: '假设分析',
  判定: '审核',
  标记: '高亮',
  总览: '概览',
  模长: '范数',
  等级相关: '秩相关',
  难分高下: '概率接近',
  把握不大: '置信度低',
  逐词删除: '留一法',
  文字: '文本',
  你: '您',
};
/** Letters as such, not a text. */
const LETTERS = /预测结果文字的颜色|文字仍是文字/g;

test.each(['package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'])('%s has one term for a thing', (file) => {
  const texts = Object.entries(json(file)).map(([key, text]) => [key, text.replace(LETTERS, '')] as const);
  const old = texts.filter(([, text]) => Object.keys(OLD_TERMS).some((term) => text.includes(term)));
  expect(Object.fromEntries(old)).toEqual({});
  // Percentages have no space before their sign.
  expect(texts.filter(([, text]) => /[\d}] %/.test(text))).toEqual([]);
});
