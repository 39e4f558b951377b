import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROW_ERRORS } from '../../shared/strings/file-errors';
import { CHINESE_ROW_ERRORS } from './chinese-rows';
import { wordingIn } from './wording-in';

const BUNDLE = join(import.meta.dirname, '..', '..', '..', 'l10n', 'bundle.l10n.zh-cn.json');

test('reports have the sentences of the editor', () => {
  const bundle = JSON.parse(readFileSync(BUNDLE, 'utf8')) as Readonly<Record<string, string>>;
  const editor = Object.fromEntries(Object.entries(ROW_ERRORS).map(([id, sentence]) => [id, bundle[sentence]]));
  expect(CHINESE_ROW_ERRORS).toEqual(editor);
  expect(wordingIn('zh').rowError('Line 3: There is no text.')).toBe('第 3 行：没有文本。');
  expect(wordingIn('en').rowError('Line 3: There is no text.')).toBe('Line 3: There is no text.');
});
