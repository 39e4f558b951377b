import * as vscode from 'vscode';
import type { TrainingToHost } from '../../shared/protocol/training-to-host';
import { handleNotification, type NotificationHandlers } from '../../shared/rpc/notifications';
import type { TrainingView } from '../../shared/protocol/training-page';
import type { UseWhere } from '../../shared/protocol/training-choices';
import type { FineTuner } from '../../training/fine-tuning/fine-tuner';
import type { FineTuningResult } from '../../shared/fine-tuning';
import { replacedBy, useAgain, useModel, useNoMore } from '../activate/model-choice';
import { folderPath } from '../activate/settings';
import { messageOf } from '../wording/report-error';
import { Draft, type DraftOrigin } from './draft';
import { askLabels, askRows, askStart, rowsText } from './draft-asks';
import { explainRow } from './explain-row';
import { askFolder, keepFolder } from './keep-folder';
import { forgetCorrections } from './learnt-corrections';
import { filesOrigin, reviewsOrigin } from './origins';
import { SESSION_ID } from './own-session';
import { resultsOf } from './reviewed-rows';
import { stopOf, textOfStop } from './outcome-text';
import { outcomeView } from './outcome-view';
import { fineTunerHost } from './fine-tuner-host';
import type { TrainerHost, TrainingParts } from './training-host';
import { TrainingJob } from './training-job';
import { TrainingPanel } from './training-panel';
import type { TrainingRecord } from './training-record';

/** Cancelling asks for confirmation if at least this many seconds of work would be lost. */
const ASKS_AFTER = 60;
/** The largest number of cores for a training; one core of the machine is left to the editor. */
const MOST_CORES = 4;

/** Training on a person's own rows: the form, and the page of the one training that there is. */
export class TrainingController implements vscode.Disposable {
  private readonly fineTuner: FineTuner;
  private readonly job: TrainingJob;
  private readonly panel: TrainingPanel;
  private draft?: Draft;

  constructor(
    private readonly parts: TrainingParts,
    private readonly host: TrainerHost,
  ) {
    this.fineTuner = host.startFineTuner(fineTunerHost(host.files));
    const view = () => this.view();
    this.panel = new TrainingPanel(
      host.context.extensionUri,
      view,
      (message) => void this.attempt(() => handleNotification(this.handlers, message)),
    );
    this.job = new TrainingJob(parts, host, this.fineTuner, {
      changed: () => this.panel.refresh(),
      isVisible: () => this.panel.isVisible,
      refused: (problem) => {
        if (this.draft) this.panel.say(problem);
        return this.draft !== undefined;
      },
    });
  }

  /** The form for files. A file of reviews is known by its name: it is beside the results that it is about. */
  train(files: readonly vscode.Uri[]): Promise<void> {
    const results = files.length === 1 ? resultsOf(files[0]) : undefined;
    return results ? this.improve(results) : this.open(() => filesOrigin(files));
  }

  /** The form for what a person reviewed of results. @param rows numbers of rows; left out: all that were reviewed */
  improve(results: vscode.Uri, rows?: readonly number[]): Promise<void> {
    return this.open(() => reviewsOrigin(results, this.host.context.workspaceState, rows));
  }

  /** Goes on with what was interrupted. */
  async resume(): Promise<void> {
    await this.job.recall();
    this.dropDraft();
    this.panel.show();
    await this.job.resume();
  }

  async show(): Promise<void> {
    await this.job.recall();
    this.panel.show();
  }

  /** The page as it was before a reload. */
  async restore(panel: vscode.WebviewPanel): Promise<void> {
    await this.attempt(() => this.job.recall());
    this.panel.adopt(panel);
  }

  /** When the extension starts: tells the person of a training that was interrupted. */
  async recallAtStart(): Promise<void> {
    await this.attempt(() => this.job.recallAtStart());
  }

  dispose(): void {
    // First of all: a training that runs must write no checkpoint once its record says that it can be resumed.
    void this.fineTuner.dispose();
    this.job.dispose();
    this.draft?.dispose();
    this.panel.dispose();
  }

