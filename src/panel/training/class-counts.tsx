import type { TrainingClass } from '../../shared/protocol/training-page';
import { SvgLine, Svg, Text } from '../charts/svg';
import { fill } from '../wording/format';
import { useTrainingPage } from './context';
import { TrainingFigure } from './training-figure';

const ROW = 24;
/** Classes that are drawn; the table has all. */
const MOST = 12;

/** How many rows each class has. */
export function ClassCounts({ classes }: { readonly classes: readonly TrainingClass[] }) {
  const { strings, layout, measure, say } = useTrainingPage();
  const { form: words } = strings;
  const width = Math.min(layout.column, 400);
  const all = classes.reduce((sum, { rows }) => sum + rows, 0) || 1;
  const isCut = classes.length > MOST + 1;
  const shown = isCut ? [...classes].sort((a, b) => b.rows - a.rows).slice(0, MOST) : classes;
  const wide = (texts: readonly string[], most: number) =>
    Math.min(most, Math.ceil(Math.max(...texts.map((text) => measure(text))) / 4) * 4);
  const names = wide(
    shown.map(({ label }) => say.label(label)),
    width / 3,
  );
  const counts =
    names +
    16 +
    wide(
      shown.map(({ rows }) => say.count(rows)),
      80,
    );
  const left = counts + 12;
  const room = width - left - 8 - measure(say.percent(1, 0));
  const largest = Math.max(...classes.map(({ rows }) => rows), 1);
  const finding = shown.map(({ label, rows }) => `${say.label(label)} ${say.count(rows)}`).join(strings.comma);
  const table = () => ({
    head: [words.class, words.classRows, words.classShare],
    numeric: [false, true, true],
    rows: classes.map(({ label, rows }) => [say.label(label), say.count(rows), say.percent(rows / all)]),
  });
  return (
    <TrainingFigure name={words.classes} table={table}>
      <Svg width={width} height={ROW * shown.length + 4} label={finding}>
        {shown.map(({ label, rows, tone }, index) => {
          const y = ROW * index;
          const length = Math.max(1, (room * rows) / largest);
          return (
            <g key={label}>
              <Text x={0} y={y + 16}>
                {shortened(say.label(label), names, measure)}
              </Text>
              <Text x={counts} y={y + 16} anchor="end">
                {say.count(rows)}
              </Text>
              <rect class={tone} x={left} y={y + 8} width={length} height={8} />
              <Text class="m" x={left + length + 8} y={y + 16}>
                {say.percent(rows / all, 0)}
              </Text>
            </g>
          );
        })}
        <SvgLine class="axis" from={[left, 0]} to={[left, ROW * shown.length]} />
      </Svg>
      {isCut && <p class="m sm">{fill(words.moreClasses, say.count(MOST), say.count(classes.length))}</p>}
    </TrainingFigure>
  );
}

/** A name that fits, with `…` where it had to be cut. */
function shortened(name: string, width: number, measure: (text: string) => number): string {
  if (measure(name) <= width) return name;
  let short = name;
  while (short.length > 1 && measure(`${short}…`) > width) short = short.slice(0, -1);
  return `${short}…`;
}
