// Stands in for the module `vscode` in unit tests (see vitest.config.ts): only what src/extension uses, no more.

export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => unknown>();
  /** How many listen: what is left of them when all is disposed of leaks. */
  get listening(): number {
    return this.listeners.size;
  }
  readonly event = (listener: (value: T) => unknown): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };
  fire(value: T): void {
    [...this.listeners].forEach((listener) => listener(value));
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class CancellationError extends Error {
  override readonly name = 'Canceled';
}

export class Uri {
  private constructor(private readonly text: string) {}
  static from({ scheme, path }: { scheme: string; path: string }): Uri {
    return new Uri(`${scheme}:${path}`);
  }
  static parse(text: string): Uri {
    return new Uri(text);
  }
  get scheme(): string {
    return this.text.slice(0, this.text.indexOf(':'));
  }
  get path(): string {
    return this.text.replace(/^\w+:(\/\/)?/, '');
  }
  with({ path }: { readonly path: string }): Uri {
    return new Uri(`${this.scheme}:${path}`);
  }
  static joinPath(uri: Uri, ...parts: readonly string[]): Uri {
    return uri.with({ path: [uri.path, ...parts].join('/') });
  }
  toString(): string {
    return this.text;
  }
}

export class FileSystemError extends Error {
  private constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
  static FileNotFound(path: string): FileSystemError {
    return new FileSystemError(`${path} not found`, 'FileNotFound');
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}

export class Selection extends Range {
  constructor(
    readonly anchor: Position,
    readonly active: Position,
  ) {
    super(anchor, active);
  }
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export class TreeItem {
  [field: string]: unknown;
  constructor(readonly label: string) {}
}

export class MarkdownString {
  isTrusted: unknown;
  supportHtml = false;
  constructor(readonly value: string) {}
}

export class Hover {
  constructor(
    readonly contents: MarkdownString,
    readonly range: Range,
  ) {}
}

export const DecorationRangeBehavior = { OpenOpen: 0, ClosedClosed: 1 };
export const OverviewRulerLane = { Left: 1, Right: 4 };
export class CodeAction {
  edit: WorkspaceEdit | undefined;
  command: unknown;
  constructor(
    readonly title: string,
    readonly kind: unknown,
  ) {}
}

export class WorkspaceEdit {
  readonly replaced: [Uri, Range, string][] = [];
  replace(...edit: [Uri, Range, string]): void {
    this.replaced.push(edit);
  }
}

export class CodeLens {
  constructor(
    readonly range: Range,
    readonly command: { readonly title: string },
  ) {}
}

export const languages = {
  registerCodeLensProvider: (_selector: string, provider: object) => {
    spy.providers.add(provider);
    return { dispose: () => void spy.providers.delete(provider) };
  },
};

export const CodeActionKind = { QuickFix: 'quickfix' };
export const CodeActionTriggerKind = { Invoke: 1, Automatic: 2 };
export const EndOfLine = { LF: 1, CRLF: 2 };
export const TextEditorRevealType = { InCenterIfOutsideViewport: 2 };
export const TextDocumentChangeReason = { Undo: 1, Redo: 2 };
export const ViewColumn = { Active: -1, Beside: -2, One: 1 };
export const StatusBarAlignment = { Left: 1, Right: 2 };
export const ProgressLocation = { Window: 10, Notification: 15 };
export const ConfigurationTarget = { Global: 1, Workspace: 2 };
export const QuickPickItemKind = { Separator: -1 };

export const l10n = {
  t: (message: string | { message: string; args: unknown[] }, ...args: unknown[]): string => {
    const [text, values] = typeof message === 'string' ? [message, args] : [message.message, message.args];
    return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
  },
};
export const env = {
  language: 'en',
  clipboard: { writeText: (text: string) => Promise.resolve(void spy.copied.push(text)) },
};

/** What the tests set and look at. */
export interface TreeView {
  readonly id: string;
  visible: boolean;
  message: string | undefined;
  description: string | undefined;
  readonly revealed: unknown[];
  readonly shown: EventEmitter<void>;
}

export const spy = {
  trees: new Set<TreeView>(),
  /** Whether the views of the side bar are open when they are made. */
  treesOpen: true,
  settings: new Map<string, unknown>(),
  /** Those of the workspace, which take precedence. */
  workspaceSettings: new Map<string, unknown>(),
  messages: [] as { message: string; actions: string[] }[],
  /** What the person answers to the next messages, in order; undefined: nothing. */
  answers: [] as (string | undefined)[],
  executed: [] as unknown[][],
  copied: [] as string[],
  liveDecorationTypes: new Set<object>(),
  /** Registered with `languages`. */
  providers: new Set<object>(),
  changed: new EventEmitter<unknown>(),
  opened: new EventEmitter<unknown>(),
  closed: new EventEmitter<unknown>(),
  configured: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
  visible: new EventEmitter<unknown>(),
  selected: new EventEmitter<unknown>(),
  active: new EventEmitter<unknown>(),
  scrolled: new EventEmitter<unknown>(),
  grouped: new EventEmitter<{ opened: unknown[]; closed: unknown[] }>(),
};

interface EditableDocument {
  readonly uri: Uri;
  offsetAt(position: Position): number;
  edit(offset: number, length: number, text: string): void;
}

export const workspace = {
  textDocuments: [] as unknown[],
  onDidChangeTextDocument: spy.changed.event,
  onDidOpenTextDocument: spy.opened.event,
  onDidCloseTextDocument: spy.closed.event,
  onDidChangeConfiguration: spy.configured.event,
  /** As one edit of each document, from its end on. */
  applyEdit: ({ replaced }: WorkspaceEdit) => {
    for (const [uri, { start, end }, text] of [...replaced].reverse()) {
      const document = (workspace.textDocuments as EditableDocument[]).find((each) => each.uri === uri);
      if (!document) return Promise.resolve(false);
      const from = document.offsetAt(start);
      document.edit(from, document.offsetAt(end) - from, text);
    }
    return Promise.resolve(true);
  },
  registerFileSystemProvider: () => ({ dispose: () => undefined }),
  registerTextDocumentContentProvider: () => ({ dispose: () => undefined }),
  openTextDocument: (uri: Uri) =>
    Promise.resolve((workspace.textDocuments as { uri: Uri }[]).find((each) => each.uri.toString() === uri.toString())),
  /** The one folder that is open is `/w`. */
  getWorkspaceFolder: ({ path }: Uri) => (path.startsWith('/w/') ? { name: 'w', uri: { path: '/w' } } : undefined),
  getConfiguration: (section: string) => ({
    get: (name: string) => spy.workspaceSettings.get(`${section}.${name}`) ?? spy.settings.get(`${section}.${name}`),
    inspect: (name: string) => ({
      globalValue: spy.settings.get(`${section}.${name}`),
      workspaceValue: spy.workspaceSettings.get(`${section}.${name}`),
    }),
    update(name: string, value: unknown, target?: number) {
      const settings = target === ConfigurationTarget.Workspace ? spy.workspaceSettings : spy.settings;
      if (value === undefined) settings.delete(`${section}.${name}`);
      else settings.set(`${section}.${name}`, value);
      return Promise.resolve();
    },
  }),
};

export const window = {
  visibleTextEditors: [] as unknown[],
  activeTextEditor: undefined as unknown,
  onDidChangeVisibleTextEditors: spy.visible.event,
  onDidChangeTextEditorSelection: spy.selected.event,
  onDidChangeActiveTextEditor: spy.active.event,
  onDidChangeTextEditorVisibleRanges: spy.scrolled.event,
  tabGroups: { all: [{}] as unknown[], onDidChangeTabGroups: spy.grouped.event },
  activeNotebookEditor: undefined,
  createStatusBarItem: () => ({ show: () => undefined, hide: () => undefined, dispose: () => undefined }),
  createTreeView: (id: string) => {
    const view = {
      id,
      visible: spy.treesOpen,
      message: undefined as string | undefined,
      description: undefined as string | undefined,
      revealed: [] as unknown[],
      shown: new EventEmitter<void>(),
      onDidChangeVisibility: (listener: () => unknown) => view.shown.event(listener),
      reveal: (element: unknown) => Promise.resolve(void view.revealed.push(element)),
      dispose: () => void spy.trees.delete(view),
    };
    spy.trees.add(view);
    return view;
  },
  createTextEditorDecorationType: (options: object) => {
    const type = { options, dispose: () => void spy.liveDecorationTypes.delete(type) };
    spy.liveDecorationTypes.add(type);
    return type;
  },
  showTextDocument: (document: unknown) =>
    Promise.resolve((window.visibleTextEditors as { document: unknown }[]).find((each) => each.document === document)),
  showWarningMessage: (message: string, ...actions: string[]) => answered(message, actions),
  showErrorMessage: (message: string, ...actions: string[]) => answered(message, actions),
  setStatusBarMessage: (message: string) => void spy.messages.push({ message, actions: [] }),
  withProgress: (_options: object, work: (progress: object, token: object) => unknown) =>
    work({ report: () => undefined }, { onCancellationRequested: () => undefined }),
};

function answered(message: string, actions: string[]): Promise<string | undefined> {
  spy.messages.push({ message, actions });
  return Promise.resolve(spy.answers.shift());
}

export const commands = {
  executeCommand: (...call: unknown[]) => Promise.resolve(void spy.executed.push(call)),
};
