import type { Span } from '../../shared/span';
import * as vscode from 'vscode';
import type { Explanation, Label } from '../../shared/explanation';
import { METHODS } from '../../shared/methods';
import type { ExplainRequest, ModelSummary } from '../../shared/protocol/explainer';
import type { PanelView } from '../../shared/protocol/panel';
import type { HostToSheets } from '../../shared/protocol/host-to-sheets';
import type { SheetsToHost } from '../../shared/protocol/sheets-to-host';
import type { ExplanationPair } from '../../shared/protocol/sheets';
import type { NotificationHandlers, Notifier, NotificationData } from '../../shared/rpc/notifications';
import type { ExplainedRange, PanelParts } from '../ranges/current-explanation';
import { changeSetting, markSettings } from '../activate/settings';
import { messageOf } from '../wording/report-error';
import { applyChange } from './apply-change';
import { clock, panelPlace } from './place';
import { keyOf, type Recents, type Remembered } from './recents';
import { panelView } from './view';

/** Models that are read without being asked for. */
const AT_FIRST = 6;

interface SheetParts extends PanelParts {
  readonly recents: Recents;
  readonly page: Notifier<HostToSheets>;
}

/** What the sheets of the panel ask for: What If, Compare Models, the pinned explanation beside the current one. */
export class Sheets implements vscode.Disposable {
  /** Only the latest question of each kind is answered. */
  private readonly asked = new Map<keyof SheetsToHost, AbortController>();

  constructor(private readonly parts: SheetParts) {}

  dispose(): void {
    this.asked.forEach((abort) => abort.abort(new vscode.CancellationError()));
  }

  /** What is done about each thing that the page says of its sheets. */
  readonly handlers: NotificationHandlers<SheetsToHost> = {
    whatIf: (asked) => this.whatIf(this.range, asked),
    applyText: (asked) => this.applyText(this.range, asked),
    compare: (asked) => this.compare(this.range, asked),
    useModel: ({ model }) => this.useModel(model),
    pin: ({ key }) => this.pinOnly(key === undefined ? this.rememberedOf(this.range) : this.parts.recents.find(key)),
    unpin: () => this.pinOnly(undefined),
    comparePinned: () => this.comparePinned(this.range, false),
    readBoth: () => this.comparePinned(this.range, true),
  };

  private get range(): ExplainedRange | undefined {
    return this.parts.explanations.current;
  }

  private async applyText(
    range: ExplainedRange | undefined,
    asked: NotificationData<SheetsToHost, 'applyText'>,
  ): Promise<void> {
    const { explanations } = this.parts;
    // The explanation of the text as it was is of no use any more.
    if (await applyText(range, asked))
      await explanations.explainAgain({}, spanNow(range, explanations.current, asked.text));
  }

  private async useModel(name: string): Promise<void> {
    const { explainer, explanations } = this.parts;
    const model = (await explainer.models()).find((each) => each.name === name);
    if (!model) return;
    await changeSetting(`model.${model.language}`, model.name);
    await explanations.explainAgain({ model: model.name });
  }

  private pinOnly(remembered: Remembered | undefined): void {
    const { recents, page } = this.parts;
    recents.pinOnly(remembered);
    page.recent({ recent: recents.list() });
  }

  private async whatIf(
    range: ExplainedRange | undefined,
    { of, edited }: NotificationData<SheetsToHost, 'whatIf'>,
  ): Promise<void> {
    if (range?.id !== of) return;
    const { text } = range.explanation;
    const signal = this.begin('whatIf');
    const work = async () => {
      if (edited.trim() === '') return undefined;
      const question = { ...questionOf(range.explanation), text: edited, target: undefined, against: undefined };
      const after = edited === text ? range.explanation : await this.parts.explainer.explain(question, signal);
      return this.pairOf(this.remember(range), { ...this.remember(range), explanation: after }, signal);
    };
    await this.answer(signal, work, (pair, problem) => this.parts.page.whatIf({ of, edited, pair, problem }));
  }

  private async compare(
    range: ExplainedRange | undefined,
    { of, model: wanted }: NotificationData<SheetsToHost, 'compare'>,
  ): Promise<void> {
    if (range?.id !== of) return;
    const { explainer, page } = this.parts;
    const { explanation } = range;
    const all = (await explainer.models()).filter(
      ({ language, problem }) => language === explanation.language && problem === undefined,
    );
    const models = [...all].sort((a, b) => Number(b.name === explanation.model) - Number(a.name === explanation.model));
    const label = comparedLabel(explanation);
    if (wanted === undefined) page.models({ of, models, label });
    const chosen = wanted === undefined ? models.slice(0, AT_FIRST) : models.filter(({ name }) => name === wanted);
    const signal = wanted === undefined ? this.begin('compare') : new AbortController().signal;
    for (const model of chosen) {
      const work = () => this.readingBy(model, this.remember(range), label, signal);
      await this.answer(signal, work, (reading, problem) => page.compared({ of, model: model.name, reading, problem }));
    }
  }

  private async readingBy(model: ModelSummary, remembered: Remembered, label: Label, signal: AbortSignal) {
    const { explainer } = this.parts;
    const { text, language, method } = remembered.explanation;
    const question = { text, language, model: model.name };
    const own = await explainer.explain({ ...question, preferred: { method } }, signal);
    const signed = own.signed ? own.method : model.methods.find((each) => METHODS[each].signed);
    const has = model.labels.includes(label);
    const to =
      signed && has ? await explainer.explain({ ...question, method: signed, target: label }, signal) : undefined;
    const view = { ...this.viewOf({ ...remembered, explanation: own }), model };
    return { view, ...(to && { to: this.viewOf({ ...remembered, explanation: to }) }) };
  }

