import * as vscode from 'vscode';
import type { Explainer } from '../../shared/protocol/explainer';
import type { Explanation } from '../../shared/explanation';
import { shareOfTarget } from '../../shared/points';
import { markSettings } from '../activate/settings';
import { wordHighlights } from '../highlights/highlights';
import { Removals } from '../hover/removals';
import type { ExplainedRange } from '../ranges/current-explanation';
import { messageOf } from '../wording/report-error';
import type { StudyResults, Study, WithoutPhrase } from '../../shared/protocol/panel';
import type { HostToPanel } from '../../shared/protocol/host-to-panel';
import type { Notifier } from '../../shared/rpc/notifications';

/** An explanation that is passed by (typing, moving the cursor) is not studied. */
const REST_MS = 200;
/** Looking for changes of a longer text takes seconds: that is left to the person. */
const SEARCHED_WORDS = 150;

/** So many phrases are left out, one by one; more are not highlighted unless one asks for all. */
const REMOVED = 16;

/** The longest time for which figures are waited for. */
const PATIENCE_MS = 20_000;

type Ask<S extends Study> = (
  explainer: Explainer,
  explanation: Explanation,
  signal: AbortSignal,
) => Promise<StudyResults[S]>;

/** In the order in which they are worked out: what stands first on the page, and what is quick, comes first. */
const STUDY_CALLS: { readonly [S in Study]: Ask<S> } = {
  card: (explainer, { model }) => explainer.card(model),
  without: withoutEach,
  trust: (explainer, explanation, signal) =>
    explainer.trust({ ...questionOf(explanation), density: markSettings().density }, signal),
  trace: (explainer, explanation, signal) => explainer.trace(questionOf(explanation), signal),
  counterfactuals: (explainer, explanation, signal) => explainer.counterfactuals(questionOf(explanation), signal),
  agreement: async (explainer, explanation, signal) => {
    const { methods, ...agreement } = await explainer.agreement(questionOf(explanation), signal);
    return { ...agreement, methods: methods.map(({ method, signed, top }) => ({ method, signed, top })) };
  },
};
const ALL = Object.keys(STUDY_CALLS) as Study[];

/** What is known and wanted beside one explanation. */
interface Desk {
  figures: StudyResults;
  problems: Partial<Record<Study, string>>;
  readonly wanted: Set<Study>;
}

/**
 * Works out the figures beside the explanation that a panel shows, one after the other, while the panel is visible. Any
 * other explanation has precedence: it cancels what is under way, which is taken up again when there is rest.
 */
export class Studies implements vscode.Disposable {
  private range: ExplainedRange | undefined;
  private visible = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private abort: AbortController | undefined;
  /** Gone with the explanation. */
  private readonly desks = new WeakMap<Explanation, Desk>();
  private readonly told = new vscode.EventEmitter<void>();

