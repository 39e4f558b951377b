import { useEffect, useState } from 'preact/hooks';
import type { StudyResults } from '../../shared/protocol/panel';
import { LANGUAGES } from '../../shared/languages';
import { LabelShifts } from '../charts/moves';
import { Prediction } from '../explanation/parts/heading';
import { ChangedText } from '../explanation/parts/changes-list';
import { HighlightedText } from '../explanation/parts/highlighted-text';
import { usePage } from '../explanation/page-context';
import { suggestedChanges, changeText, editedText } from '../wording/changes';
import { fill } from '../wording/format';
import { cameAndWent, movedPhrases } from '../wording/moved';
import { labelName } from '../wording/names';
import { shownExplanation, type ShownExplanation } from '../wording/reading';
import { inPercent } from '../wording/studies';
import { filledWith } from './around';
import { EditedText } from './edited-text';
import { MovedTable } from './moved-table';
import { SheetFrame } from './sheet-frame';
import type { SheetState } from './sheet-state';

const APPLY_KEY = 'Ctrl+Enter';

/** Milliseconds after the last key until the edited text is explained. */
const REST_MS = 400;

interface WhatIfProps {
  readonly shown: ShownExplanation;
  readonly figures: StudyResults;
  readonly answer: SheetState['whatIf'];
  readonly onBack: () => void;
}

/** What would the prediction be, had I written this? */
export function WhatIf({ shown, figures, answer, onBack }: WhatIfProps) {
  const { strings, host, layout } = usePage();
  const { view } = shown;
  const { text, language } = view.explanation;
  const [edited, setEdited] = useState(text);
  const changed = edited !== text;
  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(() => host.whatIf({ of: view.id, edited }), REST_MS);
    return () => clearTimeout(timer);
  }, [edited, view.id]);

  const pair = changed ? answer?.value : undefined;
  const now = pair && shownExplanation(pair.after, strings);
  const rows = pair && movedPhrases(pair, strings);
  const stale = pair !== undefined && answer?.edited !== edited;
  const moved = pair && rows && cameAndWent(rows, strings);
  const changes = figures.counterfactuals ? suggestedChanges(figures.counterfactuals) : [];
  const apply = () => {
    host.applyText({ of: view.id, text: edited });
    onBack();
  };
  const use = (at: number) => changes[at] && setEdited(editedText(text, changes[at].edits));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && changed) {
      event.preventDefault();
      apply();
    }
    if (event.altKey && /^Digit[1-3]$/.test(event.code)) {
      event.preventDefault();
      use(Number(event.code.slice(-1)) - 1);
    }
  };
  const actions = (
    <>
      <button disabled={!changed} onClick={() => setEdited(text)}>
        {strings.startOver}
      </button>
      <button class="primary" disabled={!changed || view.stale} onClick={apply} title={APPLY_KEY}>
        {strings.applyInEditor}
      </button>
    </>
  );
  return (
    <div onKeyDown={onKeyDown}>
      <SheetFrame onBack={onBack} actions={actions} title={strings.whatIfTitle}>
        <p class="lead" role="status">
          {now
            ? filledWith(
                now.view.explanation.label === view.explanation.label ? strings.whatIfStays : strings.whatIfBecomes,
                <Prediction shown={now} label={now.view.explanation.label} />,
                <Prediction shown={shown} label={view.explanation.label} />,
              )
            : strings.whatIfEmpty}
          {answer?.problem && changed && ` ${answer.problem}`}
        </p>
        {moved && <p class="lead m">{moved}</p>}
        {now && (
          <div class={stale ? 'chart old' : 'chart'}>
            <LabelShifts
              before={view.explanation.probabilities}
              after={now.view.explanation.probabilities}
              tones={view.tones}
              label={now.view.explanation.label}
              width={layout.column}
              finding={strings.beforeAfter}
            />
            <p class="sub">{strings.beforeAfter}</p>
          </div>
        )}
        <section class="part">
          <p class="textHead">
            <b>{strings.before}</b> <Prediction shown={shown} label={view.explanation.label} />
          </p>
          <div class="text" lang={LANGUAGES[language].tag}>
            <HighlightedText shown={shown} />
          </div>
        </section>
        <section class="part">
          <p class="textHead">
            <b>{strings.after}</b> {now && <Prediction shown={now} label={now.view.explanation.label} />}
            <span class="sub">{strings.editHere}</span>
          </p>
          <EditedText
            value={edited}
            onChange={setEdited}
            shown={changed ? now : shown}
            label={strings.editHere}
            lang={LANGUAGES[language].tag}
          />
        </section>
        {pair && rows && (
          <MovedTable
            {...{ pair, rows }}
            names={[strings.beforeHead, strings.afterHead]}
            stands={{ before: strings.goneWord, after: strings.newWord, both: '' }}
          />
        )}
        {changes.length > 0 && (
          <section class="part">
            <h2>{strings.tryInstead}</h2>
            <ul class="changes">
              {changes.map((change, at) => (
                <li key={change.index}>
                  <ChangedText shown={shown} change={change} />
                  <b class={view.tones[change.label]}>
                    {labelName(change.label, strings)} {inPercent(change.probability, strings)}
                  </b>
                  <button
                    title={`Alt+${at + 1}`}
                    aria-label={fill(strings.useHere, changeText(shown, change, strings))}
                    onClick={() => use(at)}
                  >
                    {strings.useChange}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </SheetFrame>
    </div>
  );
}
