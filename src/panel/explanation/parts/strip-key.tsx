import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import type { PanelModel } from '../../wording/reading';

/** What the marks mean: four swatches each way, with the |score| at which each begins. */
export function StripKey({ reading }: { readonly reading: PanelModel }) {
  const { strings } = usePage();
  const { bounds } = reading.view;
  const figures = bounds.map((bound) => reading.unit.figure(bound).replace('+', ''));
  const sides = (['against', 'for', 'none'] as const).flatMap((direction) => {
    const word = reading.words.find((each) => each.direction === direction && each.step > 0);
    return word ? [{ direction, tone: word.tone }] : [];
  });
  const names = { against: strings.against, for: strings.for, none: reading.unit.title };
  return (
    <div class="key">
      {sides.map(({ direction, tone }) => (
        <span key={direction} class="side">
          <span class="lab">
            {direction !== 'none' && <span class={`arrow ${tone}`}>{direction === 'for' ? '▲' : '▼'}</span>}
            {names[direction]}
          </span>
          {figures.map((figure, step) => (
            <span key={step} class={`sw ${tone} s${step + 1}${direction === 'against' ? ' ag' : ''}`}>
              {figure}
            </span>
          ))}
        </span>
      ))}
      <span class="m">{fill(strings.keyNote, figures[0])}</span>
    </div>
  );
}
