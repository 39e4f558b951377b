import type { Counterfactuals } from '../../../shared/studies';
import { Figure } from '../../charts/figure';
import { fixedAxis } from '../../charts/scale';
import { SvgLine } from '../../charts/svg';
import { usePage } from '../page-context';
import { changesNotes, changesOf, changesTable, changeText, type Change } from '../../wording/changes';
import { capitalised, fill, fixed, signed } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { PanelModel } from '../../wording/reading';
import { LANGUAGES } from '../../../shared/languages';

interface ChangesListProps {
  readonly reading: PanelModel;
  readonly found: Counterfactuals;
}

/** What *What would change the prediction* holds: each change with what it does, and a button that makes it. */
export function ChangesList({ reading, found }: ChangesListProps) {
  const { strings } = usePage();
  const changes = changesOf(found);
  const label = labelName(found.label, strings);
  return (
    <>
      {changes.length > 0 && (
        <Figure
          id="changes"
          name={strings.changes}
          heading={<span class="m sm">{fill(strings.nowAfter, label)}</span>}
          table={() => changesTable(reading, found, strings)}
        >
          <ul class="changes">
            {changes.map((change, index) => (
              <Row key={`${change.list}.${change.index}`} {...{ reading, change, label }} primary={index === 0} />
            ))}
          </ul>
        </Figure>
      )}
      {changesNotes(found, strings).map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
}

interface RowProps {
  readonly reading: PanelModel;
  readonly change: Change;
  readonly label: string;
  readonly primary: boolean;
}

function Row({ reading, change, label, primary }: RowProps) {
  const { strings, send } = usePage();
  const { view } = reading;
  const { list, index, now, after } = change;
  const name = changeText(reading, change, strings);
  return (
    <li>
      <span class="edit" lang={LANGUAGES[view.explanation.language].tag}>
        {change.words.map((word) => (
          <del key={word} data-word={word}>
            {reading.words[word].text}
          </del>
        ))}
        {change.to !== undefined && (
          <>
            {' → '}
            <ins>{change.to}</ins>
          </>
        )}
      </span>
      <span class="after">
        <b class={view.tones[change.label]}>
          {capitalised(labelName(change.label, strings))} {fixed(change.probability)}
        </b>{' '}
        {strings.flips}
      </span>
      <Move now={now} after={after} tone={view.tones[view.explanation.label]} label={label} />
      <span class="num">{signed(after - now)}</span>
      <button
        class={primary ? 'primary' : ''}
        disabled={view.stale}
        aria-label={fill(strings.applyChange, name)}
        onClick={() => send({ type: 'apply', of: view.id, list, change: index })}
      >
        {strings.apply}
      </button>
    </li>
  );
}

const WIDTH = 160;

/** From ○ to ● on 0–1. */
function Move(props: { readonly now: number; readonly after: number; readonly tone: string; readonly label: string }) {
  const { now, after, tone, label } = props;
  const axis = fixedAxis(1, 0.5, [8, WIDTH - 8]);
  return (
    <span class="move">
      <span class="unseen">{`P(${label}): ${fixed(now)} → ${fixed(after)}`}</span>
      <svg width={WIDTH} height={20} aria-hidden="true">
        {axis.ticks.map((value) => (
          <SvgLine
            key={value}
            class="grid"
            from={[Math.round(axis.at(value)), 2]}
            to={[Math.round(axis.at(value)), 18]}
          />
        ))}
        <path class={`ln strong ${tone}`} d={`M${axis.at(now)} 10L${axis.at(after)} 10`} />
        <circle class="ring" cx={axis.at(now)} cy={10} r={4} />
        <circle class={tone} cx={axis.at(after)} cy={10} r={4} />
      </svg>
    </span>
  );
}
