import { Caller } from './caller';
import type { AnswerMessage, CallMessage } from './messages';
import { remoteOf } from './remote';

/** A page answers within this, whatever it draws. */
const PATIENCE_MS = 30_000;

interface Unanswered {
  readonly message: CallMessage;
  readonly late: ReturnType<typeof setTimeout>;
}

/**
 * Calls from the host to a page. A page that is hidden or loads again hears nothing: what is called meanwhile, or was not
 * answered before, is sent when it is ready again.
 */
export class PageCalls<Page extends object> {
  readonly page: Page = remoteOf<Page>((name, args) => this.caller.call(name, args));
  private readonly unanswered = new Map<number, Unanswered>();
  private readonly caller = new Caller((message) => this.post(message as CallMessage));
  private listens = false;

  constructor(private readonly send: (message: CallMessage) => void) {}

  /** The page listens, maybe again. */
  ready(): void {
    this.listens = true;
    for (const { message } of this.unanswered.values()) this.send(message);
  }

  /** It is hidden. */
  away(): void {
    this.listens = false;
  }

  receive(answer: AnswerMessage): void {
    if (answer.type !== 'callback') this.forget(answer.id);
    this.caller.receive(answer);
  }

  /** The page is gone: every call rejects with this error. */
  end(error: Error): void {
    [...this.unanswered.keys()].forEach((id) => this.forget(id));
    this.caller.end(error);
  }

  private post(message: CallMessage): void {
    if (message.type === 'call') {
      const { id, name } = message;
      const failure = { message: `The page did not answer ${name}.`, code: 'page-silent' };
      const late = setTimeout(() => this.receive({ type: 'failure', id, failure }), PATIENCE_MS);
      this.unanswered.set(id, { message, late });
    }
    if (this.listens) this.send(message);
  }

  private forget(id: number): void {
    clearTimeout(this.unanswered.get(id)?.late);
    this.unanswered.delete(id);
  }
}
