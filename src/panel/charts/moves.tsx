import { usePage } from '../explanation/page-context';
import { capitalised } from '../../shared/strings/capitalised';
import { fixed } from '../wording/format';
import { labelName } from '../wording/names';
import { fixedAxis } from './scale';
import { Svg, SvgLine, Text } from './svg';
import { ValueAxis } from './value-axis';

const ROW = 24;

interface MovesProps {
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  readonly tones: Readonly<Record<string, string>>;
  /** The label that is predicted after. */
  readonly label: string;
  readonly width: number;
  readonly finding: string;
}

/** The probability of each label before (○) and after (●) a change, on one axis, the best label first. */
export function LabelShifts({ before, after, tones, label, width, finding }: MovesProps) {
  const { strings, measure } = usePage();
  const labels = Object.keys(after).reverse();
  const whole = (value: number | undefined) => (value === undefined ? '–' : fixed(100 * value, 0));
  const rows = labels.map((key) => ({
    key,
    name: capitalised(labelName(key, strings)),
    from: before[key],
    to: after[key],
    figures: `${whole(before[key])} → ${whole(after[key])}`,
  }));
  const names = [...rows.map(({ name }) => name), strings.probabilityUnit];
  const nameWidth = Math.max(...names.map((name) => measure(name, true)));
  const figures = Math.ceil(nameWidth + 12 + Math.max(...rows.map((row) => measure(row.figures, true))));
  const axis = fixedAxis(100, 50, [figures + 14, width - 16]);
  const bottom = ROW * rows.length;
  return (
    <Svg width={width} height={bottom + 20} label={finding}>
      <ValueAxis
        {...{ axis, measure, bottom }}
        title={strings.probabilityUnit}
        tick={(value: number) => String(value)}
        top={0}
      />
      {rows.map(({ key, name, from, to, figures: said }, index) => {
        const y = ROW * index + 12;
        const strong = key === label ? 'b' : '';
        const at = axis.at(100 * to);
        return (
          <g key={key}>
            <title>{`${name}: ${said}`}</title>
            <Text class={strong} x={0} y={y + 4}>
              {name}
            </Text>
            <Text class={strong} anchor="end" x={figures} y={y + 4}>
              {said}
            </Text>
            {from !== undefined && (
              <>
                <SvgLine class={`ln move ${tones[key]}`} from={[axis.at(100 * from), y]} to={[at, y]} />
                <circle class="ring" cx={axis.at(100 * from)} cy={y} r={4} />
              </>
            )}
            <circle class={tones[key]} cx={at} cy={y} r={4.5} />
          </g>
        );
      })}
    </Svg>
  );
}
