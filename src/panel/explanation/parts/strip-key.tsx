import { faintnessOf } from '../../../shared/highlights';
import { usePage } from '../page-context';
import type { ShownExplanation } from '../../wording/reading';

const STEPS = [1, 2, 3, 4] as const;

/** What the highlights mean: four swatches each way, from weaker to stronger. */
export function StripKey({ shown }: { readonly shown: ShownExplanation }) {
  const { strings } = usePage();
  const sides = (['against', 'for', 'none'] as const).flatMap((direction) => {
    const highlight = shown.highlights.find((each) => each.direction === direction);
    return highlight ? [{ direction, tone: highlight.tone }] : [];
  });
  const faint = faintnessOf(shown.view.explanation, shown.highlights);
  const names = { against: strings.against, for: strings.for, none: shown.unit.title };
  return (
    <div class="key">
      {sides.map(({ direction, tone }) => (
        <span key={direction} class="side">
          <span class="lab">
            {direction !== 'none' && <span class={`arrow ${tone}`}>{direction === 'for' ? '▲' : '▼'}</span>}
            {names[direction]}
          </span>
          {STEPS.map((step) => (
            <span key={step} class={`sw ${tone} s${step}${direction === 'against' ? ' ag' : ''}`} aria-hidden="true" />
          ))}
        </span>
      ))}
      <span class="m">{strings.weaker}</span>
      {faint && <span class="m faint">{strings.faint[faint]}</span>}
    </div>
  );
}
