import { ROWS_STYLE } from '../../annotate/writers/html-parts';
import { escaped } from '../../shared/escaped';
import type { Exploration } from '../../training/exploration/explore';
import { lengthClassName } from '../../training/exploration/lengths';
import { percent } from '../../shared/percent';
import { LANGUAGES } from '../../shared/languages';

const WIDTH = 320;

/** One group of bars: a name, and one value for each split. */
interface Group {
  readonly name: string;
  readonly values: readonly number[];
  /** The values as printed. */
  readonly figures: readonly string[];
}

/** An exploration as one HTML page: bars of training and test rows side by side, each with its figure. */
export function explorationPage({ splits, words, language }: Exploration): string {
  const names = splits.map(({ name }) => name);
  const title = names.map(escaped).join(' | ');
  const lengths = splits[0].lengths.classes.map((_, i): Group => {
    const shares = splits.map(({ lengths: { classes }, texts }) => classes[i] / Math.max(1, texts));
    return { name: lengthClassName(i), values: shares, figures: shares.map((share) => percent(share, 1)) };
  });
  const labels = [...new Set(splits.flatMap((split) => split.labels.map(({ label }) => label)))].map((label): Group => {
    const shares = splits.map((split) => split.labels.find((each) => each.label === label)?.share ?? 0);
    return { name: label, values: shares, figures: shares.map((share) => percent(share, 1)) };
  });
  const frequent = words
    .map(({ word, counts }): Group => {
      const rates = counts.map((count, i) => (1e4 * count) / Math.max(1, splits[i].frequencies.words));
      return { name: word, values: rates, figures: counts.map(String) };
    })
    .sort((a, b) => Math.max(...b.values) - Math.max(...a.values));
  const used = (groups: readonly Group[]) => groups.filter(({ values }) => values.some((value) => value > 0));
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGES[language].tag}">`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<style>${ROWS_STYLE}${STYLE}</style>`,
    `<main><h1>${title}</h1>`,
    `<p class="key">${names.map((name, i) => `<b class="k${i}"></b> ${escaped(name)}: ${splits[i].texts.toLocaleString('en')} texts`).join(' ')}`,
    chart('Words a text', 'share of the texts', names, used(lengths)),
    chart('Labels', 'share of the texts', names, used(labels)),
    chart('Most frequent words', 'bars: per 10,000 words; figures: how often', names, used(frequent)),
    '</main>',
    '',
  ].join('\n');
}

function chart(title: string, unit: string, names: readonly string[], groups: readonly Group[]): string {
  const most = Math.max(Number.MIN_VALUE, ...groups.flatMap(({ values }) => values));
  const rows = groups.map(({ name, values, figures }) => {
    const bars = values.map(
      (value, i) => `<b class="k${i}" style="width:${((WIDTH * value) / most).toFixed(1)}px"></b>`,
    );
    return `<tr><th scope="row">${escaped(name)}${figures.map((figure) => `<td>${figure}`).join('')}<td>${bars.join('')}`;
  });
  const heads = names.map((name) => `<th scope="col">${escaped(name)}`).join('');
  return `<h2>${title}</h2><p>${unit}<table class="plot"><thead><tr><th scope="col">${heads}<th scope="col"></thead><tbody>${rows.join('\n')}</table>`;
}

const STYLE = `
h2 { font-size: 16px; margin: 24px 0 0; } p { margin: 4px 0; }
.plot td, .plot th { border: 0; padding: 2px 16px 2px 0; vertical-align: middle; font-weight: 400; }
.plot td:not(:last-child) { text-align: right; }
.plot b, .key b { display: block; height: 8px; margin: 1px 0; background: var(--ink); }
.key b { display: inline-block; width: 16px; }
b.k0 { opacity: .85; } .plot b.k1, .key b.k1 { background: none; border: 1px solid var(--ink); }
`;
