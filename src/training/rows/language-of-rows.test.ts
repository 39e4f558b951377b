import { expect, test } from 'vitest';
import { lacksLanguage } from './language-of-rows';

test.each([
  ['房间很干净', 'en', true],
  ['The room was clean', 'zh', true],
  ['The room was clean', 'en', false],
  ['服务 very good', 'en', false],
  ['服务 very good', 'zh', false],
  // Too little to tell, or words of no language that is read.
  ['好', 'en', false],
  ['ok', 'zh', false],
  ['123 :)', 'en', false],
] as const)('%s is surely not %s: %s', (text, language, lacks) => {
  expect(lacksLanguage(text, language)).toBe(lacks);
});
