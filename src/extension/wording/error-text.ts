import type { Language } from '../../shared/languages';
import type { ErrorData, SaliencyError } from '../../shared/saliency-error';
import { ERROR_WORDING, UNWRITABLE_WORDING, type FactKind } from '../../shared/strings/errors';
import { fileErrorIn, rowErrorIn } from './file-errors';
import { whole } from './figures';
import { labelName, languageName, listed, methodName } from './names';
import { translate } from './translate';

/** An error for people, in the display language. Details that only exist in English stand in the log. */
export function errorText({ code, data, message }: SaliencyError): string {
  if (code === 'unwritable') return unwritableText(data);
  const ofFile = fileErrorIn(message);
  if (ofFile !== undefined) return ofFile;
  const wording = ERROR_WORDING[code];
  if (!wording) return rowErrorIn(message);
  const facts = Object.entries(wording.facts ?? {});
  return translate(wording.sentence, ...facts.map(([name, kind]) => WRITTEN[kind](data[name] ?? '')));
}

type Fact = ErrorData[string];

const names = (fact: Fact): readonly string[] => [fact].flat().map(String);

const WRITTEN: Readonly<Record<FactKind, (fact: Fact) => string>> = {
  text: String,
  whole: (fact) => whole(Number(fact)),
  language: (fact) => languageName(String(fact) as Language),
  method: (fact) => methodName(String(fact)),
  list: (fact) => listed(names(fact)),
  labels: (fact) => listed(names(fact).map(labelName)),
  methods: (fact) => listed(names(fact).map(methodName)),
};

function unwritableText({ file = '', reason, kept, detail = '' }: ErrorData): string {
  const { full, fullButKept, forbidden, other } = UNWRITABLE_WORDING;
  switch (reason) {
    case 'ENOSPC':
    case 'EDQUOT':
      return translate(kept === 1 ? fullButKept : full, String(file));
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return translate(forbidden, String(file));
    default:
      return translate(other, String(file), String(detail));
  }
}
