/** Stand-ins for the variables that VS Code gives a page, as its own themes have them; the editor itself is used in the journeys. */
export type ThemeName = 'light' | 'dark' | 'hc' | 'hcLight';

/** Body classes as VS Code sets them. */
export const BODY_CLASS: Readonly<Record<ThemeName, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  hc: 'vscode-high-contrast',
  hcLight: 'vscode-high-contrast vscode-high-contrast-light',
};

/** In the order of `NAMES`; an empty value: the theme has none. */
const VALUES: Readonly<Record<ThemeName, readonly string[]>> = {
  light: ['#ffffff', '#3b3b3b', '#3b3b3b', '#e5e5e5', '', '#005fb8', '#005fb8', '#f85149', '#005fb8', '#005fb8', '#ffffff', '#0000001a', '#e5e5e5', '#3b3b3b', '#cecece', '#ffffff', '#cecece', '#f8f8f8', '#3b3b3b', '#c8c8c8'], // prettier-ignore
  dark: ['#1f1f1f', '#cccccc', '#9d9d9d', '#313131', '', '#0078d4', '#4daafc', '#f85149', '#0078d4', '#0078d4', '#ffffff', '#ffffff1a', '#00000000', '#cccccc', '#3c3c3c', '#313131', '#3c3c3c', '#202020', '#cccccc', '#454545'], // prettier-ignore
  hc: ['#000000', '#ffffff', '#ffffffb3', '', '#6fc3df', '#f38518', '#21a6ff', '#f48771', '#6fc3df', '#000000', '#ffffff', '#6fc3df', '#000000', '#ffffff', '#6fc3df', '#000000', '#6fc3df', '#0c141f', '#ffffff', '#6fc3df'], // prettier-ignore
  hcLight: ['#ffffff', '#292929', '#292929b3', '', '#0f4a85', '#006bbd', '#0f4a85', '#b5200d', '#0f4a85', '#0f4a85', '#ffffff', '#0f4a85', '#ffffff', '#292929', '#0f4a85', '#ffffff', '#0f4a85', '#ffffff', '#292929', '#0f4a85'], // prettier-ignore
};

const NAMES = [
  'editor-background',
  'foreground',
  'descriptionForeground',
  'widget-border',
  'contrastBorder',
  'focusBorder',
  'textLink-foreground',
  'errorForeground',
  'progressBar-background',
  'button-background',
  'button-foreground',
  'button-border',
  'button-secondaryBackground',
  'button-secondaryForeground',
  'input-border',
  'dropdown-background',
  'dropdown-border',
  'editorHoverWidget-background',
  'editorHoverWidget-foreground',
  'editorHoverWidget-border',
];

/** A colour that the manifest contributes. */
export interface ContributedColour {
  readonly id: string;
  readonly defaults: {
    readonly light: string;
    readonly dark: string;
    readonly highContrast: string;
    readonly highContrastLight: string;
  };
}

/** CSS variables of a theme, ours among them as the manifest has them. */
export function themeVariables(theme: ThemeName, contributed: readonly ContributedColour[]): Record<string, string> {
  const key = { light: 'light', dark: 'dark', hc: 'highContrast', hcLight: 'highContrastLight' } as const;
  const own = NAMES.map((name, index) => [name, VALUES[theme][index]] as const);
  const ours = contributed.map(({ id, defaults }) => [id.replace('.', '-'), defaults[key[theme]]] as const);
  const font = ['font-family', '"Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif'] as const;
  return Object.fromEntries(
    [...own, ...ours, font].filter(([, value]) => value !== '').map(([name, value]) => [`--vscode-${name}`, value]),
  );
}
