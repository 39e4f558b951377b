import { isAttention } from '../../../shared/methods';
import { AttentionBars } from '../../charts/attention-bars';
import { Figure } from '../../charts/figure';
import { ScoreBars } from '../../charts/score-bars';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import type { ShownExplanation } from '../../wording/reading';
import { attentionFinding, wordFinding } from '../../wording/sentences';
import { attentionTable, stripTable } from '../../wording/tables';
import { chooseWords } from './choose-words';
import { RadioGroup } from './radio-group';

export interface WordChartsProps {
  readonly shown: ShownExplanation;
  readonly order: 'text' | 'sorted';
  readonly onOrder: (order: 'text' | 'sorted') => void;
  readonly showAll: boolean;
  readonly onShowAll: (all: boolean) => void;
}

const WIDEST_ALONE = 640;

/** Attention gets a chart of its own, unless it is what the words are scored by. */
export function hasAttentionChart({ evenShare, view }: ShownExplanation): boolean {
  return evenShare !== undefined && !isAttention(view.explanation.method);
}

/** Whether a highlight has other points than its words together: some are those of words around it that it is named without. */
function sharesWithOthers({ highlights, words }: ShownExplanation): boolean {
  return highlights.some(({ from, to, points = 0 }) => {
    const own = words.slice(from, to).reduce((sum, word) => sum + (word.points ?? 0), 0);
    return Math.abs(points - own) >= 1;
  });
}

/** What *Word by word* holds: every word's score, and its attention beside or below it. */
export function WordCharts(props: WordChartsProps) {
  const { strings, layout } = usePage();
  const { shown } = props;
  const words = chooseWords(shown, props.order, props.showAll);
  const attention = hasAttentionChart(shown) && layout.mode !== 'narrow';
  // Alone it may be wider than a column.
  const width = attention ? layout.column : Math.min(layout.content, WIDEST_ALONE);
  return (
    <>
      <WordTools {...props} listed={words.length} />
      <div class={attention ? 'two' : 'alone'}>
        <Figure
          id="words"
          name={strings.howMuch}
          heading={<h3>{strings.howMuch}</h3>}
          note={shown.view.explanation.signed ? strings.contribution : shown.unit.title}
          table={() => stripTable(shown, strings)}
        >
          <ScoreBars
            {...{ shown, width }}
            items={words}
            beside={attention && layout.mode === 'wide'}
            finding={wordFinding(shown, strings)}
          />
        </Figure>
        {attention && <AttentionChart {...props} />}
      </div>
      {sharesWithOthers(shown) && <p class="note">{strings.sharedAmong}</p>}
    </>
  );
}

/** The attention of the same words in the same order. */
export function AttentionChart({ shown, order, showAll }: WordChartsProps) {
  const { strings, layout } = usePage();
  const words = chooseWords(shown, order, showAll);
  const finding = attentionFinding(shown, strings) ?? '';
  return (
    <div>
      <Figure
        id="attention"
        name={strings.attended}
        heading={<h3>{strings.attended}</h3>}
        note={strings.axisAttention}
        table={() => attentionTable(shown, words, strings)}
      >
        <AttentionBars {...{ shown, words, finding }} width={layout.column} named={layout.mode !== 'wide'} />
      </Figure>
      {layout.mode !== 'narrow' && <p class="note">{finding}</p>}
      <p class="note">{strings.attendedNote}</p>
    </div>
  );
}

function WordTools({ shown, order, onOrder, showAll, onShowAll, listed }: WordChartsProps & { listed: number }) {
  const { strings } = usePage();
  const count = shown.words.length;
  return (
    <div class="tools">
      {(listed < count || showAll) && (
        <button class="link" onClick={() => onShowAll(!showAll)}>
          {showAll ? strings.showStrongest : fill(strings.showAll, count)}
        </button>
      )}
      <RadioGroup
        label={strings.order}
        value={order}
        onChange={onOrder}
        options={[
          { value: 'text', label: strings.textOrder },
          { value: 'sorted', label: strings.sorted },
        ]}
      />
    </div>
  );
}
