import { mixSeed } from '../../shared/random';
import { SaliencyError } from '../../shared/saliency-error';
import { textKey } from './text-key';

/** Texts that an earlier split held out, by `hashOfText`: for validation or for test. */
export type HeldTexts = ReadonlyMap<string, 'validation' | 'test'>;

/** Twelve hexadecimal digits that identify a text without containing it, so that a list of held-out rows quotes no corpus. */
export function hashOfText(text: string): string {
  const key = textKey(text);
  const [high, low] = [mixSeed('held out', key), mixSeed(key, 'held out')];
  return (high & 0xffff).toString(16).padStart(4, '0') + low.toString(16).padStart(8, '0');
}

/**
 * Reads a list of lines `test HASH` and `validation HASH`.
 * @throws SaliencyError naming the file and a line that is neither
 */
export function parseHeldTexts(list: string, file: string): HeldTexts {
  const held = new Map<string, 'validation' | 'test'>();
  for (const [i, line] of list.split('\n').entries()) {
    if (line === '') continue;
    const found = /^(validation|test) ([0-9a-f]{12})$/.exec(line);
    if (!found) throw new SaliencyError(`${file}: line ${i + 1} is no "test HASH" or "validation HASH".`, 'usage');
    held.set(found[2], found[1] === 'test' ? 'test' : 'validation');
  }
  return held;
}
