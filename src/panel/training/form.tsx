import type { ComponentChildren } from 'preact';
import type { TrainingForm } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { Advanced } from './advanced';
import { Checks } from './checks';
import { ClassCounts } from './class-counts';
import { useTrainingPage, type TrainingPageState } from './context';
import { NameInput } from './name-input';
import { StartFrom } from './start-from';

/** What is asked before the start: five lines, each filled in; what was found; the button. */
export function Form({ form }: { readonly form: TrainingForm }) {
  const page = useTrainingPage();
  const { strings, say, host, layout } = page;
  const { form: words } = strings;
  const counted = form.rows !== undefined;
  const ready = counted && form.blocked === undefined && form.nameProblem === undefined;
  const start = () => ready && host.start();
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    const isField = target instanceof HTMLInputElement && target.type !== 'radio';
    // A name is given by Enter, and then it starts; a button does what is written on it.
    if (event.key !== 'Enter' || (target instanceof HTMLButtonElement && !isField)) return;
    event.preventDefault();
    if (target instanceof HTMLInputElement) target.blur();
    start();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <h1 class="headline">
        {form.rows === undefined ? words.headingCounting : fill(words.heading, say.count(form.rows))}
      </h1>
      <p class="lead">{lead(form, page)}</p>
      <dl class="lines">
        <Line name={words.rows} onChange={() => host.changeRows()}>
          {rowsText(form, page)}
        </Line>
        <Line name={words.startFrom}>
          <StartFrom form={form} />
        </Line>
        <Line
          name={words.labelsLine}
          onChange={() => host.changeLabels()}
          note={form.newHead ? undefined : words.newLayer}
        >
          {form.labels.length > 0 && fill(form.newHead ? words.asInFile : words.asInModel, labelsText(form, page))}
        </Line>
        <Line name={words.name}>
          <NameInput name={form.name} problem={form.nameProblem} />
        </Line>
        <Line
          name={words.keepIn}
          onChange={() => host.changeFolder()}
          note={
            form.bytes === undefined ? undefined : fill(words.storageNote, Math.max(1, Math.round(form.bytes / 1e6)))
          }
        >
          {form.folder ?? words.storage}
        </Line>
      </dl>
      <Advanced options={form.options} />
      <section class="sec">
        {counted ? (
          <div class={layout.mode === 'wide' ? 'two' : ''}>
            <Checks checks={form.checks} />
            {form.classes.length > 0 && <ClassCounts classes={form.classes} />}
          </div>
        ) : (
          <p class="m" role="status">
            {words.counting}
          </p>
        )}
      </section>
      <div class="go">
        <button
          class="primary"
          disabled={!ready}
          onClick={start}
          aria-describedby={form.blocked ? 'blocked' : undefined}
        >
          {words.start}
        </button>
        {form.blocked ? (
          <span class="b" id="blocked">
            {form.blocked}
          </span>
        ) : (
          form.seconds !== undefined && <span class="m sm">{fill(words.about, say.shortTime(form.seconds))}</span>
        )}
        <button onClick={() => host.close()}>{words.cancel}</button>
      </div>
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly note?: string;
  readonly onChange?: () => void;
  readonly children: ComponentChildren;
}

/** One line: what, how it is, and how to change it. */
function Line({ name, note, onChange, children }: LineProps) {
  const { form: words } = useTrainingPage().strings;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children}
        {onChange && (
          <>
            {' '}
            <button class="link" onClick={onChange} aria-label={fill(words.changeOf, name)}>
              {words.change}
            </button>
          </>
        )}
        {note && <p class="m sm note">{note}</p>}
      </dd>
    </>
  );
}

function lead(form: TrainingForm, { strings: { form: words }, say }: TrainingPageState): string {
  const { start, seconds, cores } = form;
  const model = start.chosen === 'best' ? start.best : start.chosen === 'other' ? start.other : undefined;
  // Before the rows are read nothing is known of the model that fits best.
  const alone = start.chosen === 'scratch' ? [words.leadScratch] : [];
  const what = model ? [fill(words.leadTune, model.title)] : alone;
  const template = cores === 1 ? words.leadTimeOne : words.leadTime;
  const time = seconds === undefined ? words.leadStays : fill(template, say.time(seconds), cores);
  return say.sentences(...what, time);
}

/** Labels that are named; of many the first ones. */
const MOST_LABELS = 12;

function labelsText({ labels }: TrainingForm, { strings: { form: words }, say }: TrainingPageState): string {
  const named = (some: readonly string[]): string => some.map((label) => say.label(label)).join(' · ');
  if (labels.length <= MOST_LABELS + 1) return named(labels);
  return fill(words.andMore, named(labels.slice(0, MOST_LABELS)), say.count(labels.length - MOST_LABELS));
}

function rowsText(
  { source, text, label, reviewed, rows }: TrainingForm,
  { strings: { form: words } }: TrainingPageState,
): string {
  const parts = [source];
  if (text !== undefined) parts.push(fill(words.textColumn, text));
  if (label !== undefined) parts.push(fill(words.labelColumn, label));
  else if (!reviewed && rows !== undefined) parts.push(words.noLabel);
  return parts.join(' · ');
}
