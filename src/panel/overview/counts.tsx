import type { Overview } from '../../shared/overview';
import { axisOver } from '../charts/scale';
import { SvgLine, Svg, Text } from '../charts/svg';
import { ValueAxis } from '../charts/value-axis';
import { ChartFigure } from './chart-figure';
import { useOverviewPage } from './context';

const ROW = 28;

/** How many rows each label has, good ones first, with the file's own count as an upright line. */
export function Counts({ overview, width }: { readonly overview: Overview; readonly width: number }) {
  const { strings, measure, say } = useOverviewPage();
  const labels = [...overview.labels].reverse();
  const whole = overview.rows - overview.errors || 1;
  const wide = (texts: readonly string[], bold = false) =>
    Math.ceil(Math.max(...texts.map((text) => measure(text, bold))) / 4) * 4;
  const names = wide([...labels.map(({ label }) => say.Label(label)), strings.rows], true);
  const counts = names + 8 + wide(labels.map(({ rows }) => say.count(rows)));
  const shares = counts + 8 + wide([say.percent(1, 1)]);
  const values = labels.flatMap(({ rows, given }) => [rows, given ?? 0]);
  const axis = axisOver(values, [shares + 12, width - 16], { most: 4 });
  const bottom = ROW * labels.length;
  const hasGiven = labels.some(({ given }) => given !== undefined);
  const finding = labels.map(({ label, rows }) => `${say.Label(label)} ${say.count(rows)}`).join(strings.comma);
  const table = () => ({
    head: [strings.label, strings.rows, strings.share, ...(hasGiven ? [strings.fileSaysRows] : [])],
    numeric: [false, true, true, true],
    rows: labels.map(({ label, rows, given }) => [
      say.Label(label),
      say.count(rows),
      say.percent(rows / whole, 1),
      ...(hasGiven ? [say.count(given ?? 0)] : []),
    ]),
  });
  const heading = (
    <>
      <h2>{strings.howMany}</h2>
      <p class="m sm">{hasGiven ? strings.howManyGiven : strings.howManyNote}</p>
    </>
  );
  return (
    <ChartFigure heading={heading} name={strings.howMany} table={table}>
      <Svg width={width} height={bottom + 36} label={finding}>
        <ValueAxis {...{ axis, measure }} tick={say.count} title={strings.rows} top={0} bottom={bottom} />
        {labels.map(({ label, tone, rows, given }, index) => (
          <g key={label}>
            <Text class="b" x={0} y={ROW * index + 19}>
              {say.Label(label)}
            </Text>
            <Text anchor="end" x={counts} y={ROW * index + 19}>
              {say.count(rows)}
            </Text>
            <Text class="m" anchor="end" x={shares} y={ROW * index + 19}>
              {say.percent(rows / whole, 1)}
            </Text>
            <rect class={tone} x={axis.at(0)} y={ROW * index + 8} width={axis.at(rows) - axis.at(0)} height={12} />
            {given !== undefined && (
              <SvgLine
                class="given"
                from={[Math.round(axis.at(given)), ROW * index + 4]}
                to={[Math.round(axis.at(given)), ROW * index + 24]}
              />
            )}
          </g>
        ))}
      </Svg>
    </ChartFigure>
  );
}
