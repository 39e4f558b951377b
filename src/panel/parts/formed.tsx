import { DistanceCurve } from '../charts/distance-curve';
import { Figure } from '../charts/figure';
import { usePage } from '../page-context';
import type { Reading } from '../wording/reading';
import { formedFinding } from '../wording/sentences';
import { distanceTable } from '../wording/tables';

/** What *How the verdict formed* holds: the state on its way along the text. */
export function Formed({ reading }: { readonly reading: Reading }) {
  const { strings, layout } = usePage();
  const finding = formedFinding(reading, strings);
  const heading = (
    <h3>
      {strings.wayLeft} <span class="u">{finding ? strings.wayLeftUnit : strings.wayLeftTwo}</span>
    </h3>
  );
  return (
    <Figure id="distance" name={strings.wayLeft} heading={heading} table={() => distanceTable(reading, strings)}>
      <DistanceCurve reading={reading} width={layout.content} finding={finding ?? strings.wayLeft} />
    </Figure>
  );
}
