import { beforeEach, expect, test, vi } from 'vitest';
import { Uri } from '../../../test/doubles/vscode';
import { EditorFiles } from '../testing/editor-files';
import { ViewFile } from './saved-view';

/** A second is too short where a machine has other work. */
const PATIENT = { timeout: 30_000 };
const RESULTS = Uri.parse('file:/w/a.saliency.ndjson') as never;

let files: EditorFiles;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  files = new EditorFiles();
});

/** The next read of a file ends only when the returned function is called. */
function slowRead(): () => void {
  const { fs } = vi.mocked(files as unknown as { fs: { readFile(uri: Uri): Promise<Uint8Array> } });
  const read = fs.readFile;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  fs.readFile = async (uri) => {
    fs.readFile = read;
    const bytes = await read(uri);
    await ended;
    return bytes;
  };
  return end;
}

test('a view that is being written is read as it will be, and what another overview wrote is read from the file', async () => {
  const view = ViewFile.beside(RESULTS);
  view.keep({ tab: 'review' });
  const steps: unknown[] = [];
  // Before each step of writing.
  files.onOperation = (name) => name !== 'readFile' && steps.push(view.read());
  await vi.runAllTimersAsync();
  await vi.waitFor(() => expect(files.texts()['/w/a.saliency.view.json']).toContain('review'), PATIENT);
  expect(steps.length).toBeGreaterThan(1);
  expect(await Promise.all(steps)).toEqual(steps.map(() => ({ tab: 'review' })));
  files.onOperation = () => undefined;

  await vi.waitFor(async () => expect(await view.read()).toEqual({ tab: 'review' }), PATIENT);
  files.contents.set('/w/a.saliency.view.json', new TextEncoder().encode('{"tab":"rows"}'));
  expect(await view.read()).toEqual({ tab: 'rows' });
});

test('a change while the file is read is kept', async () => {
  files.contents.set('/w/a.saliency.view.json', new TextEncoder().encode('{"tab":"rows","before":true}'));
  const view = ViewFile.beside(RESULTS);
  const end = slowRead();
  const reading = view.read();
  view.keep({ tab: 'accuracy' });
  end();
  expect(await reading).toEqual({ tab: 'accuracy', before: true });
  await vi.runAllTimersAsync();
  await vi.waitFor(
    () => expect(JSON.parse(files.texts()['/w/a.saliency.view.json'])).toEqual({ tab: 'accuracy', before: true }),
    PATIENT,
  );
});

test('where it cannot be written, it is not kept', async () => {
  files.onOperation = (name) => {
    if (name === 'writeFile') throw new Error('full');
  };
  const view = ViewFile.beside(RESULTS);
  view.keep({ tab: 'review' });
  await vi.runAllTimersAsync();
  await vi.waitFor(async () => expect(await view.read()).toBeUndefined(), PATIENT);
});
