import { expect, test } from 'vitest';
import { SaliencyError } from '../../../shared/saliency-error';
import { ERRORS, type ErrorCode } from '../../../shared/errors';
import type { TextExplainer } from '../explain-texts';
import { SentenceAnswers } from './sentence-answers';
import { Uri } from 'vscode';

const DOCUMENT = Uri.parse('file:///letter.txt');

const answersWith = (code: ErrorCode) =>
  new SentenceAnswers({
    ask: () => Promise.reject(new SaliencyError('No.', code)),
  } as unknown as TextExplainer);

test('a sentence alone has no answer where the error is about one text; any other ends the view', async () => {
  for (const [code, { scope }] of Object.entries(ERRORS)) {
    const asked = answersWith(code as ErrorCode).explain('Some words.', DOCUMENT, new AbortController().signal);
    if (scope === 'text') expect(await asked, code).toBe('none');
    else await expect(asked, code).rejects.toMatchObject({ code });
  }
});
