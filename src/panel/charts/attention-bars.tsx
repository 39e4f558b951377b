import { usePage } from '../explanation/page-context';
import { fill, fixed } from '../wording/format';
import type { ShownExplanation, ShownWord } from '../wording/reading';
import { RowHits } from './row-hits';
import { layRows, rowsHeight } from './rows';
import { axisOver } from './scale';
import { HEAD_HEIGHT, wordColumn } from './score-bars';
import { SvgLine, Svg, Text } from './svg';
import { axisHeight, ValueAxis } from './value-axis';

interface AttentionBarsProps {
  readonly shown: ShownExplanation;
  readonly words: readonly ShownWord[];
  readonly width: number;
  readonly finding: string;
  /** False where it is beside the score bars, whose rows it shares: `besideWidth` is the width of those. */
  readonly named: boolean;
}

/** Share of attention of each word, against the even share; grey: attention is not for or against anything. */
export function AttentionBars({ shown, words, width, finding, named }: AttentionBarsProps) {
  const { strings, measure } = usePage();
  const even = shown.evenShare ?? 1;
  const shares = words.map(({ attention = 0 }) => 100 * attention);
  // Beside the score bars the rows must be as high as theirs, so words wrap at the same width.
  const wordWidth = wordColumn(words, width, measure);
  const figureWidth = Math.max(...shares.map((share) => measure(fixed(share, 1), true)));
  const figures = Math.ceil((named ? wordWidth + 8 : 0) + figureWidth);
  const axis = axisOver([...shares, 100 * even], [figures + 12, width - 16]);
  const rows = layRows(words, { top: HEAD_HEIGHT, width: wordWidth, measure });
  const bottom = HEAD_HEIGHT + rowsHeight(rows) + 4;
  const tick = (value: number, decimals: number) => fixed(value, decimals);
  const title = { axis, title: '', tick, measure };
  const evenX = Math.round(axis.at(100 * even));
  const evenLabel = fill(strings.evenShare, fixed(100 * even, 1));
  const leftwards = evenX + 6 + measure(evenLabel) > width;
  return (
    <>
      <Svg width={width} height={bottom + axisHeight(title)} label={finding}>
        <ValueAxis {...title} top={HEAD_HEIGHT} bottom={bottom} />
        {rows.map(({ item, lines, y }, index) => {
          const strong = shares[index] > 200 * even ? 'b' : '';
          return (
            <g key={item.index}>
              {named &&
                lines.map((line, part) => (
                  <Text key={part} class={strong} x={0} y={y + 14 + 16 * part}>
                    {line}
                  </Text>
                ))}
              <Text class={strong} anchor="end" x={figures} y={y + 14}>
                {fixed(shares[index], 1)}
              </Text>
              <rect class="bar" x={axis.at(0)} y={y + 6} width={axis.at(shares[index]) - axis.at(0)} height={8} />
            </g>
          );
        })}
        <SvgLine class="mark" from={[evenX, 4]} to={[evenX, bottom]} />
        <Text class="m" anchor={leftwards ? 'end' : 'start'} x={leftwards ? evenX - 6 : evenX + 6} y={12}>
          {evenLabel}
        </Text>
      </Svg>
      <RowHits shown={shown} rows={rows} width={width} label={finding} />
    </>
  );
}
