import type { StudyResults } from '../../shared/protocol/panel';
import { usePage } from '../explanation/page-context';
import { fill } from '../wording/format';
import type { ShownExplanation } from '../wording/reading';
import { inPercent } from '../wording/studies';
import { Points } from './points';
import { axisOver, fixedAxis } from './scale';
import { spread } from './spread';
import { SvgLine, polyline, Svg, Text, type Point } from './svg';
import { GridLines } from './grid-lines';

const LEFT = 28;
const HEIGHT = 144;
const TOP = 12;

interface DeletionCurveProps {
  readonly shown: ShownExplanation;
  readonly trust: NonNullable<StudyResults['trust']>;
  readonly width: number;
  readonly finding: string;
}

/** The target's probability while words are removed, the strongest first, compared with removal in random orders. */
export function DeletionCurve({ shown, trust, width, finding }: DeletionCurveProps) {
  const { strings, measure, layout } = usePage();
  const { curve, reading: marked, words } = trust;
  const tone = shown.view.tones[trust.target];
  const orders = fill(strings.byChanceMean, trust.faithfulness?.random.orders ?? 0);
  const narrow = layout.mode === 'narrow';
  const beside = [strings.byChance, orders, strings.byChanceRange];
  const names = Math.ceil(Math.max(...[strings.byScore, ...beside].map((name) => measure(name, true))));
  const right = width - (narrow ? 8 : names + 12);
  const bottom = TOP + HEIGHT;
  const y = fixedAxis(100, 50, [bottom, TOP]);
  const height = (probability: number) => y.at(100 * probability);
  const x = axisOver([words], [LEFT, right], { most: 4 });
  const at = (removed: number) => LEFT + ((right - LEFT) * removed) / words;
  // Removing the highlighted words was measured separately; its point lies between those of the curve.
  const plain = {
    ...{ removed: marked.words.length, probability: marked.to },
    ...{ random: marked.randomTo, randomRange: marked.randomRange },
  };
  const along = [...curve.filter(({ removed }) => removed !== plain.removed), plain].sort(
    (a, b) => a.removed - b.removed,
  );
  const chance = along.filter(({ random }) => random !== undefined);
  const edge = (side: 0 | 1) =>
    chance.map(({ removed, random, randomRange }): Point => [at(removed), height(randomRange?.[side] ?? random!)]);
  const band = polyline([...edge(0), ...edge(1).reverse()]);
  const ends = [curve[curve.length - 1].probability, chance[chance.length - 1]?.random ?? 0].map(height);
  const k = marked.words.length;
  // What belongs to the random words stays together; both lines end in one point.
  const labels = spread([ends[1], ends[1] + 16, ends[1] + 32, ends[0] + 48], 16, [TOP + 4, bottom]);
  // Above the lines, which would go through them.
  const figures = spread([height(marked.to) - 10, height(marked.randomTo) - 10], 18, [TOP + 8, bottom - 4]);
  return (
    <>
      <Svg width={width} height={bottom + 36} label={finding}>
        <GridLines axis={y} left={LEFT} right={right} />
        {x.ticks
          .filter((value) => value <= words && Number.isInteger(value))
          .map((value) => (
            <Text key={value} class="m" anchor="middle" x={at(value)} y={bottom + 16}>
              {String(value)}
            </Text>
          ))}
        <Text class="m" anchor="end" x={right} y={bottom + 32}>
          {strings.deletionAxis}
        </Text>
        <path class="band" d={`${band}Z`} />
        {k > 0 && <SvgLine class="mark" from={[Math.round(at(k)), TOP]} to={[Math.round(at(k)), bottom]} />}
        <path
          class="ln fg"
          stroke-dasharray="4 4"
          d={polyline(chance.map(({ removed, random }): Point => [at(removed), height(random!)]))}
        />
        <path
          class={`ln strong ${tone}`}
          d={polyline(along.map(({ removed, probability }): Point => [at(removed), height(probability)]))}
        />
        {k > 0 && (
          <>
            <circle class="dot" cx={at(k)} cy={height(marked.randomTo)} r={3} />
            <circle class={tone} cx={at(k)} cy={height(marked.to)} r={3} />
            <Text class="halo b" x={at(k) + 8} y={figures[0] + 4}>
              {inPercent(marked.to, strings)}
            </Text>
            <Text class="halo" x={at(k) + 8} y={figures[1] + 4}>
              {inPercent(marked.randomTo, strings)}
            </Text>
          </>
        )}
        {!narrow && (
          <>
            <Text x={right + 12} y={labels[0]}>
              {strings.byChance}
            </Text>
            {[orders, strings.byChanceRange].map((name, line) => (
              <Text key={name} class="m" x={right + 12} y={labels[1 + line]}>
                {name}
              </Text>
            ))}
            <Text class={`${tone} b`} x={right + 12} y={labels[3]}>
              {strings.byScore}
            </Text>
          </>
        )}
      </Svg>
      {narrow && (
        <p class="legend" aria-hidden="true">
          <span>
            <svg width="20" height="8">
              <path class={`ln strong ${tone}`} d="M0 4H20" />
            </svg>
            {strings.byScore}
          </span>
          <span>
            <svg width="20" height="8">
              <path class="ln fg" stroke-dasharray="4 4" d="M0 4H20" />
            </svg>
            {`${strings.byChance}: ${orders}`}
          </span>
          <span>
            <svg width="20" height="8">
              <path class="band" d="M0 0H20V8H0Z" />
            </svg>
            {strings.byChanceRange}
          </span>
        </p>
      )}
      {words > 0 && (
        <Points
          label={finding}
          points={along.map(({ removed, probability, random }) => ({
            x: at(removed),
            lines: [
              fill(removed === 1 ? strings.removedOne : strings.removedMany, removed),
              `${strings.byScore}: ${inPercent(probability, strings)}`,
              ...(random === undefined ? [] : [`${strings.byChance}: ${inPercent(random, strings)}`]),
            ],
          }))}
          from={LEFT}
          to={right}
          top={TOP}
          height={HEIGHT}
        />
      )}
    </>
  );
}
