import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetDocuments, OpenDocument } from '../../../test/doubles/documents';
import { spy } from '../../../test/doubles/vscode';
import { editorSession, FILM } from '../testing/editor-session';
import type { DocumentViews } from './document-views';
import { registerDocumentViews } from './register-document-views';

const session = editorSession();

let made: { disposed: number }[];
let release: () => void;
let registered: ReturnType<typeof registerDocumentViews>;

beforeEach(() => {
  made = [];
  spy.treesOpen = false;
  const loaded = new Promise<void>((resolve) => (release = resolve));
  const { whole, live, log } = session.parts;
  registered = registerDocumentViews({ whole, live, log } as Parameters<typeof registerDocumentViews>[0], async () => {
    await loaded;
    const views = { disposed: 0, dispose: () => void views.disposed++ };
    made.push(views);
    return views as unknown as DocumentViews;
  });
});

const end = () => registered.subscriptions.forEach((each) => each.dispose());
const settled = () => vi.waitUntil(() => made.length > 0, { timeout: 30_000 });

afterEach(() => {
  spy.treesOpen = true;
  spy.settings.delete('saliency.live.languages');
  spy.settings.delete('saliency.live.enabled');
  forgetDocuments();
});

test('is loaded once, by a document that is explained as a whole', async () => {
  const { document } = new OpenDocument(FILM);
  await session.parts.whole.add(document, 0, () => undefined);
  session.parts.whole.remove();
  release();
  await settled();
  await registered.documentViews();
  expect(made).toEqual([expect.objectContaining({ disposed: 0 })]);
  end();
  expect(made[0].disposed).toBe(1);
});

test('is loaded by live prose that comes into view, not by other documents', async () => {
  release();
  spy.settings.set('saliency.live.languages', ['plaintext']);
  new OpenDocument(FILM);
  spy.visible.fire([]);
  await Promise.resolve();
  expect(made).toEqual([]);
  spy.settings.set('saliency.live.enabled', true);
  spy.visible.fire([]);
  await settled();
  end();
});

test('is loaded by the outline, once it is opened', async () => {
  release();
  const [view] = spy.trees;
  view.visible = true;
  view.shown.fire();
  await settled();
  end();
  expect(made[0].disposed).toBe(1);
});

test('what was ended while it was loaded is disposed of', async () => {
  const views = registered.documentViews();
  end();
  release();
  await views;
  expect(made).toEqual([expect.objectContaining({ disposed: 1 })]);
});
