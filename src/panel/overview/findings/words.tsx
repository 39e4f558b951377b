import { fixed } from '../../wording/format';
import { useOverviewPage } from '../context';
import { Figure } from '../parts/figure';
import { comparisonNote } from './comparison-note';

/** Words by which the shown rows differ most from the others; nothing if there are no others. */
export function DistinctiveWords() {
  const page = useOverviewPage();
  const { strings, say, overview } = page;
  const { findings: words } = strings;
  const found = overview.figures.against ? overview.figures.words : undefined;
  if (!found || found.length === 0) return null;
  const head = [words.word, words.rows, words.restRows, words.logOdds];
  const table = () => ({
    head,
    numeric: [false, true, true, true],
    rows: found.map(({ word, rows, restRows, logOdds }) => [
      word,
      say.count(rows),
      say.count(restRows),
      fixed(logOdds),
    ]),
  });
  return (
    <Figure id="words" name={words.words} note={comparisonNote(page, words.wordsNotes)} table={table}>
      <p class="word-list">
        {found.map(({ word, rows, filter }) => (
          <span key={word}>
            <button class="link texts" onClick={() => overview.add(filter)}>
              {word}
            </button>{' '}
            <span class="m sm">{say.count(rows)}</span>
          </span>
        ))}
      </p>
    </Figure>
  );
}
