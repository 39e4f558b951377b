import { test } from 'vitest';
import { VSIX } from '../../scripts/package.mjs';
import { openEditor, type Editor, type EditorOptions } from '../editor/editor';

/**
 * What journeys count and name is what this method highlights at this density: several words of a sentence, where the
 * defaults of `en` and `zh` may highlight one phrase alone. The default itself is looked at by the host's tests.
 */
const METHOD = { 'saliency.method': 'gradient-x-input', 'saliency.highlightDensity': 'more' };

/**
 * One journey of a person through a fresh editor with the packaged extension. Takes a picture where it fails, closes
 * the editor in any case, and sees that nothing outside this machine was asked for.
 */
export const journey = (
  name: string,
  options: Omit<EditorOptions, 'vsix'>,
  walk: (editor: Editor) => Promise<void>,
  timeout?: number,
): void => {
  test(
    name,
    async () => {
      const editor = await openEditor({ ...options, settings: { ...METHOD, ...options.settings }, vsix: VSIX });
      try {
        await walk(editor);
        if (editor.foreignHosts.size > 0) throw new Error(`The window asked ${[...editor.foreignHosts].join(', ')}.`);
      } catch (error) {
        await editor.screenshot(`failed ${name}`);
        throw error;
      } finally {
        await editor.close();
      }
    },
    timeout,
  );
};