  private view(): TrainingView {
    const { running, record, result, remains, marks } = this.job;
    if (running) return { stage: 'running', run: running.view };
    if (this.draft) return { stage: 'form', form: this.draft.view() };
    if (!record) return { stage: 'none' };
    if (record.state !== 'done') return { stage: 'stopped', stop: stopOf(record, this.job.isElsewhere, remains) };
    if (!result) return { stage: 'none' };
    const folder = this.folder(record);
    const shown = folder && shownFolder(folder);
    const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
    return {
      stage: 'result',
      result: outcomeView(result, {
        record,
        folder: shown,
        hasWorkspace,
        replaces: replacedBy(result, record.changed),
        marks,
      }),
    };
  }

  /** The folder of the files, where this window has it open. */
  private folder({ folder }: TrainingRecord): vscode.Uri | undefined {
    const uri = folder === undefined ? undefined : vscode.Uri.parse(folder);
    return uri && vscode.workspace.getWorkspaceFolder(uri) ? uri : undefined;
  }

  private async open(origin: () => Promise<DraftOrigin>): Promise<void> {
    const { job } = this;
    if (job.running) {
      this.panel.show();
      const message = vscode.l10n.t('One at a time: this one can start when {0} is trained.', job.running.view.name);
      return void vscode.window.showInformationMessage(message);
    }
    await job.recall();
    if (job.isElsewhere) return this.panel.show();
    if (job.record && job.isStopped && !(await this.mayForget(job.record))) return;
    this.dropDraft();
    const draft = (this.draft = new Draft(await origin(), {
      fineTuner: this.fineTuner,
      models: () => this.parts.explainer.models(),
      cores: Math.max(1, Math.min(MOST_CORES, this.host.cores - 1)),
      run: job.file.run,
      keep: () => keepFolder(this.host),
      changed: () => this.panel.refresh(),
    }));
    this.panel.show();
    this.panel.refresh();
    await this.attempt(() => draft.load());
  }

  /** Whether what was interrupted may be forgotten; where it is continued, it is not. */
  private async mayForget(record: TrainingRecord): Promise<boolean> {
    const [resume, anew] = [vscode.l10n.t('Resume Training'), vscode.l10n.t('Start Over')];
    const answer = await vscode.window.showInformationMessage(
      textOfStop(record, this.job.remains),
      { modal: true },
      resume,
      anew,
    );
    if (answer === resume) await this.resume();
    if (answer === anew) await this.job.forget();
    return answer === anew;
  }

