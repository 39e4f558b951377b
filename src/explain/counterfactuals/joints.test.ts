import { expect, test } from 'vitest';
import { chineseJoints } from './joints';

test.each([
  ['这顿饭又贵又难吃', ['虽', '但']],
  ['他修得又快又好', ['很', '但很']],
  ['这里安静又干净', ['但']],
])('of two that differ in %s one is written %j', (text, expected) => {
  expect(
    chineseJoints(text)
      .map(({ turned }) => turned.newText)
      .sort(),
  ).toEqual([...expected].sort());
});
