import type { ModelTable } from '../../engine/model-table';

const number = (value: number): string => value.toLocaleString('en');

/** The table for a terminal, as Keras prints it. */
export function tableText({ model, architecture, layers, parameters }: ModelTable): string {
  const rows = [
    ['Layer (type)', 'Output shape', 'Parameters'],
    ...layers.map(({ kind, name, output, parameters: count }) => [
      `${name} (${kind})`,
      `(${output.map((side) => side ?? 'None').join(', ')})`,
      number(count),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map(([layer, shape, count]) =>
    `${layer.padEnd(widths[0])}  ${shape.padEnd(widths[1])}  ${count.padStart(widths[2])}`.trimEnd(),
  );
  const rule = (sign: string): string => sign.repeat(widths[0] + widths[1] + widths[2] + 4);
  const [head, ...body] = lines;
  return [
    `Model: ${model} (${architecture})`,
    rule('─'),
    head,
    rule('═'),
    ...body,
    rule('─'),
    `Total parameters: ${number(parameters.total)}`,
    `Trainable parameters: ${number(parameters.trainable)}`,
    `Non-trainable parameters: ${number(parameters.fixed)}`,
    '',
  ].join('\n');
}
