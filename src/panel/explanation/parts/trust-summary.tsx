import type { StudyResults } from '../../../shared/protocol/panel';
import { usePage } from '../page-context';
import type { ShownExplanation } from '../../wording/reading';
import type { Check } from '../../wording/check';
import { checksOf, trustLevel } from '../../wording/trust';
import { AskForFigures, type StudiesState } from './waiting';

interface TrustSummaryProps {
  readonly shown: ShownExplanation;
  readonly figures: StudyResults;
  readonly studies: StudiesState;
}

/** *How reliable is this explanation?*: a level where every check was made, and the checks there are. */
export function TrustSummary({ shown, figures, studies }: TrustSummaryProps) {
  const { strings } = usePage();
  const level = trustLevel(shown, figures, strings);
  const compare = (shown.view.model?.methods.length ?? 0) > 1 && !figures.agreement && figures.trust;
  return (
    <section class="trust">
      <h2>{strings.trust}</h2>
      {level && <p class="b">{level}</p>}
      <ul>
        {checksOf(shown, figures, strings).map((check) => (
          <Row key={check.title} {...check} />
        ))}
      </ul>
      {!figures.trust && <AskForFigures study="trust" label={strings.askTrust} {...studies} />}
      {compare && (
        <AskForFigures study="agreement" label={strings.askAgreement} why={strings.agreeUnknown} {...studies} />
      )}
    </section>
  );
}

function Row({ good, title, detail }: Check) {
  return (
    <li>
      <span class="sign" aria-hidden="true">
        {good ? '✓' : '!'}
      </span>
      <span>
        <b>{title}</b>
        <br />
        {detail}
      </span>
    </li>
  );
}
