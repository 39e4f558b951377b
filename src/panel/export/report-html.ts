import { escaped } from '../../shared/escaped';
import type { Variables } from './palette';

export interface ReportParts {
  /** BCP 47, of the words around the explained text. */
  readonly language: string;
  readonly title: string;
  /** The page's own style sheet. */
  readonly style: string;
  readonly light: Variables;
  readonly dark: Variables;
  /** HTML. */
  readonly body: string;
}

/** On top of the page's style sheet: a document is as wide as its window, and nothing in it is pressed. */
const DOCUMENT_STYLE = `
.page{max-width:794px;margin:0 auto;padding:56px 53px}
.report h1{font-size:26px;line-height:34px}
.report header .m{margin-top:4px}
.report .summary{margin-top:16px;font-size:15px;line-height:24px}
.report .strip{margin-top:20px}
.report>.m,.report .part>.m{margin-top:4px}
.report .sums{margin-top:0}
.report .part>.sums h3{font-size:16px;line-height:24px}
.strip :is(.w,.h){cursor:auto}
svg{max-width:100%;height:auto}
.strip.long,.data{max-height:none;overflow:visible}
section.part{margin-top:24px;padding-top:16px;border-top:1px solid var(--rule)}
details.behind{margin-top:8px;padding-top:0;border-top:0}
details.appendix{margin-top:24px}
details.behind summary>*{display:inline;margin-right:8px}
details.behind summary{color:var(--vscode-textLink-foreground);font-size:12px;list-style:revert}
footer{margin-top:32px;padding-top:12px;border-top:1px solid var(--rule)}
.data{overflow-x:auto}
.chart.slim{display:none}
@media screen and (max-width:760px){.page{padding:16px}.chart.slim{display:block}.chart.broad{display:none}.report .sums li{grid-template-columns:56px 1fr}.report .sums .sentence{grid-column:1/-1}}
@page{size:A4;margin:14mm}
@media print{.page{padding:0;max-width:none}h1,h2,h3{break-after:avoid}li,tr,.chart,.trust,.h{break-inside:avoid}details:not([open]){display:none}:is(.h,.key,.key *,.cellMark){print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/**
 * One file that needs no other: no script, nothing to be loaded (its own policy forbids it), light or dark as its reader
 * has it, light on paper.
 */
export function explanationReportHtml({ language, title, style, light, dark, body }: ReportParts): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Saliency">
<title>${escaped(title)}</title>
<style>
:root{color-scheme:light dark;${declared(light)}}
@media screen and (prefers-color-scheme:dark){:root{${declared(dark)}}}
${style.replaceAll('</', '<\\/')}${DOCUMENT_STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function declared(variables: Variables): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}:${value.replace(/[;{}<]/g, '')}`)
    .join(';');
}
