import { escaped } from '../../shared/escaped';

/** What the page's HTML is made of. */
interface PageParts {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Addresses as the webview may load them. */
  readonly script: string;
  readonly style: string;
  /** Where the webview's own resources come from. */
  readonly cspSource: string;
  /** New for every page. */
  readonly nonce: string;
  /** The colours of positive and negative; left out: the default ones. */
  readonly palette?: string;
  /** JSON for the page's start. */
  readonly initial: string;
}

/** The page: one script, one style sheet, nothing inline, nothing from elsewhere; pictures only out of itself (PNG export). */
export function pageHtml({ language, title, script, style, cspSource, nonce, initial, palette }: PageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; img-src data:; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)}</title>
    <link rel="stylesheet" href="${escaped(style)}" />
  </head>
  <body${palette === undefined ? '' : ` data-palette="${escaped(palette)}"`}>
    <div id="root" data-initial="${escaped(initial)}"></div>
    <script nonce="${nonce}" src="${escaped(script)}"></script>
  </body>
</html>
`;
}
