import { usePage } from '../explanation/page-context';
import { wordsOf, type ShownExplanation, type Ranked } from '../wording/reading';
import { phraseValues, wordValues } from '../wording/word-values';
import { Hits } from './hits';
import type { TableRow } from './rows';

interface RowHitsProps {
  readonly shown: ShownExplanation;
  readonly rows: readonly TableRow<Ranked>[];
  /** The width of the chart. */
  readonly width: number;
  readonly label: string;
}

/** The buttons over a chart of bars: a phrase's or word's whole row, a little wider than the chart. */
export function RowHits({ shown, rows, width, label }: RowHitsProps) {
  const { strings } = usePage();
  const hits = rows.map(({ item, y, height }) => {
    const isWord = item.to - item.from === 1;
    const values = isWord ? wordValues(shown, item.from, strings) : phraseValues(shown, item, strings);
    return { word: wordsOf(item), x: -4, y, width: width + 8, height, label: `${item.text}: ${values.join(', ')}` };
  });
  return <Hits label={label} hits={hits} />;
}
