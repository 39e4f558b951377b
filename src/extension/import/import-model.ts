import * as vscode from 'vscode';
import type { ImportFile, ImportFacts, Importer, ImportedModel } from '../../engine/importing/importer';
import { changeSetting } from '../activate/settings';
import { languageName } from '../wording/names';
import { withPatience } from '../wording/progress';
import type { ImportHost } from './import-host';
import { baseName } from '../files/paths';
import { writeFolder } from '../files/whole-folder';
import { askLabels, askLength, askName, askPadding } from './questions';
import { askVocabulary } from './vocabulary-files';

/** Answers to what is asked otherwise, for other extensions and tests. */
export interface ImportAnswers {
  readonly vocabulary?: vscode.Uri;
  readonly labels?: readonly string[];
  readonly length?: number;
  readonly padding?: 'pre' | 'post';
  readonly name?: string;
}

/**
 * Imports a Keras model: reads its file in a worker, asks what the file does not say, and writes it to where the person's
 * own models are.
 *
 * @returns its name; undefined if the person cancelled
 */
export async function importModel(
  host: ImportHost,
  uri: vscode.Uri | undefined,
  given: ImportAnswers = {},
): Promise<string | undefined> {
  const model = uri ?? (await askFile());
  if (!model) return undefined;
  const folder = vscode.Uri.joinPath(model, '..');
  const importer = host.start({
    readBeside: async (path) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)),
  });
  try {
    const file = { file: baseName(model), bytes: await vscode.workspace.fs.readFile(model) };
    const facts = await working(importer, file.file, importer.inspect(file));
    const said = await answers(facts, model, host.models(), given);
    if (!said) return undefined;
    const made = await working(importer, file.file, importer.make(file, said));
    await writeFolder(vscode.Uri.joinPath(host.models(), said.name), made.files);
    await host.modelsChanged();
    // Not waited for: a notification may stay open for long.
    void offer(said.name, made);
    return said.name;
  } finally {
    await importer.dispose();
  }
}

const working = <T>(importer: Importer, file: string, work: Promise<T>): Promise<T> =>
  withPatience(vscode.l10n.t('Reading {0}…', file), () => void importer.dispose(), work);

async function askFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('A Keras model: .keras, .h5, or TensorFlow.js’s model.json'),
    filters: { [vscode.l10n.t('Keras models')]: ['keras', 'h5', 'hdf5', 'json'] },
  });
  return chosen?.at(0);
}

interface Answered {
  readonly name: string;
  readonly vocabulary?: ImportFile;
  readonly labels: readonly string[];
  readonly length?: number;
  readonly padding?: 'pre' | 'post';
}

/** Undefined if the person cancelled one of the questions. */
async function answers(
  facts: ImportFacts,
  model: vscode.Uri,
  models: vscode.Uri,
  given: ImportAnswers,
): Promise<Answered | undefined> {
  const vocabulary = given.vocabulary
    ? { file: baseName(given.vocabulary), bytes: await vscode.workspace.fs.readFile(given.vocabulary) }
    : facts.needsWords
      ? await askVocabulary(model)
      : undefined;
  if (facts.needsWords && !vocabulary) return undefined;
  const labels = given.labels ?? (await askLabels(facts));
  if (!labels) return undefined;
  const asksLength = facts.readsPadding && facts.length === undefined;
  const length = given.length ?? (asksLength ? await askLength() : undefined);
  if (asksLength && length === undefined) return undefined;
  const padded = facts.readsPadding && length !== 0;
  const padding = given.padding ?? (padded ? await askPadding(facts) : undefined);
  if (padded && !padding) return undefined;
  const name = given.name ?? (await askName(models, baseName(model).replace(/\.[^.]+$/, '')));
  if (name === undefined) return undefined;
  return {
    name,
    labels,
    ...(vocabulary && { vocabulary }),
    ...(length !== undefined && { length }),
    ...(padding && { padding }),
  };
}

async function offer(name: string, { language, words }: ImportedModel): Promise<void> {
  const use = vscode.l10n.t('Use It for {0} Texts', languageName(language));
  const said = vscode.l10n.t('The model “{0}” was imported. It knows {1} words.', name, words.toLocaleString());
  if ((await vscode.window.showInformationMessage(said, use)) === use) await changeSetting(`model.${language}`, name);
}
