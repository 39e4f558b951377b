import { weakestClass } from '../../../findings/figures/weakest-class';
import type { AccuracyFigure } from '../../../shared/findings/figures';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { Figure } from '../parts/figure';

/** Precision, recall and F1 of each class, and their mean. */
export function ByClass({ figure }: { readonly figure: AccuracyFigure }) {
  const { strings, say, overview } = useOverviewPage();
  const { accuracy: words } = strings;
  const classes = [...figure.classes].reverse();
  const print = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2));
  const mean = (of: 'precision' | 'recall') => {
    const values = classes.flatMap((each) => each[of] ?? []);
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
  };
  const rows = classes.map(({ label, precision, recall, f1 }) => [
    say.label(label),
    print(precision),
    print(recall),
    print(f1),
  ]);
  const macro = [words.macro, print(mean('precision')), print(mean('recall')), print(figure.macroF1)];
  const head = [words.class, words.precision, words.recall, words.f1];
  const weakest = weakestClass(figure);
  const unknown = overview.figures.unknownLabels;
  const note =
    weakest &&
    fill(
      words.weakest,
      say.Label(weakest.label),
      say.percent(weakest.found.value),
      say.interval(weakest.found),
      say.percent(weakest.others.value),
    );
  return (
    <Figure
      id="classes"
      name={words.byClass}
      note={note}
      table={() => ({ head, numeric: [false, true, true, true], rows: [...rows, macro] })}
    >
      <table class="tbl even">
        <thead>
          <tr>
            {head.map((name, i) => (
              <th key={name} scope="col" class={i > 0 ? 'num' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, macro].map(([name, ...figures], i) => (
            <tr key={name}>
              <th scope="row" class={i < rows.length ? 'b' : 'm'}>
                {name}
              </th>
              {figures.map((value, k) => (
                <td key={k} class="num">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unknown.length > 0 && (
        <p class="sub">
          {fill(words.unknown, say.list(unknown.slice(0, 8).map((each) => fill(strings.quoted, each))))}
        </p>
      )}
    </Figure>
  );
}
