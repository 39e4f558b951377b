import 'mocha/mocha.js';

/** The lines by which a run inside the extension host tells its driver (scripts/test/host.mjs) what happened. */
const say = (outcome: 'passed' | 'failed', test: Mocha.Runnable, error?: string) =>
  console.log(`@@test ${JSON.stringify({ outcome, title: test.fullTitle(), milliseconds: test.duration, error })}`);

/** A reporter for a host that has a console and nothing else. */
export class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => say('passed', test));
    runner.on('fail', (test, error: unknown) => {
      say('failed', test, error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
}
