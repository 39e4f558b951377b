import type { ComponentChild } from 'preact';
import type { DocumentMessage } from '../../../shared/protocol/host-to-panel';
import type { DocumentView, TypicalSentence } from '../../../shared/protocol/document';
import type { Label } from '../../../shared/explanation';
import { labelIn } from '../../../shared/strings/labels';
import { Figure } from '../../charts/figure';
import { capitalised } from '../../../shared/strings/capitalised';
import { fill } from '../../wording/format';
import { usePage } from '../page-context';
import { ToneArc } from './tone-arc';

/** What a document reads as, how its tone goes, how many sentences have which label, and which stand for it. */
export function DocumentPage({ message: { view, cursor } }: { readonly message: DocumentMessage }) {
  const { strings, host } = usePage();
  const said = strings.wholeDocument;
  if (!view)
    return (
      <p class="sub" role="status">
        {said.reading}
      </p>
    );
  const { file, course, read, all } = view;
  return (
    <>
      <p class="sub">{fill(said.place, file, read)}</p>
      <Headline view={view} />
      {course && <p class="course">{sentence(course)}</p>}
      {read < all && (
        <p class="sub" role="status">
          {fill(said.readSoFar, read, all)}
        </p>
      )}
      <ToneArc view={view} cursor={cursor} />
      <Counts view={view} />
      {view.typical.length > 0 && (
        <section>
          <h2>{said.typical}</h2>
          <ul class="typical">
            {view.typical.map((each) => (
              <Typical key={each.start} sentence={each} />
            ))}
          </ul>
        </section>
      )}
      <p data-page-only>
        <button type="button" class="link" onClick={() => host.showOutline()}>
          {said.all}
        </button>
      </p>
      <p class="note">{said.origin}</p>
    </>
  );
}

/** What it reads as; where two labels are close, both. */
function Headline({ view: { label, tone, probabilities, rival } }: { readonly view: DocumentView }) {
  const { strings } = usePage();
  const said = strings.wholeDocument;
  const named = (each: Label) =>
    [labelIn(strings.labels, each), percentOf(probabilities[each], strings.percent)] as const;
  const [name, share] = named(label);
  const other = rival && named(rival.label);
  if (other && rival.kind === 'mixed')
    return (
      <>
        <h1 class="headline">{said.mixed}</h1>
        <p class="course">{sentence(fill(said.bothLabels, name, share, ...other))}</p>
      </>
    );
  return (
    <>
      <h1 class="headline">
        <span class={`tone-${tone}`}>{capitalised(name)}</span> <span class="probability">{share}</span>
      </h1>
      {other && <p class="course">{sentence(fill(said.closeTo, ...other))}</p>}
    </>
  );
}

function Counts({ view: { counts, read } }: { readonly view: DocumentView }) {
  const { strings } = usePage();
  const said = strings.wholeDocument;
  const largest = Math.max(1, ...counts.map(({ count }) => count));
  const named = [...counts]
    .reverse()
    .map((each) => ({ ...each, name: capitalised(labelIn(strings.labels, each.label)) }));
  const table = () => ({
    head: [said.label, said.sentences],
    numeric: [false, true],
    rows: named.map(({ name, count }) => [name, String(count)]),
  });
  return (
    <Figure id="document-counts" heading={<h2>{said.counts}</h2>} name={said.counts} table={table}>
      <dl class="counts" style={`--all: ${read}`}>
        {named.map(({ label, name, tone, count }) => (
          <div key={label}>
            <dt>{name}</dt>
            <dd>
              <span class="count">{count}</span>
              <span class={`bar bar-${tone}`} style={`width: ${(100 * count) / largest}%`} />
            </dd>
          </div>
        ))}
      </dl>
    </Figure>
  );
}

function Typical({
  sentence: { line, start, text, label, probability, tone, highlights },
}: {
  readonly sentence: TypicalSentence;
}) {
  const { strings, host } = usePage();
  const parts: ComponentChild[] = [];
  let at = 0;
  for (const { start: from, end, step, side, tone: shown } of highlights) {
    parts.push(text.slice(at, from));
    parts.push(<span class={`h ${shown} s${step}${side === 'against' ? ' ag' : ''}`}>{text.slice(from, end)}</span>);
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <li>
      <button
        type="button"
        class="place"
        onClick={() => host.goTo({ start })}
        aria-label={fill(strings.wholeDocument.lineOf, line, text)}
      >
        {line}
      </button>
      <span class="said">{parts}</span>
      <span class="predicted">
        <b class={`tone-${tone}`}>{capitalised(labelIn(strings.labels, label))}</b>{' '}
        {percentOf(probability, strings.percent)}
      </span>
    </li>
  );
}

const percentOf = (share: number, pattern: string): string =>
  fill(pattern, Math.round(100 * share)).replace(' ', '\u00a0');

/** With a capital and a full stop, where the language has them. */
function sentence(text: string): string {
  return `${capitalised(text)}${/[\u4e00-\u9fff]/.test(text) ? '。' : '.'}`;
}
