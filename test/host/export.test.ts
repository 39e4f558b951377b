import * as vscode from 'vscode';
import { equal, isTrue, matches } from './expect';
import { open, saliency, select } from './saliency';

const SENTENCE = 'The plot is thin, but I loved every minute of it.';

const file = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, name);

/** Exports as a keybinding or another extension does; resolves with the file's bytes. */
const exported = async (format: string, name: string, language?: string): Promise<Uint8Array> => {
  const to = file(name);
  const written = await vscode.commands.executeCommand<vscode.Uri>('saliency.export', {
    ...{ format, to, language },
    chart: 'all',
  });
  equal(written?.toString(), to.toString(), 'the address that the command returns');
  const bytes = await vscode.workspace.fs.readFile(to);
  await vscode.workspace.fs.delete(to);
  return bytes;
};

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

suite('Export', () => {
  setup(async () => {
    const editor = await open('en.txt');
    select(editor, SENTENCE);
    await vscode.commands.executeCommand('saliency.explain');
  });
  teardown(async () => {
    await vscode.commands.executeCommand('saliency.clear');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('JSON is the explanation, to the last digit', async () => {
    const { testing } = await saliency();
    const explanation = testing.current()?.explanation;
    equal(JSON.parse(text(await exported('json', 'out.json'))), explanation, 'the file');
  });

  test('CSV has a row a word', async () => {
    const { testing } = await saliency();
    const lines = text(await exported('csv', 'out.csv'))
      .trimEnd()
      .split('\r\n');
    const { words } = testing.current()!.explanation;
    equal(lines.length, words.length + 1, 'lines');
    matches(lines[0], /^position,word,start,end,score,rank/, 'the head');
    for (const [index, { score }] of words.entries()) isTrue(lines[index + 1].includes(`,${score},`), lines[index + 1]);
  });

  test('SVG, PNG and the report are drawn by the panel, which opens for it', async () => {
    const svg = text(await exported('svg', 'out.svg'));
    matches(svg, /^<\?xml[^]*<svg [^]*>loved<[^]*<\/svg>\n$/, 'the picture');
    const png = await exported('png', 'out.png');
    equal([...png.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47], 'the head of the PNG');
    const size = new DataView(png.buffer, png.byteOffset).getUint32(16);
    isTrue(size > 500 && size < 4000, `${size} dots wide`);
    const html = text(await exported('report', 'out.html'));
    matches(html, /^<!DOCTYPE html>[^]*<h1[^]*loved[^]*dl class="card"[^]*<\/html>\n$/, 'the report');
    matches(html, /class="summary"[^]*Positive[^]*“loved” supports it most[^]*Without “/, 'its summary');
    const chinese = text(await exported('report', 'out.html', 'zh-Hans'));
    matches(
      chinese,
      /^<!DOCTYPE html>\n<html lang="zh-Hans">[^]*<h1>为什么这段文本被预测为正面<[^]*技术附录/,
      'in Chinese',
    );
    isTrue(!/<script|<link|https?:(?!\/\/www\.w3\.org)/.test(html), 'the report needs something else');
  });

  test('Markdown goes to the clipboard', async () => {
    await vscode.commands.executeCommand('saliency.copyMarkdown');
    const copied = await vscode.env.clipboard.readText();
    matches(copied, /^## .*\d+\s%\n\n> The plot is thin/, 'what was copied');
  });

  test('a place that cannot be written is told, and nothing else breaks', async () => {
    const to = file('no such folder/deeper\0/out.json');
    const written = await vscode.commands.executeCommand('saliency.export', { format: 'json', to });
    equal(written, undefined, 'the address that the command returns');
    isTrue((await exported('json', 'again.json')).length > 100, 'nothing works after it');
  });
});
