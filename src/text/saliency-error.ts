/** An error whose message is meant for the person in front of the screen: what, where, and what to do. */
export class SaliencyError extends Error {
  override readonly name = 'SaliencyError';
  constructor(
    message: string,
    /** A stable word for programs: `unknown-model`, `no-words`, `damaged-model`, … */
    readonly code: string,
  ) {
    super(message);
  }
}
