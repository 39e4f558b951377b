import type { Tone } from '../../shared/tone';
import * as vscode from 'vscode';
import type { Language } from '../../shared/languages';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { StartKind, TrainingOptions } from '../../shared/protocol/training-choices';
import type { StartModel, TrainingCheck, TrainingForm } from '../../shared/protocol/training-page';
import type { FineTuningCheck, FineTuningObstacle } from '../../shared/fine-tuning';
import { whole } from '../wording/figures';
import { labelName, languageName, listed, modelTitle } from '../wording/names';

/** Rows from which on training from scratch pays. */
const SCRATCH_FROM = 5_000;
/** How training goes unless the person says otherwise; the epochs are those that the check finds. */
const USUAL: Omit<TrainingOptions, 'epochs'> = { learningRate: 0.001, batchSize: 32, seed: 1 };

/** What stands in a form while it is filled in. */
export interface FormState {
  readonly source: string;
  readonly text?: string;
  readonly label?: string;
  /** The rows were reviewed, so that a label column is not missed. */
  readonly reviewed: boolean;
  /** Rows that cannot be trained on, as reading tells. */
  readonly damaged: number;
  readonly withoutLabel: number;
  readonly otherLanguages: number;
  readonly start: StartKind;
  /** The model of *Another model…*. */
  readonly other?: string;
  readonly name: string;
  readonly nameProblem?: string;
  /** Left out: the storage of the extension. */
  readonly folder?: string;
  readonly options: Partial<TrainingOptions>;
  readonly cores: number;
  /** Left out while the rows are being checked. */
  readonly check?: FineTuningCheck;
  /** The model that training starts from unless the person chooses another. */
  readonly best?: string;
  /** Labels that are not understood, beside others that are. */
  readonly notUnderstood: readonly string[];
}

/** The form as the page shows it. */
export function formView(state: FormState, models: readonly ModelSummary[]): TrainingForm {
  const { check, start, other, best, options } = state;
  const titled = (name: string | undefined) => name === undefined ? undefined : startModel(name, models, check); // prettier-ignore
  const blocked = check && (missesLabels(check, state) ? noLabelColumn() : obstacleText(check.obstacles[0]));
  return {
    source: state.source,
    ...(state.text !== undefined && { text: state.text }),
    ...(state.label !== undefined && { label: state.label }),
    reviewed: state.reviewed,
    ...(check && { rows: check.rows, bytes: check.bytes }),
    ...(check && check.rows > 0 && blocked === undefined && { seconds: check.seconds }),
    start: { chosen: start, best: titled(best), other: titled(other), scratchFrom: SCRATCH_FROM },
    labels: check?.labels ?? [],
    newHead: check?.newOutput ?? false,
    name: state.name,
    ...(state.nameProblem !== undefined && { nameProblem: state.nameProblem }),
    ...(state.folder !== undefined && { folder: state.folder }),
    options: { ...USUAL, epochs: check?.epochs ?? 6, ...options },
    cores: state.cores,
    checks: check ? checksOf(check, state) : [],
    classes: check && check.rows > 0 ? check.classes.map(({ label, rows }) => ({ label, rows, tone: toneIn(check.labels, label) })) : [], // prettier-ignore
    ...(blocked !== undefined && { blocked }),
  };
}

function startModel(name: string, models: readonly ModelSummary[], check: FineTuningCheck | undefined): StartModel {
  const model = models.find((each) => each.name === name);
  const sameLabels = !check || model?.labels.join() === check.labels.join();
  return { title: modelTitle(name), sameLanguage: !check || model?.language === check.language, sameLabels };
}

const BAD_TO_GOOD = new Set(['very negative', 'negative', 'neutral', 'positive', 'very positive']);

/** Bad, middle or good; classes that are no sentiments are neither. */
export function toneIn(labels: readonly string[], label: string): Tone {
  if (!labels.every((each) => BAD_TO_GOOD.has(each))) return 'neutral';
  return /negative$/.test(label) ? 'negative' : /positive$/.test(label) ? 'positive' : 'neutral';
}

/** Nothing can be learnt because no column was taken for the labels, which the person can mend. */
const missesLabels = ({ rows }: FineTuningCheck, { label, reviewed, withoutLabel }: FormState): boolean =>
  rows === 0 && withoutLabel > 0 && label === undefined && !reviewed;

