import * as vscode from 'vscode';
import type { SaliencyApi } from './api';
import type { AnnotatorHost } from '../annotate/annotator-host';
import { registerAnnotate } from '../annotate/register-annotate';
import { registerCommands } from '../commands/register';
import { explainAgain } from '../commands/explain';
import type { ImportHost } from '../import/import-host';
import { MergedRanges } from '../ranges/merged-ranges';
import type { ExplainedRanges } from '../ranges/current-explanation';
import { CurrentRangeTracker } from '../ranges/current-range';
import type { Engine } from './engine';
import { ErrorReporter } from './error-reporter';
import { TextExplainer } from '../ranges/explain-texts';
import { ExplainedRangeStore } from '../ranges/explained-ranges';
import { PaintedEditors } from '../highlights/painted-editor';
import { PredictionLenses } from '../highlights/prediction-lenses';
import { Painter } from '../highlights/painter';
import { ReadOnlyTexts } from '../wording/read-only-texts';
import { registerTool } from '../agents/register-tool';
import { keepTextCurrent } from '../commands/show-text';
import type { LoadViews } from './load-views';
import { providersOnDemand } from './on-demand';
import { registerTrain } from '../train/register-train';
import type { TrainerHost } from '../train/training-host';
import { registerPanel } from '../panel/register-panel';
import { registerDocumentViews } from './register-document-views';
import type { Services } from './services';
import { LiveSwitch } from '../ranges/sentences/live-switch';
import { SentenceAnswers } from '../ranges/sentences/sentence-answers';
import { SentenceRanges } from '../ranges/sentences/sentence-ranges';
import { WholeDocuments } from '../ranges/sentences/whole-documents';
import { markSettings } from './settings';
import { newHoverState } from '../hover/hover-state';
import { StatusBar } from '../highlights/status-bar';
import { testingOf } from './testing';
import { WarmUp } from './warm-up';

/** What differs between the hosts. */
interface Host {
  readonly context: vscode.ExtensionContext;
  readonly engine: Engine;
  readonly views: LoadViews;
  readonly annotator: Omit<AnnotatorHost, 'context'>;
  readonly importer: Omit<ImportHost, 'modelsChanged'>;
  readonly trainer: Omit<TrainerHost, 'context' | 'modelsChanged' | 'modelDiscarded'>;
  readonly watchModels: (modelsChanged: () => Promise<void>, errors: ErrorReporter) => vscode.Disposable;
  /** Whether files travel so slowly that a model is read once prose is shown, before anything is selected. */
  readonly preparesEarly?: boolean;
  /** Activates the extension once more, after everything of this activation was disposed of; for tests. */
  readonly again: () => SaliencyApi;
}

/**
 * Wires the parts together, the same in every host. Nothing here may be slow: the engine's worker starts with the first
 * prose that is selected or explained.
 */
export function startExtension(host: Host): SaliencyApi {
  const { context, engine, views, annotator, importer, trainer, watchModels, again } = host;
  const log = vscode.window.createOutputChannel('Saliency', { log: true });
  const errors = new ErrorReporter(views, log);
  const newId = counter();
  const painted = new PaintedEditors();
  const documents = new ExplainedRangeStore(newId);
  const sentences = new SentenceRanges(newId);
  const ranges = new MergedRanges(documents, sentences);
  const painter = new Painter(ranges, painted, markSettings);
  const current = new CurrentRangeTracker(ranges, painter, (range, changes) => explainAgain(parts, range, changes));
  const texts = new TextExplainer(engine, documents);
  const answers = new SentenceAnswers(texts);
  const whole = new WholeDocuments(answers);
  const live = new LiveSwitch(whole);
  const readOnly = new ReadOnlyTexts();
  const hovers = newHoverState();
  const parts: Services = {
    explainer: engine,
    texts,
    documents,
    ranges,
    whole,
    live,
    current,
    hovers,
    readOnly,
    errors,
    log,
  };
  const reading = registerDocumentViews({ whole, answers, live, sentences, log }, async (given) => {
    const { DocumentViews } = await views();
    return new DocumentViews(given);
  });
  const panel = registerPanel(
    { context, explanations: current, explainer: engine, log },
    { ...reading, views, errors },
  );
  const annotating = registerAnnotate(async () => {
    const { Annotation } = await views();
    return new Annotation(parts, { context, ...annotator });
  });
  // Both the engine and the annotating worker hold models.
  const modelsChanged = async () => void (await Promise.all([engine.restart(), annotating.modelsChanged()]));
  const trained = registerTrain(context.globalState, async () => {
    const { Training } = await views();
    const modelDiscarded = (name: string) => panel.forgetModel(name);
    return new Training(parts, { context, ...trainer, modelsChanged, modelDiscarded });
  });
  context.subscriptions.push(
    log,
    painted,
    documents,
    painter,
    current,
    answers,
    whole,
    live,
    sentences,
    readOnly,
    keepTextCurrent(current, readOnly, hovers, views),
    watchModels(modelsChanged, errors),
    ...registerTool(texts, views),
    ...reading.subscriptions,
    new StatusBar(current, whole),
    new PredictionLenses(ranges),
    new WarmUp(texts, host.preparesEarly),
    ...providersOnDemand(parts, engine, views),
    tellMenus(ranges, () => documents.isEmpty() && sentences.isEmpty()),
    panel,
    ...annotating.subscriptions,
    ...trained.subscriptions,
    ...registerCommands({
      ...parts,
      context,
      panel,
      views,
      annotation: annotating.annotation,
      documentViews: reading.documentViews,
      importing: { ...importer, modelsChanged },
      training: trained.training,
    }),
    { dispose: () => engine.dispose() },
  );
  const isTested = context.extensionMode !== vscode.ExtensionMode.Production;
  return {
    version: 1,
    explain: (request, signal) => texts.ask(request, signal),
    models: () => engine.models(),
    ...(isTested && { testing: testingOf({ ...parts, annotation: annotating.annotation }, engine, context, again) }),
  };
}

/** Menus offer some commands only where there are explanations. */
function tellMenus(ranges: ExplainedRanges, isEmpty: () => boolean): vscode.Disposable {
  let told = false;
  return ranges.onDidChange(() => {
    if (told !== isEmpty()) return;
    told = !told;
    void vscode.commands.executeCommand('setContext', 'saliency.hasExplanations', told);
  });
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}
