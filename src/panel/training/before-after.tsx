import type { ComparedAccuracy, TrainingOutcome } from '../../shared/protocol/training-page';
import { fixedAxis, type Axis } from '../charts/scale';
import { Svg, SvgLine, Text } from '../charts/svg';
import { fill, fixed } from '../wording/format';
import { useTrainingPage } from './context';
import { TrainingFigure } from './training-figure';

interface Row {
  readonly name: string;
  readonly figure: ComparedAccuracy;
  readonly bold?: boolean;
  readonly faint?: boolean;
}

/** Figures before and after on one axis, with the interval of what it is after. */
export function BeforeAfter({ result }: { readonly result: TrainingOutcome }) {
  const { strings, layout, say } = useTrainingPage();
  const { result: words } = strings;
  const { accuracy, macroF1, general, baseline } = result;
  const rows: readonly Row[] = [
    { name: words.accuracyRow, figure: accuracy, bold: true },
    { name: words.f1Row, figure: macroF1 },
    ...(general ? [{ name: words.generalRow, figure: general }] : []),
    ...(baseline ? [{ name: words.baselineRow, figure: baseline, faint: true }] : []),
  ];
  const width = layout.mode === 'wide' ? Math.min(300, Math.floor(layout.content * 0.36)) : layout.content;
  const axis = axisOf(rows, width);
  const cells = ({ figure: { n, before, after } }: Row) => [
    say.count(n),
    before === undefined ? '–' : say.figure(before),
    say.figure(after),
    before === undefined ? '–' : say.points(after - before),
  ];
  const head = [words.what, words.texts, words.before, words.after, words.pointsColumn];
  const table = () => ({
    head,
    numeric: [false, true, true, true, true],
    rows: rows.map((row) => [row.name, ...cells(row)]),
  });
  const note = accuracy.before === undefined ? words.afterNote : words.beforeAfterNote;
  const beside = layout.mode === 'wide';
  return (
    <div class="first">
      <TrainingFigure name={words.beforeAfter} note={note} table={table}>
        <table class="tbl">
          <thead>
            <tr>
              {head.map((name, index) => (
                <th key={name} scope="col" class={index > 0 ? 'num' : ''}>
                  {index > 0 ? name : <span class="unseen">{name}</span>}
                </th>
              ))}
              {beside && (
                <td style={{ width: `${width}px` }}>
                  <Ticks axis={axis} width={width} />
                </td>
              )}
            </tr>
          </thead>
          {rows.map((row) => (
            <tbody key={row.name} class={row.faint ? 'm' : ''}>
              <tr>
                <th scope="row" class={row.bold ? 'b' : ''}>
                  {row.name}
                </th>
                {cells(row).map((cell, index) => (
                  <td key={index} class={row.bold && index > 1 ? 'num b' : 'num'}>
                    {cell}
                  </td>
                ))}
                {beside && (
                  <td>
                    <Dumbbell {...{ axis, width, row }} />
                  </td>
                )}
              </tr>
              {!beside && (
                <tr class="below">
                  <td colSpan={5}>
                    <Dumbbell {...{ axis, width, row }} />
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
        {!beside && <Ticks axis={axis} width={width} />}
      </TrainingFigure>
      <p class="m sm note">
        {fill(words.commonest, say.percent(result.commonest))} {result.reasons && reasonsText(result.reasons, words)}
      </p>
    </div>
  );
}

/** How well the reasons that people underlined are found. */
function reasonsText(
  { n, before, after }: NonNullable<TrainingOutcome['reasons']>,
  words: Readonly<Record<'reasons' | 'reasonsSame', string>>,
): string {
  const better = before !== undefined && after > before;
  return fill(better ? words.reasons : words.reasonsSame, before === undefined ? '–' : fixed(before), fixed(after), n);
}

const EDGE = 12;

/** From 50 % where all is above it, else from 0. */
function axisOf(rows: readonly Row[], width: number): Axis {
  const least = Math.min(...rows.flatMap(({ figure: { before, interval } }) => [before ?? 1, interval[0]]));
  const from = least >= 0.5 ? 50 : 0;
  const axis = fixedAxis(100 - from, from === 50 ? 10 : 20, [EDGE, width - EDGE]);
  return { ...axis, ticks: axis.ticks.map((tick) => tick + from), at: (value) => axis.at(value - from) };
}

function Ticks({ axis, width }: { readonly axis: Axis; readonly width: number }) {
  return (
    <svg width={width} height={14} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <Text key={tick} class="m" anchor="middle" x={axis.at(tick)} y={12}>
          {String(tick)}
        </Text>
      ))}
    </svg>
  );
}

function Dumbbell({ axis, width, row }: { readonly axis: Axis; readonly width: number; readonly row: Row }) {
  const { say } = useTrainingPage();
  const { before, after, interval } = row.figure;
  const [low, high] = interval.map((value) => axis.at(100 * value));
  const at = axis.at(100 * after);
  const label = `${row.name}: ${before === undefined ? '' : `${say.figure(before)} → `}${say.figure(after)} (${interval.map(say.figure).join('–')})`;
  return (
    <Svg width={width} height={24} label={label}>
      <SvgLine class="grid" from={[0, 12]} to={[width, 12]} />
      {before !== undefined && <SvgLine class="whisk strong" from={[axis.at(100 * before), 12]} to={[at, 12]} />}
      <SvgLine class="whisk" from={[low, 12]} to={[high, 12]} />
      <SvgLine class="whisk" from={[low, 6]} to={[low, 18]} />
      <SvgLine class="whisk" from={[high, 6]} to={[high, 18]} />
      {before !== undefined && <circle class="ring" cx={axis.at(100 * before)} cy={12} r={4} />}
      <circle class={row.faint ? 'ring' : 'dot'} cx={at} cy={12} r={row.faint ? 2.5 : 4.5} />
    </Svg>
  );
}
