import type { Condition } from '../../../shared/findings/filter';
import type { OverviewStrings } from '../../../shared/strings/overview-page';
import { capitalised } from '../../../shared/strings/capitalised';
import { fill } from '../../wording/format';
import type { Wording } from '../wording';

/** A chip names at most so many values; it counts the others. */
const NAMED = 3;

/** A condition as its chip says it: `Product: Grinder G3`. */
export function conditionText(condition: Condition, strings: OverviewStrings, say: Wording): string {
  const chip = (name: string, value: string) => fill(strings.chip, capitalised(name), value);
  const some = (texts: readonly string[]) =>
    texts.length <= NAMED ? say.list(texts) : `${say.list(texts.slice(0, NAMED))} +${say.count(texts.length - NAMED)}`;
  switch (condition.kind) {
    case 'search':
      return /^["“/]/.test(condition.text) ? condition.text : fill(strings.quoted, condition.text);
    case 'column': {
      const values = some(condition.values.map((value) => say.value(condition.column, value)));
      return chip(say.column(condition.column), condition.except ? fill(strings.except, values) : values);
    }
    case 'prediction':
      return chip(strings.prediction, some(condition.labels.map(say.label)));
    case 'label':
      return chip(strings.label, some(condition.labels.map(say.label)));
    case 'confidence':
      return chip(strings.confidence, confidenceText(condition, strings, say));
    case 'agreement':
      return agreementText(condition, strings);
    case 'review':
      return chip(strings.reviewState, strings[condition.is]);
    case 'period':
      return say.span(condition.from, condition.to);
    case 'reason':
      return chip(strings.reason, say.list(condition.reasons.map((reason) => strings.reasons[reason])));
    case 'phrase':
      return chip(strings.phrase, fill(strings.quoted, some(condition.keys)));
    case 'aspect':
      return chip(
        strings.aspect,
        fill(strings.quoted, condition.name ?? condition.aspect) +
          (condition.tone ? ` ${say.label(condition.tone)}` : ''),
      );
    case 'word':
      return chip(strings.word, fill(strings.quoted, condition.word));
    case 'length':
      return chip(strings.length, lengthText(condition, strings, say));
    case 'any':
      return condition.of.map((each) => conditionText(each, strings, say)).join(strings.or);
    case 'damaged':
      return capitalised(strings.damaged);
    case 'rows':
      return fill(strings.chosenRows, say.count(condition.rows.length));
  }
}

function confidenceText(
  { from, to }: { readonly from: number; readonly to: number },
  strings: OverviewStrings,
  say: Wording,
) {
  if (to >= 1) return fill(strings.confidenceFrom, say.percent(from));
  if (from <= 0) return fill(strings.confidenceBelow, say.percent(to));
  return fill(strings.between, say.percent(from), say.percent(to));
}

function lengthText(
  { from, to }: { readonly from: number; readonly to: number },
  strings: OverviewStrings,
  say: Wording,
) {
  return to >= 1e6 ? fill(strings.wordsFrom, say.count(from)) : fill(strings.words, say.count(from), say.count(to));
}

function agreementText(
  { is, against }: Extract<Condition, { readonly kind: 'agreement' }>,
  strings: OverviewStrings,
): string {
  if (is === 'none') return capitalised(strings.noLabel);
  const own = against === 'reviews';
  return capitalised(
    is === 'agrees' ? (own ? strings.agreesReviews : strings.agrees) : own ? strings.differsReviews : strings.differs,
  );
}
