import type * as vscode from 'vscode';
import { annotate, openOverview } from './annotate';
import { overrides, wordPlace } from './arguments';
import { clear } from './clear';
import type { Command } from './command';
import type { OutlineSentence } from '../outline/outline-items';
import { explainHere, explainListed, explainSentences } from './explain';
import { explainDocument } from './explain-document';
import { exportCurrent } from './export';
import { toggleLogOdds } from './log-odds';
import { openSheet } from './sheets';
import { showText } from './show-text';
import { improveModel, resumeTraining, showTraining, train } from './train';

const EXPLAINED = 'saliency.hasExplanations';
/** Results of annotating. */
const RESULTS = 'resourceFilename =~ /\\.saliency\\.(ndjson|csv|html)$/';
/** Sentences have been read: of an explanation, or for the outline. */
const READ = `${EXPLAINED} || saliency.outlined`;

/** Every command of the extension. `manifest.test.ts` compares them with `package.json`. */
export const COMMANDS: readonly Command[] = [
  { id: 'explain', menus: ['saliency.editor', 'editor/title'], run: async (all) => void (await explainHere(all)) },
  {
    id: 'explainSentences',
    when: `editorHasSelection || ${EXPLAINED}`,
    menus: ['saliency.editor'],
    run: async (all) => void (await explainSentences(all)),
  },
  { id: 'explainDocument', menus: ['saliency.editor'], run: explainDocument },
  { id: 'toggleLiveView', menus: ['saliency.editor'], run: ({ live }) => live.toggle() },
  {
    id: 'explainAs',
    when: EXPLAINED,
    menus: ['saliency.editor'],
    run: async (all, changes?: unknown) => (await all.views()).explainAs(all, overrides(changes)),
  },
  { id: 'clear', when: EXPLAINED, enablement: EXPLAINED, menus: ['saliency.editor'], run: clear },
  { id: 'showPanel', when: EXPLAINED, menus: ['saliency.editor'], run: ({ panel }) => panel.show() },
  { id: 'showText', when: EXPLAINED, enablement: EXPLAINED, run: showText },
  { id: 'export', when: EXPLAINED, enablement: EXPLAINED, menus: ['saliency.editor'], run: exportCurrent },
  {
    id: 'copyMarkdown',
    when: EXPLAINED,
    enablement: EXPLAINED,
    run: (all) => exportCurrent(all, { format: 'markdown' }),
  },
  { id: 'compareModels', when: EXPLAINED, menus: ['saliency.editor'], run: (all) => openSheet(all, 'compare') },
  { id: 'whatIf', when: EXPLAINED, menus: ['saliency.editor'], run: (all) => openSheet(all, 'whatIf') },
  { id: 'selectMethod', when: EXPLAINED, run: async (all) => (await all.views()).selectMethod(all) },
  { id: 'selectModel', run: async (all) => (await all.views()).selectModel(all) },
  {
    id: 'nextHighlight',
    when: EXPLAINED,
    enablement: EXPLAINED,
    run: async (all, id?: unknown, word?: unknown) => (await all.views()).jumpToHighlight(all, 1, wordPlace(id, word)),
  },
  {
    id: 'previousHighlight',
    when: EXPLAINED,
    enablement: EXPLAINED,
    run: async (all, id?: unknown, word?: unknown) => (await all.views()).jumpToHighlight(all, -1, wordPlace(id, word)),
  },
  {
    id: 'nextSentence',
    when: READ,
    enablement: 'editorIsOpen',
    run: async (all) => (await all.views()).jumpToSentence(all, 1),
  },
  {
    id: 'previousSentence',
    when: READ,
    enablement: 'editorIsOpen',
    run: async (all) => (await all.views()).jumpToSentence(all, -1),
  },
  {
    id: 'filterOutline',
    when: 'saliency.outlined',
    menus: ['view/title'],
    run: async (all, label?: unknown) => (await all.views()).filterOutline(all, label),
  },
  {
    id: 'explainListed',
    // Only beside a sentence of the list.
    when: 'false',
    menus: ['view/item/context'],
    run: async (all, item?: OutlineSentence) =>
      item && void (await explainListed(all, item, (await all.views()).goToSentence)),
  },
  {
    id: 'goToSentence',
    internal: true,
    run: async ({ views }, uri: unknown, start: unknown) =>
      typeof uri === 'string' && typeof start === 'number' ? (await views()).goToSentence(uri, start) : undefined,
  },
  {
    id: 'otherMethods',
    internal: true,
    run: async (all, id?: unknown, word?: unknown) => (await all.views()).otherMethods(all, wordPlace(id, word)),
  },
  {
    id: 'logOdds',
    internal: true,
    run: (all, id?: unknown, word?: unknown) => toggleLogOdds(all, wordPlace(id, word)),
  },
  { id: 'annotate', menus: ['explorer/context', 'editor/title/context'], run: annotate },
  {
    id: 'importModel',
    when: EXPLAINED,
    menus: ['explorer/context'],
    run: async ({ views, importing }, uri?: vscode.Uri, _more?: unknown, answers?: object) =>
      (await views()).importModel(importing, uri, answers),
  },
  { id: 'openOverview', when: RESULTS, menus: ['explorer/context', 'editor/title/context'], run: openOverview },
  {
    id: 'resumeAnnotating',
    internal: true,
    run: async ({ annotation }, results: vscode.Uri) => (await annotation()).goOn(results),
  },
  { id: 'train', menus: ['explorer/context', 'editor/title/context'], run: train },
  { id: 'resumeTraining', when: 'saliency.trainingStopped', run: resumeTraining },
  { id: 'showTraining', when: 'saliency.hasTraining', run: showTraining },
  { id: 'improveModel', internal: true, run: improveModel },
  {
    id: 'explainSample',
    internal: true,
    run: async (all) => {
      await (await all.views()).openSample();
      await explainHere(all);
    },
  },
  { id: 'openSample', internal: true, run: async ({ views }) => (await views()).openSample() },
  { id: 'showLog', when: EXPLAINED, run: ({ log }) => log.show() },
];
