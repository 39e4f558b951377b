import { useState } from 'preact/hooks';
import { DENSITIES, type Density } from '../../../shared/highlights';
import type { Method } from '../../../shared/methods';
import { usePage } from '../page-context';
import { capitalised } from '../../../shared/strings/capitalised';
import { labelName, methodName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';
import { bestFirst } from '../../wording/tables';
import { askedAgain } from './asked-again';

interface TextChoicesProps {
  readonly shown: ShownExplanation;
  readonly working: boolean;
}

/** What changes the text above: the method, how many highlights, and for which class it is explained. */
export function TextChoices({ shown, working }: TextChoicesProps) {
  const { strings, host, onSheet } = usePage();
  const { model, explanation, density } = shown.view;
  const { target, label, against } = explanation;
  const [asked, ask] = useState(false);
  const another = target !== label || against !== undefined;
  const methods = [...new Set([...(model?.methods ?? []), explanation.method])];
  const densities: Readonly<Record<Density, string>> = {
    fewer: strings.highlightsFewer,
    default: strings.highlightsDefault,
    more: strings.highlightsMore,
  };
  return (
    <div data-page-only>
      <div class="choices">
        <label class="pick">
          {strings.methodLabel}{' '}
          <select
            aria-label={strings.method}
            value={explanation.method}
            disabled={working || methods.length < 2}
            onChange={(event) =>
              host.explainAgain(askedAgain(explanation, { method: event.currentTarget.value as Method }))
            }
          >
            {methods.map((method) => (
              <option key={method} value={method} selected={method === explanation.method}>
                {capitalised(methodName(method, strings))}
              </option>
            ))}
          </select>
        </label>
        <label class="pick">
          {strings.highlightsLabel}{' '}
          <select
            aria-label={strings.highlights}
            value={density}
            onChange={(event) => host.density({ density: event.currentTarget.value as Density })}
          >
            {DENSITIES.map((each) => (
              <option key={each} value={each} selected={each === density}>
                {densities[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="links">
        <button class="link" onClick={() => onSheet('whatIf')}>
          {strings.whatIf}
        </button>
        <button class="link" onClick={() => onSheet('compare')}>
          {strings.compareModels}
        </button>
        {!another && (
          <button class="link" aria-expanded={asked} onClick={() => ask(!asked)}>
            {strings.anotherClass}
          </button>
        )}
      </div>
      {(asked || another) && <Labels {...{ shown, working }} />}
    </div>
  );
}

/** For which class, and rather than which. */
function Labels({ shown, working }: TextChoicesProps) {
  const { strings, host } = usePage();
  const { explanation } = shown.view;
  const { target, against } = explanation;
  const labels = bestFirst(explanation.probabilities).map(([label]) => label);
  return (
    <div class="choices">
      <label class="pick">
        {strings.targetChoice}{' '}
        <select
          value={target}
          disabled={working}
          onChange={(event) => host.explainAgain(askedAgain(explanation, { target: event.currentTarget.value }))}
        >
          {labels.map((label) => (
            <option key={label} value={label} selected={label === target}>
              {labelName(label, strings)}
            </option>
          ))}
        </select>
      </label>
      {labels.length > 2 && (
        <label class="pick">
          {strings.againstChoice}{' '}
          <select
            value={against ?? ''}
            disabled={working}
            onChange={(event) =>
              host.explainAgain(askedAgain(explanation, { against: event.currentTarget.value || undefined }))
            }
          >
            <option value="" selected={against === undefined}>
              {strings.ratherThanNone}
            </option>
            {labels
              .filter((label) => label !== target)
              .map((label) => (
                <option key={label} value={label} selected={label === against}>
                  {labelName(label, strings)}
                </option>
              ))}
          </select>
        </label>
      )}
    </div>
  );
}
