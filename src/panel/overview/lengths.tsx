import type { LengthCounts } from '../../shared/overview';
import { axisOver } from '../charts/scale';
import { SvgLine, Svg, Text } from '../charts/svg';
import { fill } from '../wording/format';
import { ChartFigure } from './chart-figure';
import { useOverviewPage } from './context';

const HEIGHT = 88;
const TOP = 8;

/** How many rows have how many words. */
export function LengthChart({ lengths, width }: { readonly lengths: LengthCounts; readonly width: number }) {
  const { strings, measure, say } = useOverviewPage();
  const { unit, bin, counts, median, longest } = lengths;
  const inWords = unit === 'words';
  const bottom = TOP + HEIGHT;
  const up = axisOver(counts, [bottom, TOP], { most: 2 });
  const left = Math.ceil(Math.max(...up.ticks.map((tick) => measure(say.count(tick)))) / 4) * 4 + 8;
  const each = (width - left - 12) / counts.length;
  const at = (length: number) => left + Math.min(counts.length, length / bin) * each;
  const every = labelledEvery(counts.length, each, measure(say.count(bin * counts.length)));
  const isOpen = (index: number) => index === counts.length - 1 && counts.length > 1;
  const range = (index: number) =>
    isOpen(index) ? `${say.count(index * bin)}+` : `${say.count(index * bin)}–${say.count((index + 1) * bin - 1)}`;
  const middle = fill(inWords ? strings.medianWords : strings.medianCharacters, say.count(median));
  const atMedian = at(median);
  const isRight = atMedian + 16 + measure(middle) < width;
  const heading = (
    <>
      <h2>{strings.howLong}</h2>
      <p class="m sm">
        {fill(inWords ? strings.howLongWords : strings.howLongCharacters, say.count(bin), say.count(longest))}
      </p>
    </>
  );
  const table = () => ({
    head: [inWords ? strings.wordsPerRow : strings.charactersPerRow, strings.rows],
    numeric: [true, true],
    rows: counts.map((rows, index) => [range(index), say.count(rows)]),
  });
  return (
    <ChartFigure heading={heading} name={strings.howLong} table={table}>
      <Svg width={width} height={bottom + 44} label={middle}>
        {up.ticks.map((tick) => (
          <g key={tick}>
            <SvgLine class={tick === 0 ? 'axis' : 'grid'} from={[left, up.at(tick)]} to={[width - 12, up.at(tick)]} />
            <Text class="m" anchor="end" x={left - 8} y={up.at(tick) + 4}>
              {say.count(tick)}
            </Text>
          </g>
        ))}
        {counts.map((rows, index) => (
          <rect
            key={index}
            class="bar"
            x={left + index * each + 1}
            y={up.at(rows)}
            width={Math.max(1, each - 2)}
            height={bottom - up.at(rows)}
          />
        ))}
        {counts.map(
          (_, index) =>
            index % every === 0 &&
            !isOpen(index) && (
              <Text key={index} class="m" anchor="middle" x={left + index * each} y={bottom + 16}>
                {say.count(index * bin)}
              </Text>
            ),
        )}
        {isOpen(counts.length - 1) && (counts.length - 1) % every === 0 && (
          <Text class="m" anchor="middle" x={left + (counts.length - 0.5) * each} y={bottom + 16}>
            {range(counts.length - 1)}
          </Text>
        )}
        <SvgLine class="mark" from={[Math.round(atMedian), 0]} to={[Math.round(atMedian), bottom]} />
        <Text class="halo" anchor={isRight ? 'start' : 'end'} x={atMedian + (isRight ? 8 : -8)} y={TOP + 4}>
          {middle}
        </Text>
        <Text class="m" anchor="end" x={width - 12} y={bottom + 36}>
          {inWords ? strings.wordsPerRow : strings.charactersPerRow}
        </Text>
      </Svg>
    </ChartFigure>
  );
}

/** So many bins apart that figures of this width do not touch. */
function labelledEvery(bins: number, each: number, width: number): number {
  const least = Math.ceil((width + 12) / each);
  return [1, 2, 5, 10, 20, 50].find((every) => every >= least) ?? bins;
}
