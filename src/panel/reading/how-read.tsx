import type { ReadingView } from '../../shared/protocol/reading-page';
import { fill } from '../wording/format';
import { useReadingPage } from './context';
import { Menu } from './menu';

const SIGNS = { comma: ',', semicolon: ';', tab: '\t', bar: '|', blank: ' ', none: '' } as const;

/** One line of menus, and below it how sure the encoding is. */
export function HowRead({ view }: { readonly view: ReadingView }) {
  const { strings, host } = useReadingPage();
  const { encoding, delimiter, header, sheet, unit, language } = view;
  const languages = { auto: strings.byRow, ...(strings.languages as Readonly<Record<string, string>>) };
  return (
    <section aria-label={fill(strings.format, view.format)}>
      <div class="menus">
        {encoding && (
          <Menu
            name={strings.encoding}
            value={encoding.name}
            options={[
              ...(encoding.by === 'asked' ? [['', strings.asFound] as const] : []),
              ...view.encodings.map((name) => [name, nameOf(name)] as const),
            ]}
            choose={(name) => host.encoding({ name })}
          />
        )}
        {delimiter !== undefined && (
          <Menu
            name={strings.separator}
            value={delimiter}
            options={[
              ...Object.entries(SIGNS).map(
                ([name, sign]) => [sign, strings.separators[name as keyof typeof SIGNS]] as const,
              ),
              ...(Object.values<string>(SIGNS).includes(delimiter) ? [] : [[delimiter, delimiter] as const]),
            ]}
            choose={(sign) => host.delimiter({ sign })}
          />
        )}
        {sheet !== undefined && view.sheets.length > 1 && (
          <Menu
            name={strings.sheet}
            value={sheet}
            options={view.sheets.map((name) => [name, name])}
            choose={(name) => host.sheet({ name })}
          />
        )}
        {header !== undefined && (
          <Menu
            name={strings.header}
            value={header === 0 ? 'none' : 'first'}
            options={[
              ['first', header > 1 ? fill(strings.headerLine, header) : strings.headerFirst],
              ['none', strings.headerNone],
            ]}
            choose={(which) => host.header({ there: which === 'first' })}
          />
        )}
        {unit && (
          <Menu
            name={strings.record}
            value={unit}
            options={view.units.map((one) => [one, strings.units[one]])}
            choose={(chosen) => host.unit({ unit: chosen as typeof unit })}
          />
        )}
        <Menu
          name={strings.language}
          value={language}
          options={Object.entries(languages)}
          choose={(chosen) => host.language({ language: chosen })}
        />
      </div>
      {encoding && <Evidence encoding={encoding} />}
      {delimiter === '' && view.cells.some(([cell = '']) => cell.includes(';')) && (
        <p class="evidence">
          <span class="sign" aria-hidden="true">
            !
          </span>
          <span>
            {strings.oneColumn}{' '}
            <button class="link" onClick={() => host.delimiter({ sign: ';' })}>
              {strings.trySemicolon}
            </button>
          </span>
        </p>
      )}
    </section>
  );
}

/** `utf-8` is UTF-8 to people. */
const nameOf = (name: string): string =>
  name.replace(/^utf-16(le|be)$/, (_, end: string) => `UTF-16 ${end.toUpperCase()}`).replace(/^(utf|euc|gb|big|koi|shift)/, (begin) => begin.toUpperCase()).replace('SHIFT_jis', 'Shift-JIS').replace(/^EUC-(\w+)$/, (all) => all.toUpperCase()).replace('windows', 'Windows'); // prettier-ignore

function Evidence({ encoding }: { readonly encoding: NonNullable<ReadingView['encoding']> }) {
  const { strings, percent } = useReadingPage();
  const { by, confidence, other } = encoding;
  const sure = by !== 'content' || confidence > 0.99;
  const why =
    by === 'asked'
      ? strings.asked
      : by === 'mark'
        ? strings.sureMark
        : sure
          ? strings.sureAll
          : fill(strings.guessedShare, percent(confidence));
  return (
    <p class="evidence m sm">
      <span class="sign" role="img" aria-label={sure ? strings.sure : strings.guessed}>
        {sure ? '✓' : '!'}
      </span>
      <span>
        {other && !sure ? fill(strings.guessedOther, percent(confidence), nameOf(other.name), other.sample) : why}
      </span>
    </p>
  );
}
