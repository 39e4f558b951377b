import { columnOf, type FileReading, type LabelReading } from '../../records/reading';
import { FORMAT_FACTS } from '../../records/formats/table';

const SIGNS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars', ' ': 'blanks' }; // prettier-ignore
const WHY = { asked: 'as asked', name: 'by its name', values: 'by what stands in it' } as const;

const figure = (value: number): string => value.toLocaleString('en');
const counted = (value: number, what: string): string => `${figure(value)} ${what}${value === 1 ? '' : 's'}`;

/** How a file is read, in a few lines for a terminal, with a line end. */
export function readingText(reading: FileReading): string {
  const { file, columns, labels, damaged, errors } = reading;
  const lines = [
    `${file || 'Standard input'}: ${formatLine(reading)}; ${reading.whole ? '' : 'the first '}${counted(reading.rows, 'row')}`,
  ];
  const text = columns.find(({ role }) => role === 'text');
  if (text) {
    const others = columns.filter(({ free }) => free).map(({ name }) => `“${name}”`);
    const also = others.length === 0 ? '' : `; also free text, with --text-field: ${others.join(', ')}`;
    lines.push(`text “${text.name}” (${WHY[text.why ?? 'values']})${also}`);
  } else if (columns.length > 0) {
    lines.push(`no text: no column looks like one; name it with --text-field: ${columns.map(({ name }) => name).slice(0, 20).join(', ')}`); // prettier-ignore
  }
  if (labels) lines.push(...labelLines(labels));
  const roles = (['id', 'group', 'date'] as const).flatMap((role) => {
    const name = columnOf(reading, role);
    return name === undefined ? [] : [`${role === 'group' ? 'category' : role} “${name}”`];
  });
  if (roles.length > 0) lines.push(roles.join(', '));
  if (reading.skipped.length > 0) lines.push(`no rows of texts: ${reading.skipped.map(({ line, what }) => `line ${line} (${what})`).join(', ')}`); // prettier-ignore
  if (errors > 0)
    lines.push(`damaged: ${counted(errors, 'row')}, the first in line ${damaged[0].line}: ${damaged[0].error}`);
  const languages = Object.entries(reading.languages).sort((a, b) => b[1] - a[1]);
  const others = Object.keys(reading.otherLanguages).join(', ');
  if (languages.length > 0) lines.push(`languages: ${languages.map(([name, rows]) => `${name} (${figure(rows)})`).join(', ')}${others === '' ? '' : `; no model reads ${others}, which stays out of comparisons`}`); // prettier-ignore
  return `${lines.join('\n  ')}\n`;
}

function formatLine({
  format,
  formatBy,
  encoding,
  packed,
  delimiter,
  quotes,
  header,
  sheet,
  sheets = [],
  shape,
}: FileReading): string {
  const sure =
    encoding && encoding.by === 'content' && encoding.confidence < 0.995
      ? ` (${Math.round(100 * encoding.confidence)} % sure)`
      : '';
  const parts = [
    `${FORMAT_FACTS[format].name}${formatBy === 'content' && encoding ? ' by its content' : ''}`,
    ...(encoding ? [`${encoding.name}${sure}`] : []),
    ...(packed ? [packed] : []),
    ...(delimiter === undefined ? [] : [delimiter === '' ? 'one column' : (SIGNS[delimiter] ?? delimiter)]),
    ...(quotes === false ? ['quotes are characters like others'] : []),
    ...(header === undefined ? [] : [header === 0 ? 'no header' : `header in line ${header}`]),
    ...(sheet === undefined ? [] : [`sheet “${sheet}”${sheets.length > 1 ? ` of ${sheets.length}` : ''}`]),
    ...(shape === undefined ? [] : [shape]),
  ];
  return parts.join(', ');
}

/** `label “stars”, 1 to 5 stars: 5, 4 → positive (12); 1 → negative (3)`, and what is not understood. */
function labelLines({ column, scale, values, unknown, more }: LabelReading): string[] {
  const classes = new Map<string, { names: string[]; rows: number }>();
  for (const { value, rows, label } of values) {
    if (label === undefined) continue;
    const found = classes.get(label) ?? { names: [], rows: 0 };
    classes.set(label, { names: [...found.names, value], rows: found.rows + rows });
  }
  const meanings = [...classes].map(([label, { names, rows }]) => `${list(names)} → ${label} (${figure(rows)})`);
  const said = `label “${column}”${scale === '' ? '' : `, ${scale}`}: ${meanings.length === 0 ? 'not understood' : meanings.join('; ')}`;
  if (unknown === 0) return [said];
  const strange = values
    .filter(({ label }) => label === undefined)
    .map(({ value, rows }) => `${value} (${figure(rows)})`);
  return [
    said,
    `${counted(unknown, 'label')} not understood: ${list(strange)}${more > 0 ? ', …' : ''}; say what they mean with --labels VALUE=negative,…`,
  ];
}

const list = (names: readonly string[]): string => `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`;
