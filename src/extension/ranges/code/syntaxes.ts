/** How a family of languages writes what people read. Strings that may not span lines end with the line in any case. */
export interface Syntax {
  /** What begins a comment that ends with the line. */
  readonly line?: readonly string[];
  /** Such a sign counts only at the start of a line or after white space: `$#`, `a#b` and addresses are no comments. */
  readonly lineStandsApart?: true;
  readonly block?: readonly (readonly [open: string, close: string])[];
  /** Quotes of strings within a line; a backslash keeps the quote after it from closing. */
  readonly quotes?: readonly string[];
  /** Quotes of strings that may span lines, tried first. */
  readonly long?: readonly string[];
  /** Between backticks `${…}` holds code again, and `/…/` may be a regular expression. */
  readonly scripts?: true;
  /** What stands between tags is read, and comments; tags, scripts and styles are not. */
  readonly markup?: true;
}

const C: Syntax = { line: ['//'], block: [['/*', '*/']], quotes: ['"', "'"] };
const SCRIPT: Syntax = { ...C, long: ['`'], scripts: true };
const HASH: Syntax = { line: ['#'], lineStandsApart: true, quotes: ['"', "'"] };
const LISP: Syntax = { line: [';'], block: [['#|', '|#']], long: ['"'] };
const MARKUP: Syntax = { block: [['<!--', '-->']], markup: true };

const FAMILIES: readonly (readonly [Syntax, string])[] = [
  [
    C,
    'c cpp cuda-cpp csharp java objective-c objective-cpp groovy gradle proto proto3 glsl hlsl verilog systemverilog',
  ],
  [{ ...C, long: ['"""'] }, 'kotlin scala swift dart'],
  [{ ...C, long: ['`'] }, 'go v'],
  // An apostrophe may be a lifetime.
  [{ ...C, quotes: [], long: ['"'] }, 'rust zig solidity'],
  [SCRIPT, 'javascript javascriptreact typescript typescriptreact'],
  [{ ...C, line: ['//', '#'] }, 'php hack'],
  [{ block: [['/*', '*/']], quotes: ['"', "'"] }, 'css'],
  [C, 'scss less sass stylus json5'],
  [{ ...C, quotes: ['"'] }, 'json jsonc jsonl'],
  [{ ...HASH, long: ['"""', "'''"] }, 'python cython starlark toml'],
  [
    HASH,
    'shellscript bat-shell fish perl perl6 r yaml dockercompose dockerfile makefile cmake ruby crystal ignore properties',
  ],
  [{ ...HASH, long: ['"""'] }, 'elixir graphql nim'],
  [{ ...HASH, block: [['#=', '=#']], quotes: ['"'], long: ['"""'] }, 'julia'],
  [{ ...HASH, block: [['<#', '#>']] }, 'powershell'],
  [{ ...HASH, block: [['###', '###']], long: ['"""', "'''"] }, 'coffeescript'],
  [{ line: ['#', '//'], block: [['/*', '*/']], quotes: ['"'] }, 'terraform hcl'],
  [{ line: [';', '#'], lineStandsApart: true, quotes: ['"'] }, 'ini'],
  [{ line: ['--'], block: [['/*', '*/']], quotes: ["'", '"'] }, 'sql plsql pgsql mysql'],
  [{ line: ['--'], block: [['--[[', ']]']], quotes: ['"', "'"], long: ['[['] }, 'lua'],
  [{ line: ['--'], block: [['{-', '-}']], quotes: ['"'] }, 'haskell elm purescript ada vhdl'],
  [{ line: ['//'], block: [['(*', '*)']], quotes: ['"'], long: ['"""'] }, 'fsharp ocaml'],
  [
    {
      line: ['//'],
      block: [
        ['{', '}'],
        ['(*', '*)'],
      ],
      quotes: ["'"],
    },
    'pascal objectpascal',
  ],
  [{ line: ["'"], quotes: ['"'] }, 'vb'],
  [{ line: ['%'], quotes: ['"'] }, 'matlab erlang prolog'],
  [{ line: ['!'], quotes: ['"', "'"] }, 'fortran FortranFreeForm fortran-modern'],
  [LISP, 'clojure lisp commonlisp scheme racket'],
  [MARKUP, 'html xml xsl svg vue svelte handlebars razor jsp'],
];

const BY_LANGUAGE: ReadonlyMap<string, Syntax> = new Map(
  FAMILIES.flatMap(([syntax, languages]) => languages.split(' ').map((language) => [language, syntax] as const)),
);

/** Undefined: a text that is read as a whole, as Markdown, LaTeX, plain text and logs are. @param language a languageId */
export function syntaxOf(language: string): Syntax | undefined {
  return BY_LANGUAGE.get(language);
}