  private async comparePinned(range: ExplainedRange | undefined, sameModel: boolean): Promise<void> {
    const { recents, page, explainer } = this.parts;
    page.recent({ recent: recents.list() });
    const of = range?.id ?? 0;
    const { pinned } = recents;
    if (!range || !pinned) return page.pinned({ of });
    const signal = this.begin('comparePinned');
    const work = async () => {
      const now = this.remember(range);
      const { text, language } = pinned.explanation;
      const { model, method } = now.explanation;
      const again = sameModel ? await explainer.explain({ text, language, model, method }, signal) : undefined;
      const before = again ? { ...pinned, explanation: again } : pinned;
      return this.pairOf(before, now, signal);
    };
    await this.answer(signal, work, (pair, problem) => page.pinned({ of, pair, problem }));
  }

  /** Both texts, and both explained for the label that both are explained for, else for that whose probability differs most. */
  private async pairOf(before: Remembered, after: Remembered, signal: AbortSignal): Promise<ExplanationPair> {
    const label = mostMoved(before.explanation, after.explanation);
    const [beforeTo, afterTo] = await Promise.all(
      [before, after].map(async (each) => {
        const { explanation } = each;
        if (!(label in explanation.probabilities) || !explanation.signed) return undefined;
        const same = explanation.target === label && explanation.against === undefined;
        if (same) return this.viewOf(each);
        const question = { ...questionOf(explanation), target: label, against: undefined };
        return this.viewOf({ ...each, explanation: await this.parts.explainer.explain(question, signal) });
      }),
    );
    return {
      ...{ before: this.viewOf(before), after: this.viewOf(after), label },
      ...(beforeTo && afterTo && { beforeTo, afterTo }),
    };
  }

  private viewOf({ place, time, explanation }: Remembered): PanelView {
    return panelView(explanation, { id: 0, place, time, stale: false }, markSettings().density);
  }

  private remember(range: ExplainedRange): Remembered {
    const here = { time: clock(), place: panelPlace(range), explanation: range.explanation };
    return { ...here, key: keyOf(here) };
  }

  private rememberedOf(range: ExplainedRange | undefined): Remembered | undefined {
    if (!range) return undefined;
    const now = this.remember(range);
    return this.parts.recents.find(now.key) ?? now;
  }

  /** Ends what was asked before of the same kind. */
  private begin(kind: keyof SheetsToHost): AbortSignal {
    this.asked.get(kind)?.abort(new vscode.CancellationError());
    const abort = new AbortController();
    this.asked.set(kind, abort);
    return abort.signal;
  }

  /** Tells what comes of the work, or why it failed; nothing where the same was asked again meanwhile. */
  private async answer<T>(
    signal: AbortSignal,
    work: () => Promise<T>,
    tell: (found: T | undefined, problem?: string) => void,
  ): Promise<void> {
    if (signal.aborted) return;
    try {
      const found = await work();
      if (!signal.aborted) tell(found);
    } catch (error) {
      const problem = messageOf(error);
      if (!signal.aborted && problem !== undefined) tell(undefined, problem);
    }
  }
}

function questionOf({ text, language, model, method, target, against }: Explanation): ExplainRequest {
  return { text, language, model, method, target, against };
}

/** The predicted label, so that the numbers are those that the panel shows; of neutral ones the best: not all models have it. */
function comparedLabel({ label, probabilities }: Explanation): Label {
  const labels = Object.keys(probabilities);
  if (label !== 'neutral') return label;
  return labels.find((each) => each === 'positive') ?? labels[labels.length - 1];
}

/** Labels whose probabilities moved nearly as far: the better one is named. */
const NEARLY = 0.05;

function mostMoved(before: Explanation, after: Explanation): Label {
  // Both texts show their highlights for it: the numbers are the same there and in the table.
  const both = [before, after].every(({ target, against }) => target === before.target && against === undefined);
  if (both && before.target !== 'neutral') return before.target;
  const moved = (label: Label) => Math.abs((after.probabilities[label] ?? 0) - (before.probabilities[label] ?? 0));
  const labels = Object.keys(after.probabilities);
  const most = Math.max(...labels.map(moved));
  if (most < NEARLY) return before.target in after.probabilities ? before.target : after.target;
  return labels.findLast((label) => moved(label) >= most - NEARLY)!;
}

/** Where a changed text stands now: what was put in before or after it belongs to it, though its range was not widened. */
function spanNow(before: ExplainedRange | undefined, now: ExplainedRange | undefined, text: string): Span | undefined {
  if (!before || !now || before.uri.toString() !== now.uri.toString()) return undefined;
  return { start: Math.min(before.start, now.start), end: Math.max(now.end, before.start + text.length) };
}

/** The whole text, as one change of the part that differs. */
async function applyText(
  range: ExplainedRange | undefined,
  { of, text }: NotificationData<SheetsToHost, 'applyText'>,
): Promise<boolean> {
  const old = range?.explanation.text ?? '';
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  const edit = { start, end: old.length - end, newText: text.slice(start, text.length - end) };
  return applyChange(range?.id === of ? range : undefined, [edit]);
}