  constructor(
    private readonly explainer: Explainer,
    private readonly page: Pick<Notifier<HostToPanel>, 'figures'>,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  dispose(): void {
    this.pause();
    this.range = undefined;
    this.told.fire();
    this.told.dispose();
  }

  /** The panel shows this range now; called again whenever it moves. */
  follow(range: ExplainedRange | undefined): void {
    const same = range?.explanation === this.range?.explanation && range?.id === this.range?.id;
    if (!same) this.pause();
    this.range = range;
    if (same) return;
    this.repeat();
    this.resume();
  }

  /** Tells all that is known: the page has come back. */
  repeat(): void {
    if (this.range) this.tell(this.deskOf(this.range.explanation).figures);
  }

  /** What was worked out beside this explanation so far. */
  known({ explanation }: ExplainedRange): StudyResults | undefined {
    return this.desks.get(explanation)?.figures;
  }

  /** Resolves when these are known or could not be had; after a while in any case. */
  settled(needed: readonly Study[]): Promise<void> {
    const isSettled = () => {
      const { range } = this;
      return !range || range.stale || !needed.some((study) => this.deskOf(range.explanation).wanted.has(study));
    };
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(late);
        listening.dispose();
        resolve();
      };
      const late = setTimeout(done, PATIENCE_MS);
      const listening = this.told.event(() => isSettled() && done());
      if (isSettled()) done();
    });
  }

  /** Nothing is computed for a page that is hidden. */
  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    if (visible) this.resume();
    else this.pause();
  }

  /** What the person asked for, now. */
  want(study: Study): void {
    const { range } = this;
    if (!range) return;
    const desk = this.deskOf(range.explanation);
    desk.wanted.add(study);
    desk.problems = { ...desk.problems, [study]: undefined };
    this.tell({});
    if (!this.abort) void this.work(range);
  }

  /** Call it when the number of highlights may have changed: what was measured for the old ones is measured again. */
  highlightAnew(): void {
    const { range } = this;
    if (!range) return;
    const desk = this.deskOf(range.explanation);
    const measured = desk.figures.trust?.reading.density;
    if (measured === markSettings().density || (measured === undefined && !desk.wanted.has('trust'))) return;
    desk.figures = { ...desk.figures, trust: undefined };
    desk.wanted.add('trust');
    this.pause();
    this.tell({});
    this.resume();
  }

  /** Until something is asked for. */
  stop(): void {
    this.pause();
    if (!this.range) return;
    this.deskOf(this.range.explanation).wanted.clear();
    this.tell({});
  }

  pause(): void {
    clearTimeout(this.timer);
    this.abort?.abort(new vscode.CancellationError());
    this.abort = undefined;
  }

  resume(): void {
    clearTimeout(this.timer);
    if (!this.abort) this.timer = setTimeout(() => this.range && void this.work(this.range), REST_MS);
  }

  private async work(range: ExplainedRange): Promise<void> {
    if (!this.visible || range.stale) return;
    const { explanation } = range;
    const desk = this.deskOf(explanation);
    const abort = (this.abort = new AbortController());
    for (let study = next(desk); study; study = next(desk)) {
      const answer = await this.answer(study, explanation, abort.signal);
      if (abort.signal.aborted) return;
      desk.wanted.delete(study);
      if ('problem' in answer) desk.problems = { ...desk.problems, [study]: answer.problem };
      else desk.figures = { ...desk.figures, ...answer };
      this.tell('problem' in answer ? {} : answer);
    }
    this.abort = undefined;
  }

  private async answer(
    study: Study,
    explanation: Explanation,
    signal: AbortSignal,
  ): Promise<StudyResults | { readonly problem: string }> {
    try {
      return { [study]: await STUDY_CALLS[study](this.explainer, explanation, signal) };
    } catch (error) {
      const problem = messageOf(error);
      if (problem !== undefined && !signal.aborted) this.log.warn(String(error));
      return { problem: problem ?? '' };
    }
  }

  private tell(figures: StudyResults): void {
    if (!this.range) return;
    const { problems, wanted } = this.deskOf(this.range.explanation);
    const waiting = this.range.stale ? [] : ALL.filter((study) => wanted.has(study));
    this.page.figures({ of: this.range.id, figures, waiting, problems });
    this.told.fire();
  }

  private deskOf(explanation: Explanation): Desk {
    const desk = this.desks.get(explanation) ?? { figures: {}, problems: {}, wanted: atFirst(explanation) };
    this.desks.set(explanation, desk);
    return desk;
  }
}

const next = ({ wanted }: Desk): Study | undefined => ALL.find((study) => wanted.has(study));

/** Comparing all methods costs as much as all of them: only who wants it gets it. */
function atFirst({ words }: Explanation): Set<Study> {
  const search: Study[] = words.length <= SEARCHED_WORDS ? ['counterfactuals'] : [];
  return new Set<Study>(['card', 'without', 'trust', 'trace', ...search]);
}

/** The prediction without each of the strongest phrases, one after the other. */
async function withoutEach(
  explainer: Explainer,
  explanation: Explanation,
  signal: AbortSignal,
): Promise<readonly WithoutPhrase[]> {
  const removals = new Removals(explainer);
  const strongest = wordHighlights(explanation)
    .highlights.filter(({ rank = Infinity }) => rank <= REMOVED)
    .sort((a, b) => a.rank! - b.rank!);
  const found: WithoutPhrase[] = [];
  for (const part of strongest) {
    const without = await removals.without(explanation, part, signal);
    signal.throwIfAborted();
    if (!without) continue;
    const { label, probabilities } = without;
    const probability = shareOfTarget({ ...explanation, probabilities });
    found.push({ from: part.first, to: part.last, probability, label });
  }
  return found;
}

function questionOf({ text, language, model, method, target, against }: Explanation) {
  return { text, language, model, method, target, against };
}
