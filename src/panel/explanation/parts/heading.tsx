import { usePage } from '../page-context';
import { capitalised } from '../../../shared/strings/capitalised';
import { fill } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';
import { leadSentence } from '../../wording/sentences';
import { inPercent } from '../../wording/studies';

/** What the prediction is, or for which other class the text is explained; and one sentence why. */
export function Heading({ shown }: { readonly shown: ShownExplanation }) {
  const { strings, printed } = usePage();
  // A report has a title of its own.
  const Title = printed ? 'p' : 'h1';
  const { warnings, explanation } = shown.view;
  const { label, target, against } = explanation;
  const sentence = leadSentence(shown, strings);
  const other = target !== label || against !== undefined;
  return (
    <div>
      {other ? (
        <>
          <Title class="headline">
            {around(
              fill(
                against === undefined ? strings.explainingFor : strings.explainingRather,
                '{0}',
                labelName(against ?? '', strings),
              ),
              <Prediction shown={shown} label={target} />,
            )}
          </Title>
          <p class="headline">{around(strings.predictedIs, <Prediction shown={shown} label={label} />)}</p>
        </>
      ) : (
        <Title class="headline">
          <Prediction shown={shown} label={label} first />
        </Title>
      )}
      {sentence && <p class="lead">{sentence}</p>}
      {warnings.map((warning) => (
        <p key={warning} class="lead m">
          {warning}
        </p>
      ))}
    </div>
  );
}

interface PredictionProps {
  readonly shown: ShownExplanation;
  readonly label: string;
  readonly first?: boolean;
}

/** `Positive 72 %`, the label in its colour. */
export function Prediction({ shown, label, first = false }: PredictionProps) {
  const { strings } = usePage();
  const { tones, explanation } = shown.view;
  const name = labelName(label, strings);
  return (
    <>
      <b class={tones[label]}>{first ? capitalised(name) : name}</b>{' '}
      <span class="p">{inPercent(explanation.probabilities[label], strings)}</span>
    </>
  );
}

/** An element in the place of `{0}` of a template. */
function around(template: string, element: preact.ComponentChildren): preact.ComponentChildren {
  const [before, behind = ''] = template.split('{0}');
  return [before, element, behind];
}
