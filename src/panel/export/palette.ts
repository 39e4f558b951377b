/** Values of a page's CSS variables, by their names. */
export type Variables = Readonly<Record<string, string>>;

/** The colours that the manifest contributes, as it has them for light and for dark themes. */
export interface PaletteColours {
  readonly light: Variables;
  readonly dark: Variables;
}

/** The variables that a theme of the editor would set, for paper and for reports: light and dark. */
const BASE: { readonly light: Variables; readonly dark: Variables } = {
  light: {
    '--vscode-foreground': '#1f1f1f',
    '--vscode-descriptionForeground': '#595959',
    '--vscode-editor-background': '#ffffff',
    '--vscode-widget-border': '#d4d4d4',
    '--vscode-errorForeground': '#b01011',
    '--vscode-textLink-foreground': '#005fb8',
    '--vscode-focusBorder': '#005fb8',
    '--vscode-progressBar-background': '#005fb8',
  },
  dark: {
    '--vscode-foreground': '#dddddd',
    '--vscode-descriptionForeground': '#a8a8a8',
    '--vscode-editor-background': '#1b1b1b',
    '--vscode-widget-border': '#444444',
    '--vscode-errorForeground': '#ff8a80',
    '--vscode-textLink-foreground': '#6cb6ff',
    '--vscode-focusBorder': '#6cb6ff',
    '--vscode-progressBar-background': '#6cb6ff',
  },
};

/** All variables of a light or dark page outside of the editor. */
export function paletteOf(kind: 'light' | 'dark', contributed: PaletteColours): Variables {
  return { ...BASE[kind], ...contributed[kind] };
}

/**
 * Runs `work` while the page has other colours. It must not wait for anything: nothing is painted until it has
 * returned, so the change is not visible.
 */
export function withColours<T>(variables: Variables | undefined, work: () => T): T {
  const { style } = document.documentElement;
  const before = style.cssText;
  try {
    for (const [name, value] of Object.entries(variables ?? {})) style.setProperty(name, value);
    // A contrast border would replace the lines for which the palette has a colour.
    if (variables) style.setProperty('--vscode-contrastBorder', 'initial');
    return work();
  } finally {
    // Not by the `style` attribute, which the policy of the page forbids.
    style.cssText = before;
  }
}
