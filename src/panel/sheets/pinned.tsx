import { useLayoutEffect, useState } from 'preact/hooks';
import type { PanelView } from '../../shared/protocol/panel';
import type { ExplanationPair } from '../../shared/protocol/sheets';
import { LANGUAGES } from '../../shared/languages';
import { LabelShifts } from '../charts/moves';
import { Prediction } from '../explanation/parts/heading';
import { HighlightedText } from '../explanation/parts/highlighted-text';
import { usePage } from '../explanation/page-context';
import { fill } from '../wording/format';
import { movedPhrases, onlyInEach } from '../wording/moved';
import { labelName, modelOf } from '../wording/names';
import { shownExplanation, type ShownExplanation } from '../wording/reading';
import { predictionText } from '../wording/sentences';
import { fromTo } from '../wording/studies';
import { MovedTable } from './moved-table';
import { RecentList } from './recent-list';
import { SheetFrame } from './sheet-frame';
import type { SheetState } from './sheet-state';

interface PinnedProps {
  /** Undefined: nothing is explained now. */
  readonly shown: ShownExplanation | undefined;
  readonly sheets: SheetState;
  readonly onBack: () => void;
}

/** The pinned explanation beside the current one: which text is more positive, and through what. Recent ones stand below. */
export function Pinned({ shown, sheets, onBack }: PinnedProps) {
  const { strings, host } = usePage();
  const [swapped, swap] = useState(false);
  const of = shown?.view.id ?? 0;
  const pinned = sheets.recent.find((each) => each.pinned)?.key;
  useLayoutEffect(() => host.comparePinned({ of }), [of, pinned]);
  const found = sheets.pinned?.value;
  const pair = found && swapped ? swappedPair(found) : found;
  const itself = pair !== undefined && isTwice(pair);
  const actions = pair && (
    <>
      {!itself && (
        <button onClick={() => swap(!swapped)} title="X">
          {strings.swap}
        </button>
      )}
      <button onClick={() => host.unpin()}>{strings.unpin}</button>
    </>
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'x' && !event.ctrlKey && !event.metaKey && !event.altKey && pair) swap(!swapped);
  };
  return (
    <div onKeyDown={onKeyDown}>
      <SheetFrame onBack={onBack} actions={actions} title={pair ? titleOf() : strings.recentTitle}>
        {!pair && <p class="lead">{sheets.pinned?.problem ?? strings.pinnedEmpty}</p>}
        {pair && (itself ? <Waiting view={pair.after} /> : <Beside {...{ pair, swapped, of }} />)}
        <RecentList recent={sheets.recent} headed={pair !== undefined} />
      </SheetFrame>
    </div>
  );

  function titleOf(): string {
    const { before, after, label } = pair!;
    if (itself) return fill(strings.pinnedItself, predictionText(shownExplanation(after, strings), label, strings));
    const [from, to] = [before, after].map((view) => view.explanation.probabilities[label] ?? 0);
    const title = swapped ? strings.pinnedTitleSwapped : strings.pinnedTitle;
    return fill(title, fromTo(from, to, strings), labelName(label, strings));
  }
}

function swappedPair({ before, after, label, beforeTo, afterTo }: ExplanationPair): ExplanationPair {
  return { before: after, after: before, label, beforeTo: afterTo, afterTo: beforeTo };
}

/** Whether the pinned explanation is the current one: nothing to compare yet. */
const isTwice = ({ before: { explanation: one }, after: { explanation: other }, label }: ExplanationPair): boolean =>
  (['text', 'model', 'method'] as const).every((part) => one[part] === other[part]) &&
  one.probabilities[label] === other.probabilities[label];

function Waiting({ view }: { readonly view: PanelView }) {
  const { strings } = usePage();
  return (
    <>
      <p class="lead">{strings.pinnedWaits}</p>
      <div class="text" lang={LANGUAGES[view.explanation.language].tag}>
        <HighlightedText shown={shownExplanation(view, strings)} />
      </div>
    </>
  );
}

interface BesideProps {
  readonly pair: ExplanationPair;
  readonly swapped: boolean;
  readonly of: number;
}

function Beside({ pair, swapped, of }: BesideProps) {
  const { strings, host, layout } = usePage();
  const rows = movedPhrases(pair, strings);
  const [before, after] = [pair.before, pair.after].map((view) => shownExplanation(view, strings));
  const names = [strings.pinnedHead, strings.nowHead] as const;
  const [first, second] = swapped ? [names[1], names[0]] : names;
  const moved = rows && onlyInEach(rows, [first, second], strings);
  const [one, other] = [pair.before.explanation, pair.after.explanation];
  const differ = one.model !== other.model || one.method !== other.method;
  const legend = fill(strings.ringAndDot, first, second);
  return (
    <>
      {moved && <p class="lead">{moved}</p>}
      {differ && (
        <p class="lead">
          {strings.differentModels}{' '}
          {one.language === other.language && (
            <button class="link" onClick={() => host.readBoth({ of })}>
              {fill(strings.readBothWith, modelOf(swapped ? pair.before : pair.after, strings))}
            </button>
          )}
        </p>
      )}
      <div class="pair">
        {(
          [
            [before, first],
            [after, second],
          ] as const
        ).map(([shown, name]) => (
          <section key={name}>
            <p class="m sm">
              {[name, fill(strings.place, shown.view.place.file, shown.view.place.line), shown.view.time].join(' · ')}
            </p>
            <p class="textHead">
              <Prediction shown={shown} label={shown.view.explanation.label} first />
            </p>
            <div class="text" lang={LANGUAGES[shown.view.explanation.language].tag}>
              <HighlightedText shown={shown} />
            </div>
          </section>
        ))}
      </div>
      <section class="part">
        <LabelShifts
          before={one.probabilities}
          after={other.probabilities}
          tones={pair.after.tones}
          label={pair.label}
          width={Math.min(layout.content, 720)}
          finding={legend}
        />
        <p class="sub">{legend}</p>
      </section>
      {rows && (
        <MovedTable
          {...{ pair, rows }}
          names={[first, second]}
          stands={{
            before: fill(strings.onlyIn, first),
            after: fill(strings.onlyIn, second),
            both: strings.inBoth,
          }}
        />
      )}
    </>
  );
}
