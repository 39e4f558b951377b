import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { saliency } from './saliency';

const ROWS = 25;
const OPINIONS = [
  'I loved every minute of it',
  '等了一个小时，菜是凉的',
  'Slow, loud and overpriced',
  'It is “fine” 😀 – really',
];
/** Some come twice: a search would find the first of them. */
const TEXTS = Array.from({ length: ROWS }, (_, i) => `${OPINIONS[i % OPINIONS.length]} (${i % 20}).`);

/** What stands before, around and behind a text in a format. `title` has the same words in another place. */
interface Format {
  readonly name: string;
  readonly head?: string;
  readonly tail?: string;
  readonly between: string;
  row(text: string, i: number): readonly [before: string, behind: string];
}

const clock = (i: number) => `00:00:${String(10 + i)}`;
const FORMATS: readonly Format[] = [
  { name: 'a.csv', head: 'title,review,n\r\n', between: '\r\n', row: (text, i) => [`"${text}","`, `",${i}`] },
  { name: 'b.tsv', head: 'title\treview\n', between: '\n', row: (text) => [`${text}\t`, ''] },
  { name: 'c.ndjson', between: '\n', row: (text, i) => [`{"title":"${text}","n":${i},"review":"`, '"}'] },
  { name: 'd.json', head: '{"meta": 1, "reviews": [\n', tail: '\n]}\n', between: ',\n', row: (text) => [`  {"title": "${text}",\n   "review": "`, '"}'] }, // prettier-ignore
  { name: 'e.txt', between: '\n', row: () => ['', ''] },
  { name: 'f.md', head: '---\ntitle: x\n---\n\n# Head\n\n', between: '\n', row: (_, i) => [i % 2 ? '- ' : '> ', '\n'] },
  { name: 'g.srt', between: '\n', row: (_, i) => [`${i + 1}\n${clock(i)},000 --> ${clock(i)},900\n`, '\n'] },
  { name: 'h.html', head: '<table><tr><th>title</th><th>review</th></tr>\n', tail: '</table>', between: '\n', row: (text) => [`<tr><td>${text}</td><td>`, '</td></tr>'] }, // prettier-ignore
];

/** The file, and where each text begins in it. */
function written({ head = '', tail = '', between, row }: Format): { content: string; starts: readonly number[] } {
  let content = head;
  const starts = TEXTS.map((text, i) => {
    const [before, behind] = row(text, i);
    content += `${i > 0 ? between : ''}${before}`;
    const start = content.length;
    content += text + behind;
    return start;
  });
  return { content: content + tail, starts };
}

suite('Opening rows from overviews', () => {
  const folder = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'opened');
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  test(`${FORMATS.length * ROWS} rows of ${FORMATS.length} formats: exactly the cell is selected`, async function () {
    this.timeout(600_000);
    const { testing } = await saliency();
    let opened = 0;
    for (const format of FORMATS) {
      const { content, starts } = written(format);
      const file = vscode.Uri.joinPath(folder(), format.name);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
      await vscode.commands.executeCommand('saliency.annotate', file, [file], { explain: false, also: 'none' });
      const results = vscode.Uri.joinPath(folder(), `${format.name.replace(/\.\w+$/, '')}.saliency.ndjson`);
      await vscode.commands.executeCommand('saliency.openOverview', results);
      for (const [i, text] of TEXTS.entries()) {
        await testing.openRow(results, i + 1);
        const editor = vscode.window.activeTextEditor;
        equal(editor?.document.uri.toString(), file.toString(), `${format.name}, row ${i + 1}: the file`);
        const { document, selection } = editor!;
        equal(document.getText(selection), text, `${format.name}, row ${i + 1}: what is selected`);
        // An editor may count the two characters of a line end as one.
        const before = content.slice(0, starts[i]).split('\n');
        equal([selection.start.line, selection.start.character], [before.length - 1, before.at(-1)!.length], `${format.name}, row ${i + 1}: where`); // prettier-ignore
        opened++;
      }
    }
    isTrue(opened === 200, `${opened} rows were opened`);
  });
});
