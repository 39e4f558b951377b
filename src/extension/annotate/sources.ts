import * as vscode from 'vscode';
import { ENDINGS } from '../../records/formats/table';
import { isReadable, withoutAbout } from '../../records/members';
import type { NamedFile } from '../../annotate/worker/calls';
import { baseName, parentOf } from '../files/paths';
import { SaliencyError } from '../../shared/saliency-error';

/** The most files of one folder that the editor annotates; more is work for the command line. */
const MOST_FILES = 20_000;
/** Names of files that Saliency wrote itself. */
const OURS = /\.saliency(\.\w+)*\.(ndjson|csv|html|json|xlsx|md|svg|png)(\.(tmp|partial|partial\.journal))?$/i;
const SKIPPED = /^(\.|node_modules$)|\.partial$/;

/** The files to annotate, and where their results go. */
export interface Job {
  readonly sources: readonly NamedFile[];
  readonly results: vscode.Uri;
  /** What the choices of this job are remembered by: the file, or the folder. */
  readonly chosen: vscode.Uri;
}

/** The job that files and folders make. @throws SaliencyError `nothing-to-annotate` */
export async function jobOf(chosen: readonly vscode.Uri[]): Promise<Job> {
  const kinds = await Promise.all(chosen.map(async (uri) => ({ uri, isFolder: await isFolder(uri) })));
  const files = (
    await Promise.all(kinds.map(async ({ uri, isFolder }) => (isFolder ? await filesIn(uri) : [uri])))
  ).flat();
  const own = [...new Map(files.map((uri) => [uri.toString(), uri])).values()].filter(({ path }) => !OURS.test(path));
  if (own.length === 0) throw nothing();
  const results = resultsOf(kinds, own);
  const folder = parentOf(results);
  return {
    sources: own.map((uri) => ({ address: uri.toString(), name: relative(folder, uri) })),
    results,
    chosen: chosen[0],
  };
}

/** Files with labels, of folders those in them. @throws SaliencyError `nothing-to-annotate` */
export async function labelledFiles(chosen: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const files = (
    await Promise.all(chosen.map(async (uri) => ((await isFolder(uri)) ? await filesIn(uri) : [uri])))
  ).flat();
  const own = [...new Map(files.map((uri) => [uri.toString(), uri])).values()];
  // Reviews beside results are labelled rows like any other; results themselves hold predictions.
  const left = own.filter(({ path }) => /\.labels\.ndjson$/.test(path) || !OURS.test(path));
  if (left.length === 0) throw nothing();
  return left;
}

/** Where results go: beside the file or folder, in the folder if it is a root of the workspace, beside the first of several. */
function resultsOf(kinds: readonly { uri: vscode.Uri; isFolder: boolean }[], files: readonly vscode.Uri[]): vscode.Uri {
  const [{ uri, isFolder }] = kinds;
  const name = isFolder ? baseName(uri) : stemOf(baseName(uri));
  const more = kinds.length > 1 ? `-and-${kinds.length - 1}-more` : '';
  const isRoot =
    isFolder && (vscode.workspace.getWorkspaceFolder(parentOf(uri)) === undefined || parentOf(uri).path === uri.path);
  const folder = isRoot ? uri : kinds.length > 1 ? commonFolder(files) : parentOf(uri);
  return vscode.Uri.joinPath(folder, `${name}${more}.saliency.ndjson`);
}

/** The files of a folder that are known by their endings, by name, as deep as they lie. */
async function filesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const open = [folder];
  for (let next = open.shift(); next && found.length < MOST_FILES; next = open.shift()) {
    const entries = await vscode.workspace.fs.readDirectory(next);
    entries.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    for (const [name, type] of entries) {
      if (SKIPPED.test(name)) continue;
      const uri = vscode.Uri.joinPath(next, name);
      // Links are not followed: they may lead in circles.
      if (type === vscode.FileType.Directory) open.push(uri);
      else if (type & vscode.FileType.File && isReadable(uri.path)) found.push(uri);
    }
  }
  const own = new Set(withoutAbout(found.map(({ path }) => path)));
  return found.filter(({ path }) => own.has(path));
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.Directory) !== 0;
}

/** `reviews.csv.gz` → `reviews`. */
const stemOf = (name: string): string => name.replace(/(\.[a-z]+)?(\.gz)?$/i, '') || name;

function commonFolder(files: readonly vscode.Uri[]): vscode.Uri {
  let folder = parentOf(files[0]);
  while (!files.every(({ path }) => path.startsWith(`${folder.path.replace(/\/$/, '')}/`))) folder = parentOf(folder);
  return folder;
}

/** A file as it is called from a folder; `../` where it is not below it. */
function relative(folder: vscode.Uri, file: vscode.Uri): string {
  const [from, to] = [folder, file].map(({ path }) => path.split('/').filter((part) => part !== ''));
  const same = from.findIndex((part, i) => part !== to[i]);
  const shared = same < 0 ? from.length : same;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function nothing(): SaliencyError {
  return new SaliencyError(
    vscode.l10n.t('There is nothing to annotate here. Files of these kinds are read: {0}.', ENDINGS.join(', ')), // prettier-ignore
    'nothing-to-annotate',
  );
}
