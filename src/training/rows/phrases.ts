import { DEGREES } from '../../records/labels/degree';
import { detokenised } from './detokenise';
import type { Row } from './row';

const THREE = ['negative', 'negative', 'neutral', 'positive', 'positive'] as const;

/**
 * The labelled phrases of treebank rows (Socher et al. 2013), from `tokens` and `spans` of [start, end, 0..4], down to single
 * tokens. Each phrase once as tokens and once as people write it; whole sentences are left out, because they are rows already.
 *
 * @param degrees five labels, or the three that they are merged into
 */
export function phrasesOf(rows: readonly Row[], degrees: 3 | 5 = 3): Row[] {
  const names = degrees === 5 ? DEGREES : THREE;
  const phrases = new Map<string, Row>();
  for (const { fields } of rows) {
    const tokens = strings(fields['tokens']);
    for (const [start, end, degree] of spans(fields['spans'])) {
      if (end - start >= tokens.length) continue;
      const cut = tokens.slice(start, end).join(' ');
      const label = names[degree];
      if (cut === '' || !label) continue;
      for (const text of [cut, detokenised(cut)]) {
        if (!phrases.has(text)) phrases.set(text, { text, label, fields: { text, label } });
      }
    }
  }
  return [...phrases.values()];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function spans(value: unknown): (readonly [number, number, number])[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((span): span is unknown[] => Array.isArray(span) && span.length >= 3)
    .map(([start, end, degree]) => [Number(start), Number(end), Number(degree)] as const);
}
