import { afterEach, beforeEach, expect } from 'vitest';
import { forgetDocuments } from '../../../test/doubles/documents';
import { spy } from '../../../test/doubles/vscode';
import { ErrorReporter } from '../activate/error-reporter';
import type { Services } from '../activate/services';
import { markSettings } from '../activate/settings';
import { explainAgain } from '../commands/explain';
import { PaintedEditors } from '../highlights/painted-editor';
import { Painter } from '../highlights/painter';
import { newHoverState } from '../hover/hover-state';
import { CurrentRangeTracker } from '../ranges/current-range';
import { TextExplainer } from '../ranges/explain-texts';
import { ExplainedRangeStore } from '../ranges/explained-ranges';
import { MergedRanges } from '../ranges/merged-ranges';
import { LiveSwitch } from '../ranges/sentences/live-switch';
import { LiveView } from '../ranges/sentences/live-view';
import { SentenceAnswers } from '../ranges/sentences/sentence-answers';
import { SentenceRanges } from '../ranges/sentences/sentence-ranges';
import { TintPainter } from '../ranges/sentences/tint-painter';
import { WholeDocuments } from '../ranges/sentences/whole-documents';
import { ReadOnlyTexts } from '../wording/read-only-texts';
import { FakeExplainer } from './fake-explainer';

export const FILM = 'The hour drags but the leads are wonderful';

/** The extension's services on the double of the editor, without commands and pages; made anew for each test. */
interface EditorSession {
  readonly explainer: FakeExplainer;
  readonly parts: Services;
}

/** Called once in a file of tests. */
export function editorSession(): EditorSession {
  let explainer: FakeExplainer;
  let parts: Services;
  let disposables: readonly { dispose(): unknown }[];

  beforeEach(() => {
    explainer = new FakeExplainer();
    const painted = new PaintedEditors();
    let lastId = 0;
    const newId = () => ++lastId;
    const documents = new ExplainedRangeStore(newId);
    const sentences = new SentenceRanges(newId);
    const ranges = new MergedRanges(documents, sentences);
    const painter = new Painter(ranges, painted, markSettings);
    const current = new CurrentRangeTracker(ranges, painter, (range, changes) => explainAgain(parts, range, changes));
    const log = { error: () => undefined, warn: () => undefined } as unknown as Services['log'];
    const texts = new TextExplainer(explainer, documents);
    const answers = new SentenceAnswers(texts);
    const whole = new WholeDocuments(answers);
    const live = new LiveSwitch(whole);
    const liveView = new LiveView(live, answers, sentences, () => undefined);
    const tints = new TintPainter(whole, markSettings);
    parts = {
      explainer,
      texts,
      documents,
      ranges,
      whole,
      live,
      current,
      hovers: newHoverState(),
      readOnly: new ReadOnlyTexts(),
      errors: new ErrorReporter(() => import('../wording/report-error'), log),
      log,
    };
    disposables = [painted, documents, painter, current, answers, whole, live, liveView, tints, sentences];
  });

  afterEach(() => {
    disposables.forEach((each) => each.dispose());
    expect(spy.liveDecorationTypes.size).toBe(0);
    forgetDocuments();
  });

  return {
    get explainer() {
      return explainer;
    },
    get parts() {
      return parts;
    },
  };
}