  /** What each message of the page does. */
  private readonly handlers: NotificationHandlers<TrainingToHost> = {
    ready: () => this.panel.refresh(),
    changeRows: async () => {
      if (this.draft && (await askRows(this.draft)) === 'files') await this.otherFiles();
    },
    chooseStart: async ({ start }) => {
      const { draft } = this;
      if (!draft || start !== 'other') return draft?.chooseStart(start);
      const other = await askStart(draft);
      return other === undefined ? this.panel.refresh() : draft.chooseStart('other', other);
    },
    changeLabels: () => this.draft && askLabels(this.draft),
    rename: ({ name }) => this.draft?.rename(name.trim()),
    changeFolder: async () => {
      if (await askFolder(this.host)) this.panel.refresh();
    },
    setOptions: ({ options }) => this.draft?.setOptions(options),
    showRows: ({ kind }) => {
      const text = this.draft && rowsText(this.draft, kind);
      return text === undefined ? undefined : this.parts.readOnly.show(`${vscode.l10n.t('Rows')}.txt`, text);
    },
    start: async () => {
      const { draft } = this;
      // What was changed just before, as by Enter in a field, is looked at first.
      await draft?.settled();
      if (draft !== undefined && draft === this.draft) await this.start(draft);
    },
    close: () => {
      this.dropDraft();
      return this.job.record ? this.panel.refresh() : this.panel.close();
    },
    pause: () => this.job.running?.pause(),
    resume: () => (this.job.running ? this.job.running.unpause() : this.resume()),
    cancelTraining: () => this.cancel(),
    copy: ({ text }) => vscode.env.clipboard.writeText(text),
    showLog: () => this.parts.log.show(),
    discard: () => this.discard(),
    use: ({ where }) => this.use(where),
    keep: () =>
      this.ofResult(async (result, record) => {
        await noLongerUse(result, record);
        await this.job.decide({ decided: 'kept', usedIn: undefined, changed: undefined });
      }),
    openCard: () =>
      this.ofResult(({ out }) =>
        vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(vscode.Uri.parse(out), 'card.json')),
      ),
    explainRow: ({ index }) =>
      this.ofResult(({ rows, name }) => {
        const row = rows.find((each) => each.row === index);
        return row && explainRow(this.parts, row, name);
      }),
    labelNext: () =>
      this.ofResult(({ next }, { results }) => {
        if (results === undefined) return undefined;
        const numbers = next.map(Number);
        return vscode.commands.executeCommand('saliency.openOverview', vscode.Uri.parse(results), { next: numbers });
      }),
  };

  /** Does something with the result of a training that has ended. */
  private ofResult<T>(work: (result: FineTuningResult, record: TrainingRecord) => T): T | undefined {
    const { record, result } = this.job;
    return record && result && work(result, record);
  }

  private async start(draft: Draft): Promise<void> {
    const request = draft.request();
    if (!request || this.job.running) return;
    const { origin } = draft;
    const record: TrainingRecord = {
      name: request.name,
      source: request.source,
      session: SESSION_ID,
      at: Date.now(),
      epoch: 0,
      state: 'running',
      startedFrom: draft.startTitle,
      folder: origin.folder?.toString(),
      results: origin.reviewed?.results.toString(),
      unlabelled: request.unlabelled?.length ?? 0,
      decided: 'open',
    };
    await this.job.start(record, (tell, signal) => this.fineTuner.run(request, tell, signal));
    // After a cancellation the form is as it was.
    if (this.job.record) this.dropDraft();
    this.panel.refresh();
  }

  private async otherFiles(): Promise<void> {
    const chosen = await vscode.window.showOpenDialog({ canSelectMany: true });
    if (chosen?.length) await this.train(chosen);
  }

  private async cancel(): Promise<void> {
    const { running } = this.job;
    if (!running) return;
    if (running.seconds >= ASKS_AFTER) {
      const yes = vscode.l10n.t('Cancel Training');
      const message = vscode.l10n.t('Cancel this training? What it has learnt is lost.');
      if ((await vscode.window.showWarningMessage(message, { modal: true }, yes)) !== yes) return;
    }
    if (this.job.running === running) running.cancel();
  }

  private async use(where: UseWhere): Promise<void> {
    const { record, result } = this.job;
    if (!record || !result) return;
    // One place at a time: what it took the place of at the last one is in use there again.
    await noLongerUse(result, record);
    const changed = await useModel(result, where, this.folder(record));
    await this.job.decide({ decided: 'used', usedIn: where, changed });
  }

  /** Discards the result with its model, or an interrupted training. */
  private async discard(): Promise<void> {
    const { record, result } = this.job;
    if (!record || this.job.running) return;
    const yes = vscode.l10n.t('Discard');
    const message = vscode.l10n.t('Discard {0}? It cannot be brought back.', record.name);
    if ((await vscode.window.showWarningMessage(message, { modal: true }, yes)) !== yes) return;
    if (result) {
      await noLongerUse(result, record);
      await remove(vscode.Uri.parse(result.out));
      await this.host.modelsChanged();
      await forgetCorrections(this.host.context.workspaceState, result.name);
      this.host.modelDiscarded(result.name);
    }
    await this.job.forget();
    this.panel.close();
  }

  private dropDraft(): void {
    this.draft?.dispose();
    this.draft = undefined;
  }

  /** Errors are shown in the page. */
  private async attempt(work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      const problem = messageOf(error);
      if (problem === undefined) return;
      this.parts.log.warn(String(error));
      this.panel.say(problem);
    }
  }
}

/** Takes a result out of all settings: those that were changed for it say again what they said before. */
async function noLongerUse({ name, language }: FineTuningResult, { changed = [] }: TrainingRecord): Promise<void> {
  await useAgain(changed, language);
  await useNoMore(name);
}

/** Deletes a folder, unless the person did so by hand. */
async function remove(folder: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileNotFound') throw error;
  }
}

/** `tickets/`; the workspace's own by its name. */
function shownFolder(folder: vscode.Uri): string {
  const path = folderPath(folder);
  const name = path === undefined || path === '.' ? vscode.workspace.getWorkspaceFolder(folder)?.name : path;
  return `${name ?? ''}/`;
}
