import type { Explainer, Files } from '../../shared/protocol/explainer';
import { SaliencyError } from '../../shared/saliency-error';
import type { Port } from '../../shared/rpc/port';
import { annotatorOf, type Answers } from './annotator';
import type { FileStore } from './file-store';
import { HostClient } from './host-client';
import type { AnnotatorReply, AnyAnnotatorCall, FromAnnotator, ToAnnotator } from './messages';

/** What an environment adds to the worker: its disk, and an explainer in a worker of its own. */
export interface Surroundings {
  disk(host: HostClient): FileStore;
  explainer(files: Files): Pick<Explainer, 'batch' | 'models'>;
}

/** The inside of the annotating worker: answers calls, and has the host do what only the host can. */
export function serveAnnotator(port: Port<ToAnnotator, FromAnnotator>, surroundings: Surroundings): void {
  const host = new HostClient((message) => port.post(message));
  const explainer = surroundings.explainer({ read: (path) => host.ask('resource', path) });
  const answers = annotatorOf(surroundings.disk(host), explainer);
  const running = new Map<number, AbortController>();

  async function answer(call: AnyAnnotatorCall): Promise<void> {
    const { id } = call;
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const value = await answered(answers, call, abort.signal, (progress) =>
        port.post({ type: 'progress', id, progress }),
      );
      port.post({ type: 'reply', id, value });
    } catch (error) {
      const { message, code, data } = abort.signal.aborted ? cancelled() : forPeople(error);
      port.post({ type: 'failure', id, message, code, data });
    } finally {
      running.delete(id);
    }
  }

  port.listen((message) => {
    if (message.type === 'call') void answer(message);
    else if (message.type === 'cancel') running.get(message.id)?.abort(cancelled());
    else host.did(message);
  });
}

type Tell = Parameters<Answers['run']>[2];

function answered(
  answers: Answers,
  { call, request }: AnyAnnotatorCall,
  signal: AbortSignal,
  tell: Tell,
): Promise<AnnotatorReply> {
  // One name, one request: the map of calls says so, and the type of a union cannot.
  const answer = answers[call] as (request: unknown, signal: AbortSignal, tell: Tell) => Promise<AnnotatorReply>;
  return answer(request, signal, tell);
}

const cancelled = (): SaliencyError => new SaliencyError('The call was cancelled.', 'cancelled');

function forPeople(error: unknown): SaliencyError {
  if (error instanceof SaliencyError) return error;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new SaliencyError(`Annotating failed, which is a fault of Saliency: ${reason}`, 'internal', { reason });
}
