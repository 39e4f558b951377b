import type { Model } from '../../model/model';
import { networkOf } from '../../model/network/load-whole-model';
import { probabilitiesOf } from '../../model/probabilities';
import { SaliencyError } from '../../shared/saliency-error';
import type { Vocabulary } from '../../text/vocabulary';
import { logitsAll } from '../evaluation/predict';
import type { Sample } from '../fit/sample';
import { cutTo } from '../../text/cut';
import type { Truncation } from '../../shared/text-options';
import { encodeTokens, type TokenizedRow } from '../rows/encoded-texts';

/** A model that soft labels can be taken from. */
export interface Teacher {
  readonly name: string;
  /** From bad to good; the same as the student's. */
  readonly labels: readonly string[];
  /** Tokens of texts → logits, one array per text; a single logit is the log-odds of the second label. */
  predict(texts: readonly (readonly string[])[]): number[][];
}

/** Knowledge distillation: training on the soft labels of teachers beside the labels (Hinton et al. 2015, "Distilling the knowledge"). */
export interface Distillation {
  /** The mean of their probabilities is the soft label. */
  readonly teachers: readonly Teacher[];
  /** Share of the soft label in the target of labelled rows, 0–1; the rest is the label. Unlabelled texts have the soft label alone. */
  readonly share: number;
  /** The tokens of unlabelled texts. */
  readonly texts: readonly (readonly string[])[];
}

export function modelTeacher(model: Model): Teacher {
  const { name, labels, vocabulary } = model;
  const network = networkOf(model);
  return {
    name,
    labels,
    predict: (texts) =>
      logitsAll(
        network,
        texts.map((tokens) => ({ ids: encodeTokens(tokens, vocabulary), label: 0 })),
      ),
  };
}

/** The training samples with the teachers' targets, followed by samples of the unlabelled texts. */
export function distilledSamples(
  { teachers, share, texts }: Distillation,
  rows: readonly TokenizedRow[],
  samples: readonly Sample[],
  labels: readonly string[],
  vocabulary: Vocabulary,
  { length, cut }: { readonly length: number; readonly cut: Truncation },
): Sample[] {
  const tokens = [...rows.map((row) => row.tokens), ...texts].map((of) => cutTo(of, length, cut));
  return softLabelsOf(teachers, tokens, labels).map((target, i) => {
    if (i >= samples.length) {
      const label = target.indexOf(Math.max(...target));
      return { ids: encodeTokens(tokens[i], vocabulary), label, target };
    }
    const { ids, label } = samples[i];
    return { ids, label, target: target.map((p, at) => share * p + (at === label ? 1 - share : 0)) };
  });
}

/** The teachers' mean probabilities of each text. */
function softLabelsOf(
  teachers: readonly Teacher[],
  texts: readonly (readonly string[])[],
  labels: readonly string[],
): number[][] {
  const means = texts.map(() => labels.map(() => 0));
  for (const { name, labels: own, predict } of teachers) {
    if (own.join() !== labels.join()) {
      const found = `${own.join(', ')}; the student has ${labels.join(', ')}`;
      throw new SaliencyError(`The teacher ${name} has the labels ${found}.`, 'usage');
    }
    predict(texts).forEach((logits, i) => {
      probabilitiesOf(logits).forEach((p, at) => (means[i][at] += p / teachers.length));
    });
  }
  return means;
}
