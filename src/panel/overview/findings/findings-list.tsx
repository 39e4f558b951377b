import { wordingIn } from '../../../findings/wording/wording-in';
import { useOverviewPage } from '../context';
import { RowsLink } from '../parts/rows-link';

/** At most three sentences, the most important first, each with its rows. */
export function FindingsList() {
  const { strings, overview, language } = useOverviewPage();
  // Nothing is found where nothing was read yet.
  if (overview.store.rows === 0) return null;
  const { findings } = overview.figures;
  const say = wordingIn(language.startsWith('zh') ? 'zh' : 'en');
  if (!findings) return <p class="sub">{strings.counting}</p>;
  return (
    <ol class="finds">
      {findings.map(({ finding, rows }) => (
        <li key={finding.kind}>
          <span class="texts">{say.finding(finding)}</span> <RowsLink rows={rows} filter={finding.filter} />
        </li>
      ))}
    </ol>
  );
}
