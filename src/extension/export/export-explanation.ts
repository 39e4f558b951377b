import * as vscode from 'vscode';
import { SaliencyError } from '../../shared/saliency-error';
import type { ExplainedRange, Panel } from '../ranges/current-explanation';
import { contributedColours } from './contributed-colours';
import { explanationMarkdown } from './explanation-markdown';
import { pictureColours } from './picture-colours';
import { exportName } from './file-name';
import { EXPORT_FORMATS, formatWording, isFormat, type FileFormat, type ExportFormat } from './formats';
import type { DrawingPage } from '../../shared/protocol/export';
import { panelPlace } from '../panel/place';
import { chosenLanguage, inLanguage, isReportLanguage, type ReportLanguage } from './report-language';
import { placeFor, save, saveTo } from './save';
import { wordsCsv } from './words-csv';

export interface ExportParts {
  readonly context: vscode.ExtensionContext;
  readonly panel: Panel;
  readonly range: ExplainedRange;
}

/** What a keybinding or another extension may say already; the rest is asked for. */
export interface ExportRequest {
  readonly format?: unknown;
  /** The file that is written: a Uri, or one as text. */
  readonly to?: unknown;
  /** The title or id of one chart; `all`: every chart that the panel shows. */
  readonly chart?: unknown;
  /** The language of a report: `en` or `zh-Hans`. */
  readonly language?: unknown;
}

/** Takes the explanation away as a file, or as Markdown into the clipboard. Resolves with the file's address. */
export async function exportExplanation(parts: ExportParts, request: ExportRequest): Promise<vscode.Uri | undefined> {
  const format = isFormat(request.format) ? request.format : await chosenFormat();
  if (format === undefined) return undefined;
  if (format === 'markdown') return copyMarkdown(parts.range);
  const chart = format === 'svg' || format === 'png' ? await chosenChart(parts.panel, request.chart) : undefined;
  if (chart === null) return undefined;
  const language = format === 'report' ? await reportLanguage(request) : undefined;
  if (language === null) return undefined;
  const content = await contentOf(parts, format, { chart, language });
  const { uri } = parts.range;
  const { file, line } = panelPlace(parts.range);
  const name = exportName(file, line, format, chart);
  const asked = address(request.to);
  if (asked) await saveTo(asked, content);
  const saved = asked ?? (await save(content, format, placeFor(name, uri)));
  // Not awaited: the message may stay for long, and the file is there.
  if (saved && !asked) void tellSaved(saved, format);
  return saved;
}

async function copyMarkdown({ explanation }: ExplainedRange): Promise<undefined> {
  await vscode.env.clipboard.writeText(explanationMarkdown(explanation));
  vscode.window.setStatusBarMessage(vscode.l10n.t('The explanation was copied as Markdown.'), 5000);
}

/** Undefined: that of the editor, if no person can be asked; null: the person cancelled. */
async function reportLanguage({ language, to }: ExportRequest): Promise<ReportLanguage | undefined | null> {
  if (isReportLanguage(language)) return language;
  return address(to) ? undefined : ((await chosenLanguage()) ?? null);
}

/** What the person chose beside the format. */
interface Choices {
  readonly chart: string | undefined;
  readonly language: ReportLanguage | undefined;
}

async function contentOf(parts: ExportParts, format: FileFormat, { chart, language }: Choices): Promise<Uint8Array> {
  const { panel, range, context } = parts;
  const { explanation } = range;
  const contributed = contributedColours(context.extension);
  switch (format) {
    case 'json':
      return bytes(`${JSON.stringify(explanation, undefined, 2)}\n`);
    case 'csv':
      return bytes(wordsCsv(explanation));
    case 'report': {
      const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel.css');
      const style = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      const written = language && (await inLanguage(language, context.extensionUri));
      return bytes(await drawn(panel, (page) => page.report({ style, contributed, ...written })));
    }
    case 'svg':
    case 'png': {
      const colours = pictureColours();
      const content = await drawn(panel, (page) => page.draw({ format, chart, colours, contributed }));
      return format === 'svg' ? bytes(content) : decoded(content);
    }
  }
}

async function drawn(panel: Panel, draw: (page: DrawingPage) => Promise<string>): Promise<string> {
  try {
    const page = await panel.drawing();
    if (page) return await draw(page);
  } catch (error) {
    if (error instanceof SaliencyError && error.code === 'picture-too-large') throw tooTall();
    throw notDrawn(
      error instanceof SaliencyError ? '' : ` (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  throw notDrawn('');
}

const tooTall = (): SaliencyError =>
  new SaliencyError(
    vscode.l10n.t('The charts are too tall for a PNG picture. Export them as SVG, or one of them alone.'),
    'picture-too-large',
  );

const notDrawn = (reason: string): SaliencyError =>
  new SaliencyError(
    vscode.l10n.t('The explanation panel could not draw this file{0}. Explain the text again.', reason),
    'not-drawn',
  );

async function chosenFormat(): Promise<ExportFormat | undefined> {
  const items = EXPORT_FORMATS.map((format) => {
    const { name, description } = formatWording(format);
    return { label: name, description, format };
  });
  const title = vscode.l10n.t('Export Explanation');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.format;
}

/** Undefined: all; null: the person cancelled. */
async function chosenChart(panel: Panel, asked: unknown): Promise<string | undefined | null> {
  if (asked === 'all') return undefined;
  const charts = (await (await panel.drawing())?.charts().catch(() => [])) ?? [];
  const found = charts.find(({ id, title }) => asked === id || asked === title);
  if (found) return found.id;
  if (charts.length < 2) return undefined;
  const all = { label: vscode.l10n.t('All charts that are shown'), id: undefined };
  const items = [all, ...charts.map(({ id, title }) => ({ label: title, id }))];
  const item = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which chart should be exported?') });
  return item === undefined ? null : item.id;
}

function address(to: unknown): vscode.Uri | undefined {
  if (to instanceof vscode.Uri) return to;
  return typeof to === 'string' && to !== '' ? vscode.Uri.parse(to, true) : undefined;
}

async function tellSaved(uri: vscode.Uri, format: FileFormat): Promise<void> {
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('Exported to {0}.', vscode.workspace.asRelativePath(uri));
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  // A browser shows the report as its reader will see it; elsewhere the editor shows its source.
  const outside = format === 'report' && uri.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (outside && vscode.env.remoteName === undefined) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decoded(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
