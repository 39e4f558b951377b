import * as vscode from 'vscode';
import type { CommandServices } from './command';
import { COMMANDS } from './table';

/** Registers every command of the table; errors that a command throws are shown to the person. */
export function registerCommands(services: CommandServices): vscode.Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    vscode.commands.registerCommand(`saliency.${id}`, async (...given: never[]) => {
      try {
        return await run(services, ...given);
      } catch (error) {
        // Not waited for: a notification may stay open for long, and the command is done.
        void services.errors.report(error);
        return undefined;
      }
    }),
  );
}
