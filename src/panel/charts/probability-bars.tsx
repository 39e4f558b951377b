import { usePage } from '../explanation/page-context';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName } from '../wording/names';
import type { ShownExplanation } from '../wording/reading';
import { inPercent } from '../wording/studies';
import { bestFirst } from '../wording/tables';
import { fixedAxis } from './scale';
import { Svg, Text } from './svg';
import { ValueAxis } from './value-axis';

const ROW = 24;

/** One row a label, best first: as many as the model has. */
export function ProbabilityBars({ shown, width }: { readonly shown: ShownExplanation; readonly width: number }) {
  const { strings, measure } = usePage();
  const { probabilities, label } = shown.view.explanation;
  const rows = bestFirst(probabilities).map(([key, p]) => ({ key, p, name: capitalised(labelName(key, strings)) }));
  const names = [...rows.map(({ name }) => name), strings.probabilityUnit];
  const figures = Math.ceil(Math.max(...names.map((name) => measure(name, true))) / 4) * 4 + 8 + 40;
  const axis = fixedAxis(100, 50, [figures + 12, width - 16]);
  const bottom = ROW * rows.length;
  const finding = rows.map(({ name, p }) => `${name} ${inPercent(p, strings)}`).join(', ');
  const tick = (value: number) => String(value);
  return (
    <Svg width={width} height={bottom + 20} label={finding}>
      <ValueAxis {...{ axis, tick, measure }} title={strings.probabilityUnit} top={0} bottom={bottom} />
      {rows.map(({ key, p, name }, index) => (
        <g key={key}>
          <title>{`${name} ${inPercent(p, strings)}`}</title>
          <Text class={key === label ? 'b' : ''} x={0} y={ROW * index + 16}>
            {name}
          </Text>
          <Text class={key === label ? 'b' : ''} anchor="end" x={figures} y={ROW * index + 16}>
            {inPercent(p, strings)}
          </Text>
          <rect
            class={shown.view.tones[key]}
            x={axis.at(0)}
            y={ROW * index + 8}
            width={axis.at(100 * p) - axis.at(0)}
            height={8}
          />
        </g>
      ))}
    </Svg>
  );
}