const noLabelColumn = (): string =>
  vscode.l10n.t('No column was found that holds labels: choose it with Change… beside Rows.');

function checksOf(check: FineTuningCheck, state: FormState): TrainingCheck[] {
  const { damaged, withoutLabel, otherLanguages, notUnderstood } = state;
  const leftOut = [
    ...left('unlabelled', withoutLabel),
    ...left('damaged', damaged),
    ...left('otherLanguages', otherLanguages),
  ];
  if (missesLabels(check, state)) return leftOut;
  const { rows, classes, duplicates, conflicts, split, obstacles } = check;
  const tooFew = obstacles.find((obstacle) => obstacle.code === 'too-few-rows');
  const oneLabel = obstacles.some(({ code }) => code === 'too-few-labels');
  const extra = duplicates.reduce((sum, { rows: same }) => sum + same.length - 1, 0);
  return [
    ...(tooFew ? [{ kind: 'tooFew' as const, rows: tooFew.rows, least: tooFew.needed }] : []),
    ...(oneLabel && rows > 0 && classes[0] ? [{ kind: 'oneLabel' as const, label: classes.find(({ rows: has }) => has > 0)?.label ?? classes[0].label }] : []), // prettier-ignore
    ...(obstacles.length > 0 ? [] : [splitCheck(rows, split)]),
    ...(extra > 0 ? [{ kind: 'duplicates' as const, rows: extra }] : []),
    ...(conflicts.length > 0 ? [{ kind: 'conflicts' as const, texts: conflicts.length }] : []),
    ...left('otherLabels', check.otherLabels.length),
    ...left('withoutWords', check.withoutWords.length),
    ...(notUnderstood.length > 0 ? [{ kind: 'notUnderstood' as const, labels: notUnderstood }] : []),
    ...leftOut,
    ...(check.otherLanguage.length > 0 ? [{ kind: 'foreignRows' as const, rows: check.otherLanguage.length, language: check.language }] : []), // prettier-ignore
    ...check.rare.map(({ label, times }) => ({
      kind: 'rare' as const,
      label,
      share: (classes.find((each) => each.label === label)?.rows ?? 0) / Math.max(1, rows),
      weight: times,
    })),
    ...(check.startsFrom === undefined ? [] : [{ kind: 'otherLanguage' as const, start: check.startsFrom, rows: check.language }]), // prettier-ignore
    ...(check.newOutput && check.startsFrom === undefined ? [{ kind: 'newHead' as const }] : []),
    ...(check.replayed > 0 && obstacles.length === 0 ? [{ kind: 'replay' as const, texts: check.replayed }] : []),
    ...left('reasons', check.reasons),
  ];
}

type CountedKind = 'unlabelled' | 'damaged' | 'otherLanguages' | 'withoutWords' | 'otherLabels' | 'reasons';

/** A line of the checklist about so many rows; none where there are no such rows. */
const left = (kind: CountedKind, rows: number): TrainingCheck[] => (rows > 0 ? [{ kind, rows }] : []);

const splitCheck = (rows: number, split: FineTuningCheck['split']): TrainingCheck =>
  split.kind === 'folds'
    ? { kind: 'folds', rows, folds: split.folds }
    : { kind: 'enough', rows, heldOut: split.heldOut };

/** Why it cannot start, in one sentence. */
function obstacleText(obstacle: FineTuningObstacle | undefined): string | undefined {
  switch (obstacle?.code) {
    case undefined:
      return undefined;
    case 'too-few-rows':
      return vscode.l10n.t('At least {0} labelled rows are needed; there are {1}.', whole(obstacle.needed), whole(obstacle.rows)); // prettier-ignore
    case 'too-few-labels':
      return vscode.l10n.t(
        'At least two labels are needed; there is only {0}.',
        listed(obstacle.labels.map(labelName)),
      );
    case 'imported-start':
      return vscode.l10n.t('{0} was imported from Keras: such models cannot be fine-tuned. Choose another start.', modelTitle(obstacle.model)); // prettier-ignore
    case 'wrong-language':
      return wrongLanguage(obstacle.model, obstacle.language);
  }
}

const wrongLanguage = (model: string, language: Language): string =>
  vscode.l10n.t('The texts are {0}; {1} is for another language.', languageName(language), modelTitle(model));
