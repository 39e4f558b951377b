import type { CheckKind, TrainingCheck } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { useTrainingPage, type TrainingPageState } from './context';

type Sign = 'fine' | 'risk' | 'done';

const SIGNS: Readonly<Record<CheckKind, Sign>> = {
  enough: 'fine',
  folds: 'done',
  tooFew: 'risk',
  oneLabel: 'risk',
  duplicates: 'risk',
  conflicts: 'risk',
  unlabelled: 'risk',
  otherLabels: 'risk',
  notUnderstood: 'risk',
  withoutWords: 'risk',
  damaged: 'risk',
  otherLanguages: 'risk',
  otherLanguage: 'risk',
  foreignRows: 'risk',
  rare: 'done',
  replay: 'fine',
  newHead: 'done',
  reasons: 'fine',
};

const MARKS: Readonly<Record<Sign, string>> = { fine: '✓', risk: '!', done: 'i' };

/** The checks whose rows can be shown. */
const SHOWN: ReadonlySet<CheckKind> = new Set<CheckKind>([
  'duplicates',
  'conflicts',
  'withoutWords',
  'otherLabels',
  'foreignRows',
]);

/** What was found before the start: fine, a risk, or done for the person. */
export function Checks({ checks }: { readonly checks: readonly TrainingCheck[] }) {
  const page = useTrainingPage();
  const { strings, host } = page;
  return (
    <section>
      <h2>{strings.form.before}</h2>
      <ul class="checks">
        {checks.map((check) => {
          const { kind } = check;
          const sign = SIGNS[kind];
          const sentence = sentenceOf(check, page);
          return (
            <li key={`${kind} ${sentence}`} class={sign}>
              <span class="sign" role="img" aria-label={strings.checks[sign]}>
                {MARKS[sign]}
              </span>
              <span>
                {sentence}
                {SHOWN.has(kind) && (
                  <>
                    {' '}
                    <button
                      class="link"
                      onClick={() => host.showRows({ kind })}
                      aria-label={fill(strings.form.showOf, sentence)}
                    >
                      {strings.form.show}
                    </button>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sentenceOf(check: TrainingCheck, { strings, say }: TrainingPageState): string {
  const { checks: words } = strings;
  const { count } = say;
  const counted = (many: string, one: string, rows: number, ...more: readonly string[]): string =>
    rows === 1 ? fill(one, ...more) : fill(many, count(rows), ...more);
  switch (check.kind) {
    case 'enough':
      return fill(words.enough, count(check.rows), count(check.heldOut), say.percent(check.heldOut / check.rows, 0));
    case 'folds':
      return fill(words.folds, check.folds);
    case 'tooFew':
      return fill(words.tooFew, count(check.rows), count(check.least));
    case 'oneLabel':
      return fill(words.oneLabel, say.label(check.label));
    case 'notUnderstood':
      return fill(words.notUnderstood, say.list(check.labels.slice(0, 6)) + (check.labels.length > 6 ? ' …' : ''));
    case 'duplicates':
    case 'otherLabels':
    case 'withoutWords':
    case 'damaged':
    case 'otherLanguages':
    case 'reasons':
    case 'unlabelled':
      return counted(words[check.kind], words[`${check.kind}One`], check.rows);
    case 'foreignRows':
      return counted(words.foreignRows, words.foreignRowsOne, check.rows, strings.languages[check.language]);
    case 'conflicts':
      return counted(words.conflicts, words.conflictsOne, check.texts);
    case 'rare':
      return fill(words.rare, say.Label(check.label), say.percent(check.share, 0), check.weight.toFixed(1));
    case 'replay':
      return fill(words.replay, count(check.texts));
    case 'newHead':
      return words.newHead;
    case 'otherLanguage':
      return fill(words.otherLanguage, strings.languages[check.start], strings.languages[check.rows]);
  }
}
