import { expect, test } from 'vitest';
import { tableText } from './table-text';

test('prints a table as Keras does', () => {
  const layers = [
    { kind: 'Embedding', name: 'embedding', output: [null, null, 8], parameters: 8000 },
    { kind: 'Dense', name: 'dense', output: [null, 2], parameters: 18 },
  ];
  const parameters = { total: 8018, trainable: 18, fixed: 8000 };
  const about = { architecture: 'lstm', labels: ['negative', 'positive'], config: {}, source: '' };
  expect(tableText({ model: 'mine', layers, parameters, ...about })).toBe(
    [
      'Model: mine (lstm)',
      '──────────────────────────────────────────────────',
      'Layer (type)           Output shape     Parameters',
      '══════════════════════════════════════════════════',
      'embedding (Embedding)  (None, None, 8)       8,000',
      'dense (Dense)          (None, 2)                18',
      '──────────────────────────────────────────────────',
      'Total parameters: 8,018',
      'Trainable parameters: 18',
      'Non-trainable parameters: 8,000',
      '',
    ].join('\n'),
  );
});
