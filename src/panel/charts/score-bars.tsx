import { usePage } from '../explanation/page-context';
import { fixed } from '../wording/format';
import type { PanelModel, ReadWord } from '../wording/reading';
import { RowHits } from './row-hits';
import { columnWidth, layRows, rowsHeight } from './rows';
import { axisOver } from './scale';
import { Svg, Text } from './svg';
import { axisHeight, ValueAxis } from './value-axis';

/** Above the rows: room for *against | for*, or for the even share of a chart beside it. */
export const HEAD = 20;

interface ScoreBarsProps {
  readonly reading: PanelModel;
  /** In the order in which they are drawn. */
  readonly words: readonly ReadWord[];
  readonly width: number;
  /** Its rows are level with those of a chart of attention beside it. */
  readonly beside?: boolean;
  /** What the chart shows, as a sentence. */
  readonly finding: string;
}

/** Word, ▲▼, score and bar: diverging from 0 where the method is signed, grey where it is a saliency. */
export function ScoreBars({ reading, words, width, beside = false, finding }: ScoreBarsProps) {
  const { strings, measure } = usePage();
  const { unit, view } = reading;
  const { signed } = view.explanation;
  const scores = words.map(({ score }) => score * unit.factor);
  const wordWidth = wordColumn(words, width, measure);
  const figureWidth = Math.max(...words.map(({ score }) => measure(unit.figure(score), true)));
  const arrow = wordWidth + 12;
  const figures = Math.ceil((signed ? arrow + 8 : wordWidth + 8) + figureWidth);
  const axis = axisOver(scores, [figures + 12, width - 16], { bothSides: signed });
  const head = signed || beside ? HEAD : 0;
  const rows = layRows(words, { top: head, width: wordWidth, measure });
  const bottom = head + rowsHeight(rows) + 4;
  const zero = axis.at(0);
  const title = { axis, title: unit.title, tick: unit.tick, measure };
  return (
    <>
      <Svg width={width} height={bottom + axisHeight(title)} label={finding}>
        {signed && (
          <>
            <Text class="m" anchor="end" x={zero - 8} y={12}>
              {strings.against}
            </Text>
            <Text class="m" x={zero + 8} y={12}>
              {strings.for}
            </Text>
          </>
        )}
        <ValueAxis {...title} top={head} bottom={bottom} above={signed ? HEAD : 0} />
        {rows.map(({ item, lines, y }, index) => {
          const strong = item.step >= 3 ? 'b' : '';
          const figure = unit.figure(item.score);
          const nothing = Number(fixed(item.score * unit.factor, unit.factor === 1 ? 2 : 1).replace('−', '-')) === 0;
          const end = axis.at(scores[index]);
          const tone = signed ? item.tone : 'bar';
          return (
            <g key={item.index}>
              {lines.map((line, part) => (
                <Text key={part} class={nothing ? 'm' : strong} x={0} y={y + 14 + 16 * part}>
                  {line}
                </Text>
              ))}
              {signed && !nothing && (
                <Text class={`arrow ${tone}`} anchor="middle" x={arrow} y={y + 13}>
                  {item.direction === 'against' ? '▼' : '▲'}
                </Text>
              )}
              <Text class={nothing ? 'm' : strong} anchor="end" x={figures} y={y + 14}>
                {figure}
              </Text>
              {!nothing && (
                <rect
                  class={tone}
                  x={Math.min(zero, end)}
                  y={y + 6}
                  width={Math.max(1, Math.abs(end - zero))}
                  height={8}
                />
              )}
            </g>
          );
        })}
      </Svg>
      <RowHits reading={reading} rows={rows} width={width} label={finding} />
    </>
  );
}

/** As wide as the widest word, but never more than two fifths of the chart: longer words wrap. */
export function wordColumn(words: readonly ReadWord[], width: number, measure: (text: string) => number): number {
  return columnWidth(words, Math.floor((width * 0.4) / 4) * 4, measure);
}
