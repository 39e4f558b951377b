import { expect, test } from 'vitest';
import { lengthInWords } from './text-length';

test('a sentence and its translation are about as long', () => {
  const pairs = [
    ['The hotel was lovely but the room smelled awful.', '酒店很不错，但是房间的味道太难闻了。'],
    ['Customer service asked me politely to wait for another three days.', '客服很有礼貌地请我再等三天。'],
    ['I will never buy anything from this shop again.', '我再也不会在这家店买任何东西了。'],
  ];
  for (const [english, chinese] of pairs) {
    const share = lengthInWords(chinese) / lengthInWords(english);
    expect(share, english).toBeGreaterThan(0.65);
    expect(share, english).toBeLessThan(1.5);
  }
});

test('words are counted, not signs; nothing has no length', () => {
  expect(lengthInWords('I didn’t like it — at all!')).toBe(6);
  expect(lengthInWords('用 iPhone 拍的')).toBeCloseTo(1 + 3 * 0.6);
  expect(lengthInWords('')).toBe(1);
  expect(lengthInWords('👍')).toBe(1);
});
