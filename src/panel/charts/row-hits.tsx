import { usePage } from '../explanation/page-context';
import type { PanelModel, ReadWord } from '../wording/reading';
import { wordValues } from '../wording/word-values';
import { Hits } from './hits';
import type { TableRow } from './rows';

interface RowHitsProps {
  readonly reading: PanelModel;
  readonly rows: readonly TableRow<ReadWord>[];
  /** Of the chart. */
  readonly width: number;
  readonly label: string;
}

/** The buttons over a chart of bars: a word's whole row, a little wider than the chart. */
export function RowHits({ reading, rows, width, label }: RowHitsProps) {
  const { strings } = usePage();
  const hits = rows.map(({ item, y, height }) => ({
    word: item.index,
    x: -4,
    y,
    width: width + 8,
    height,
    label: `${item.text}: ${wordValues(reading, item.index, strings).join(', ')}`,
  }));
  return <Hits label={label} hits={hits} />;
}
