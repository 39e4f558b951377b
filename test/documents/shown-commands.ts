/** A command that a page shows. */
export interface ShownCommand {
  /** `docs/training.md:12`. */
  readonly place: string;
  /** The heading above it. */
  readonly section: string;
  /** In one line, without a comment. */
  readonly command: string;
  /** Whether it stands in a block of its own; inline code may name a part of a command. */
  readonly whole: boolean;
}

/** Programs whose commands we answer for, at the beginning of inline code. */
const INLINE = /^(npx saliency|saliency|npm|npx|node|bash)\s/;

/** The languages of blocks that hold no commands; a block without a language could hide one. */
const NO_COMMANDS = new Set(['ts', 'python', 'json', 'text']);

/** All commands of a page in Markdown. @throws Error at a fenced block whose language says not what it holds */
export function shownCommands(page: string, markdown: string): ShownCommand[] {
  const found: ShownCommand[] = [];
  let [section, fence, open] = ['', undefined as string | undefined, ''];
  for (const [index, line] of markdown.split('\n').entries()) {
    const at = { place: `${page}:${index + 1}`, section };
    const fenced = /^\s*```(.*)$/.exec(line)?.[1];
    if (fenced !== undefined) {
      fence = fence === undefined ? fenced : undefined;
      if (fence !== undefined && fence !== 'sh' && !NO_COMMANDS.has(fence))
        throw new Error(`${at.place}: a block of commands begins with \`\`\`sh; this one with \`\`\`${fence}.`);
    } else if (fence === 'sh') {
      open += line.replace(/(^|\s)#.*$/, '');
      if (open.endsWith('\\')) open = open.slice(0, -1);
      else {
        found.push(
          ...open
            .split(' && ')
            .filter(Boolean)
            .map((one) => ({ ...at, command: one.trim(), whole: true })),
        );
        open = '';
      }
    } else if (fence === undefined) {
      section = /^#+ (.*)$/.exec(line)?.[1] ?? section;
      const codes = [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
      found.push(...codes.filter((code) => INLINE.test(code)).map((command) => ({ ...at, command, whole: false })));
    }
  }
  return found;
}

/** A use of our command line, wherever it stands in a command: `train`, and the options that it is given. */
export function saliencyUses(command: string): { subcommand: string; options: string[] }[] {
  return [...command.matchAll(/\bsaliency ([a-z][a-z-]*)([^'|>]*)/g)].map(([, subcommand, rest]) => ({
    subcommand,
    options: optionsOf(rest),
  }));
}

/** The long options of a command. */
export const optionsOf = (command: string): string[] =>
  [...command.matchAll(/(?<=^|\s)--[a-z][a-z-]*/g)].map(([option]) => option);
