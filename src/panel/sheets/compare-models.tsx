import { useLayoutEffect } from 'preact/hooks';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { ModelExplanation } from '../../shared/protocol/sheets';
import { LANGUAGES } from '../../shared/languages';
import { Figure } from '../charts/figure';
import { Scrolled } from '../charts/scrolled';
import { Prediction } from '../explanation/parts/heading';
import { HighlightedText } from '../explanation/parts/highlighted-text';
import { Menu } from '../explanation/parts/menu';
import { usePage } from '../explanation/page-context';
import { sizeOf } from '../wording/card';
import { fill, signed } from '../wording/format';
import {
  differingPhrases,
  differingTable,
  sharedAccuracy,
  sharedPrediction,
  type DifferingPhrase,
  type SharedAccuracy,
} from '../wording/models';
import { labelName, modelTitle } from '../wording/names';
import { shownExplanation, type ShownExplanation } from '../wording/reading';
import { inPercent, wholeNumber } from '../wording/studies';
import { toTsv } from '../wording/tables';
import { SheetFrame } from './sheet-frame';
import type { SheetState } from './sheet-state';

interface CompareModelsProps {
  readonly shown: ShownExplanation;
  readonly sheets: SheetState;
  readonly onBack: () => void;
}

/** Do models agree, and about which words not? */
export function CompareModels({ shown, sheets, onBack }: CompareModelsProps) {
  const { strings, host } = usePage();
  const { view } = shown;
  const { compared, models } = sheets;
  useLayoutEffect(() => host.compare({ of: view.id }), [view.id]);
  const all = models?.all ?? [];
  const asked = all.filter(({ name }, at) => at < FIRST || Object.hasOwn(compared, name));
  const others = all.filter((model) => !asked.includes(model));
  const read = asked.flatMap(({ name }): (ModelExplanation & { name: string })[] => {
    const value = compared[name]?.value;
    return value ? [{ ...value, name }] : [];
  });
  const phrases = read.length > 1 ? differingPhrases(read, strings) : [];
  const names = read.map(({ name }) => {
    const model = asked.find((each) => each.name === name);
    return model ? modelTitle(model, strings) : name;
  });
  const shared = sharedAccuracy(asked, strings);
  const actions = (
    <>
      {others.length > 0 && (
        <Menu
          label={strings.addModel}
          text={strings.addModel}
          items={others.map((model) => ({
            label: modelTitle(model, strings),
            onChoose: () => host.compare({ of: view.id, model: model.name }),
          }))}
        />
      )}
      <button
        disabled={phrases.length === 0}
        onClick={() => host.copy({ text: toTsv(differingTable(phrases, names, strings)) })}
      >
        {strings.copyTable}
      </button>
    </>
  );
  return (
    <SheetFrame
      onBack={onBack}
      actions={actions}
      title={read.length > 0 ? sharedPrediction(read, strings) : strings.compareTitle}
    >
      <p class="lead" role="status">
        {read.length < asked.length
          ? fill(strings.readSoFar, read.length, asked.length)
          : read.length > 1 && (phrases[0] ? fill(strings.disagreeAbout, phrases[0].text) : strings.agreeThroughout)}
      </p>
      {phrases.length > 0 && models && <Differing {...{ phrases, names, read }} label={models.label} />}
      <section class="part">
        <h2>{strings.asEachReads}</h2>
        {asked.map((model) => (
          <OneModel
            key={model.name}
            {...{ model, shared }}
            reading={compared[model.name]?.value}
            problem={compared[model.name]?.problem}
            inUse={model.name === view.explanation.model}
          />
        ))}
        <p class="note m">
          {shared ? fill(strings.measuredOnSame, shared.kind, wholeNumber(shared.n)) : strings.notMeasuredSame}
        </p>
      </section>
    </SheetFrame>
  );
}

/** The first so many models are asked at once, the others on demand; the host has the same number. */
const FIRST = 6;

interface DifferingProps {
  readonly phrases: readonly DifferingPhrase[];
  readonly names: readonly string[];
  readonly read: readonly ModelExplanation[];
  readonly label: string;
}

/** Phrases × models: tinted towards the label or away from it. */
function Differing({ phrases, names, read, label }: DifferingProps) {
  const { strings } = usePage();
  const tones = read.find(({ to }) => to)?.view.tones ?? {};
  const largest = Math.max(...phrases.flatMap(({ points }) => points.map((value) => Math.abs(value ?? 0))));
  const cell = (value: number | undefined) => {
    if (value === undefined || Math.round(value) === 0) return '';
    const step = Math.max(1, Math.ceil((4 * Math.abs(value)) / largest));
    const own = tones[label] ?? 'positive';
    const other = own === 'positive' ? 'negative' : own === 'negative' ? 'positive' : 'neutral';
    return `cellMark ${value > 0 ? own : other} s${Math.min(4, step)}`;
  };
  return (
    <section class="part">
      <Figure
        id="differing"
        name={strings.whereDiffer}
        heading={<h2>{strings.whereDiffer}</h2>}
        note={fill(strings.contributionTo, labelName(label, strings))}
        table={() => differingTable(phrases, names, strings)}
      >
        <Scrolled name={strings.whereDiffer}>
          <table class="tbl">
            <thead>
              <tr>
                <th scope="col">{strings.phrase}</th>
                {names.map((name, at) => (
                  <th key={at} scope="col" class="num">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {phrases.map(({ text, points }) => (
                <tr key={text}>
                  <th scope="row" class="b">
                    {text}
                  </th>
                  {points.map((value, at) => (
                    <td key={at} class="num">
                      <span class={cell(value)}>{value === undefined ? '–' : signed(value, 0)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </Figure>
    </section>
  );
}

interface OneModelProps {
  readonly model: ModelSummary;
  readonly reading: ModelExplanation | undefined;
  readonly problem: string | undefined;
  readonly shared: SharedAccuracy | undefined;
  readonly inUse: boolean;
}

function OneModel({ model, reading, problem, shared, inUse }: OneModelProps) {
  const { strings, host } = usePage();
  const title = modelTitle(model, strings);
  const accuracy = shared?.accuracy[model.name];
  const read = reading && shownExplanation(reading.view, strings);
  return (
    <article class="model">
      <p class="textHead">
        <b>{title}</b>{' '}
        <span class="m sm">
          {[...(title === model.name ? [] : [model.name]), fill(strings.megabytes, sizeOf(model.bytes))].join(' · ')}
        </span>
        <span class="right">
          {read ? <Prediction shown={read} label={read.view.explanation.label} /> : (problem ?? strings.reading)}
        </span>
      </p>
      {read && (
        <div class="text" lang={LANGUAGES[read.view.explanation.language].tag}>
          <HighlightedText shown={read} />
        </div>
      )}
      <p class="textHead sm">
        <span class="m">
          {accuracy === undefined
            ? strings.notMeasuredOn
            : fill(strings.accuracyIs, inPercent(accuracy, strings), shared?.kind ?? '')}
        </span>
        <span class="right">
          {inUse ? (
            <span class="m">{strings.inUse}</span>
          ) : (
            <button
              class="link"
              aria-label={`${strings.useModel}: ${title}`}
              onClick={() => host.useModel({ model: model.name })}
            >
              {strings.useModel}
            </button>
          )}
        </span>
      </p>
    </article>
  );
}
