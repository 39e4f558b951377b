import { DeletionCurve } from '../../charts/deletion-curve';
import { Figure } from '../../charts/figure';
import type { StudyResults } from '../../../shared/protocol/panel';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';
import { deletionFinding, deletionTable, measures } from '../../wording/trust';
import { AgreementMatrix } from './agreement-matrix';
import { AskForFigures, type StudiesState } from './waiting';

interface ChecksProps {
  readonly shown: ShownExplanation;
  readonly figures: StudyResults;
  readonly studies: StudiesState;
}

/** What *Methods compared* holds: how alike the methods rank, and what removing words does, measure by measure. */
export function Checks({ shown, figures: { trust, agreement }, studies }: ChecksProps) {
  const { strings, layout } = usePage();
  const name = trust && fill(strings.deletion, labelName(trust.target, strings));
  return (
    <>
      <div class="agreement">
        {agreement ? (
          <AgreementMatrix shown={shown} agreement={agreement} />
        ) : (
          <>
            <h3>{strings.agreement}</h3>
            <AskForFigures study="agreement" label={strings.askAgreement} why={strings.agreeUnknown} {...studies} />
          </>
        )}
      </div>
      {trust && name && trust.words > 0 && (
        <div class="two deletion">
          <Figure
            id="deletion"
            name={name}
            heading={<h3>{name}</h3>}
            note="%"
            table={() => deletionTable(trust, strings)}
          >
            <DeletionCurve {...{ shown, trust }} width={layout.column} finding={deletionFinding(trust, strings)} />
          </Figure>
          <div>
            {measures(trust, strings).map(([measure, meaning]) => (
              <p key={measure} class="measure">
                <b>{measure}</b>
                <br />
                {meaning}
              </p>
            ))}
          </div>
        </div>
      )}
      {trust?.words === 0 && <p>{strings.nothingRead}</p>}
      {!trust && <AskForFigures study="trust" label={strings.askTrust} {...studies} />}
    </>
  );
}
