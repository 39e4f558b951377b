import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { contributedColours } from '../../src/extension/export/contributed-colours';
import type { DrawingPage } from '../../src/shared/protocol/export';
import type { PageAnswer } from '../../src/shared/rpc/message-schemas';
import { problems } from '../editor/accessibility';
import { figuresOf } from '../panel/figures';
import { openPage, type OpenPage } from '../panel/open-page';
import { browserForTests } from '../panel/page-tests';
import { SAMPLES, type SampleName } from '../panel/samples';
import { stringsOf, type DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';
import { viewOf } from '../panel/view-of';

const PICTURES = join(ROOT, 'out', 'export');
const STYLE = readFileSync(join(ROOT, 'dist', 'panel.css'), 'utf8');
const packageJSON: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const contributed = contributedColours({ packageJSON });
const OPEN = ['words', 'attention', 'formed'];
/** Explanations with all that is worked out beside them; the others are exported while nothing of it is there. */
const STUDIED: readonly SampleName[] = ['film', 'kettle'];

const browser = browserForTests(PICTURES);

const shown = (name: SampleName, theme: ThemeName, language: DisplayLanguage, width = 880) => {
  const [show, figures] = [viewOf(SAMPLES[name]), STUDIED.includes(name) ? figuresOf(SAMPLES[name]) : undefined];
  return openPage(browser(), { width, theme, language, open: figures ? [...OPEN, 'checks'] : OPEN, show, figures });
};

/** Calls the page as the host does. */
const call = async <Name extends keyof DrawingPage>(
  { page, sent }: OpenPage,
  name: Name,
  ...args: Parameters<DrawingPage[Name]>
): Promise<Awaited<ReturnType<DrawingPage[Name]>>> => {
  const id = 7;
  await page.evaluate((message) => window.postMessage(message, '*'), { type: 'call', id, name, args });
  const answers = async () => (await sent()).filter((message) => 'id' in message && message.id === id);
  await expect.poll(answers, { timeout: 30_000 }).toHaveLength(1);
  const [answer] = (await answers()) as PageAnswer[];
  if (answer.type === 'failure') throw new Error(answer.failure.message);
  return answer.value as Awaited<ReturnType<DrawingPage[Name]>>;
};

describe('charts as SVG', () => {
  test.each([
    ['film', 'dark', 'en', 'light'],
    ['kettle', 'dark', 'zh-Hans', 'editor'],
    ['five', 'hc', 'zh-Hans', 'editor'],
    ['long', 'light', 'en', 'light'],
  ] as const)('%s, %s, %s, colours of %s: whole, with its letters, without a style sheet', async (...given) => {
    const [name, theme, language, colours] = given;
    const opened = await shown(name, theme, language);
    const svg = await call(opened, 'draw', { format: 'svg', colours, contributed });
    const file = join(PICTURES, `${given.join('-')}.svg`);
    writeFileSync(file, svg);
    await opened.page.close();
    const page = await browser().newPage({ viewport: { width: 1000, height: 1400 } });
    const faults = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const all = [...parsed.querySelectorAll('*')];
      return {
        errors: parsed.querySelectorAll('parsererror').length,
        styled: all.filter((each) => each.hasAttribute('class') || each.hasAttribute('style')).length,
        unresolved: all.flatMap((each) => [...each.attributes]).filter(({ value }) => /var\(|color-mix|color\(/.test(value)).length,
        links: all.filter((each) => each.hasAttribute('href') || each.localName === 'image').length,
      };
    }, svg); // prettier-ignore
    expect(faults).toEqual({ errors: 0, styled: 0, unresolved: 0, links: 0 });
    // As other programs show it: nothing of it but the file itself.
    await page.setContent(`<img alt="" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`);
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    await page.screenshot({ path: file.replace('.svg', '.svg.png'), fullPage: true });
    await page.close();
    for (const { text } of SAMPLES[name].words.slice(0, 5)) expect(svg).toContain(`>${text}<`);
    const ground = { light: '#ffffff', dark: '#1f1f1f', hc: '#000000' }[colours === 'light' ? 'light' : theme];
    expect(svg).toContain(`<rect width="100%" height="100%" fill="${ground}"/>`);
  });

  test('one chart alone, and what there is to choose from', async () => {
    const opened = await shown('film', 'light', 'en');
    const charts = await call(opened, 'charts');
    expect(charts.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Probability', 'The text with its highlighted words', 'How much each word counts']),
    );
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
    await opened.page.close();
    const again = await shown('film', 'light', 'en');
    const chart = charts.find(({ title }) => title === 'Probability')!.id;
    const svg = await call(again, 'draw', { format: 'svg', chart, colours: 'light', contributed });
    expect(svg).toContain('probability');
    expect(svg).not.toContain('How much each word counts');
    expect(svg).toContain('Gradient × input, for positive');
    await again.page.close();
  });

  test('the page keeps its own colours', async () => {
    const opened = await shown('film', 'dark', 'en');
    const before = await opened.page.locator('html').getAttribute('style');
    await call(opened, 'draw', { format: 'svg', colours: 'light', contributed });
    expect(await opened.page.locator('html').getAttribute('style')).toBe(before);
    expect(opened.errors).toEqual([]);
    await opened.page.close();
  });
});

test('charts as PNG: twice as dense as the page', async () => {
  const opened = await shown('film', 'dark', 'en', 560);
  const wish = { colours: 'light', contributed, chart: 'probabilities.0' } as const;
  const png = Buffer.from(await call(opened, 'draw', { ...wish, format: 'png' }), 'base64');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  writeFileSync(join(PICTURES, 'probabilities.png'), png);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  await opened.page.close();
  const again = await shown('film', 'dark', 'en', 560);
  const svg = await call(again, 'draw', { ...wish, format: 'svg' });
  const size = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)!;
  expect([width, height]).toEqual([2 * Number(size[1]), 2 * Number(size[2])]);
  expect(again.errors).toEqual([]);
  await again.page.close();
});

test.each([
  ['Copy as Image', 'image/png'],
  ['Copy as Rich Text', 'text/html'],
])('%s puts the highlighted text into the clipboard', async (name, type) => {
  const opened = await shown('film', 'dark', 'en', 480);
  const { page } = opened;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByText('Copied.').waitFor();
  const copied = await page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    const bytes = new Uint8Array(await (await item.getType(wanted)).arrayBuffer());
    return [...bytes];
  }, type);
  const content = Buffer.from(copied);
  if (type === 'image/png') {
    writeFileSync(join(PICTURES, 'copied.png'), content);
    expect(content.readUInt32BE(16)).toBeGreaterThan(1000);
    expect(await cornerOf(content)).toEqual([255, 255, 255]);
  } else {
    expect(content.toString()).toMatch(
      /<font color="#[0-9a-f]{6}"[^>]*>▲wonderful<\/font><\/u><\/b> <small[^>]*>\+36<\/small>/,
    );
    expect(content.toString()).toContain('▲ supports, ▼ contradicts · contribution in percentage points');
    // It is pasted into white pages, from a dark one too.
    const pasted = await browser().newPage();
    await pasted.setContent(`<html lang="en"><title>Pasted</title><main>${content.toString()}</main>`);
    await pasted.screenshot({ path: join(PICTURES, 'pasted.png') });
    expect((await problems(pasted)).filter((each) => JSON.stringify(each).includes('contrast'))).toEqual([]);
    await pasted.close();
  }
  expect(opened.errors).toEqual([]);
  await page.close();
});

test('Copy as Image has the colours of the editor where the setting says so', async () => {
  const { page } = await openPage(browser(), {
    ...{ width: 480, theme: 'dark', language: 'en', pictures: 'editor', show: viewOf(SAMPLES.film) },
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy as Image' }).click();
  await page.getByText('Copied.').waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return [...new Uint8Array(await (await item.getType('image/png')).arrayBuffer())];
  });
  expect(await cornerOf(Buffer.from(copied))).toEqual([0x1f, 0x1f, 0x1f]);
  await page.close();
});

/** Red, green and blue of the first pixel of a PNG. */
async function cornerOf(png: Buffer): Promise<number[]> {
  const page = await browser().newPage();
  const found = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const context = document.createElement('canvas').getContext('2d')!;
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, png.toString('base64'));
  await page.close();
  return found;
}

describe('the report', () => {
  test.each([
    ['film', 'dark', 'en', 300],
    ['kettle', 'light', 'zh-Hans', 880],
    ['five', 'hc', 'zh-Hans', 880],
    ['long', 'light', 'en', 560],
  ] as const)('%s, %s, %s, from a page of %i px: asks for nothing, readable, light and dark', async (...given) => {
    const [name, theme, language, width] = given;
    const opened = await shown(name, theme, language, width);
    const html = await call(opened, 'report', { style: STYLE, contributed });
    expect(opened.errors).toEqual([]);
    await opened.page.close();
    const file = join(PICTURES, `${name}-${language}.html`);
    writeFileSync(file, html);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|@import|url\(|<button|<select/);
    // Only what scrolls where there is little room is reached by the keyboard.
    expect(html).not.toMatch(/tabindex(?!="0"><table class="matrix)/);
    for (const [colorScheme, size] of [
      ['light', 1100],
      ['dark', 400],
    ] as const) {
      const page = await browser().newPage({ viewport: { width: size, height: 900 }, colorScheme });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`file://${file}`);
      await page.screenshot({
        path: join(PICTURES, `${name}-${language}-${colorScheme}-${size}.png`),
        fullPage: true,
      });
      expect(requests).toEqual([`file://${file}`]);
      expect(errors).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('.report > .summary').count()).toBe(1);
      // The date stands once, below the title, in one form.
      expect(await page.locator('.report').innerText()).not.toMatch(/\d+\/\d+\/\d+/);
      // The letters of a chart are as large on a phone as on paper: it is drawn for both, not scaled down.
      const letters = await page.locator('.report .chart:visible svg[role="img"] text').evaluateAll((texts) =>
        texts.flatMap((text) => {
          if (!/[\p{L}\p{N}]/u.test(text.textContent ?? '')) return [];
          const scale = (text as SVGTextElement).getScreenCTM()!.a;
          return [scale * Number.parseFloat(getComputedStyle(text).fontSize)];
        }),
      );
      expect(letters.length).toBeGreaterThan(0);
      expect(Math.min(...letters)).toBeGreaterThanOrEqual(10);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      // At most three charts; what is technical stands folded behind the rest.
      const appendix = page.locator('details.appendix');
      expect(await appendix.getAttribute('open')).toBeNull();
      const charts = page.locator(
        '.report .chart:not(.chart .chart):visible svg[role="img"]:not(details svg), .report .sums:not(details .sums)',
      );
      expect(await charts.count()).toBeGreaterThanOrEqual(1);
      expect(await charts.count()).toBeLessThanOrEqual(3);
      expect(await appendix.locator('#section-about').getAttribute('open')).toBeNull();
      expect(await page.locator('.sums .sentence').count()).toBe(await page.locator('.sums li').count());
      expect(await page.locator('svg[role="img"]').count()).toBeGreaterThanOrEqual(3);
      expect(await page.locator('dl.card').count()).toBeGreaterThanOrEqual(1);
      // How far to trust it, where that is known; no heading without anything behind it where it is not.
      expect(await page.locator('.measure').count()).toBe(STUDIED.includes(name) ? 2 : 0);
      expect(await page.locator('.trust').count()).toBe(await page.locator('.trust:has(li)').count());
      const bare = page.locator('section.part:not(:has(p, svg, dl, table, ul, ol))');
      expect(await bare.count()).toBe(0);
      expect(await problems(page)).toEqual([]);
      await page.close();
    }
  });

  test.each([
    ['film', 'en', 'zh-Hans', /^正面\s81%，负面\s14%/],
    ['kettle', 'zh-Hans', 'en', /^Positive\s78\s%, negative\s22\s%/],
  ] as const)('%s, from a page in %s, in %s where that is asked for, and on one page of A4', async (...given) => {
    const [name, language, wanted, says] = given;
    const opened = await shown(name, 'dark', language);
    const strings = stringsOf(wanted);
    const html = await call(opened, 'report', { style: STYLE, contributed, language: wanted, strings });
    await opened.page.close();
    const file = join(PICTURES, `${name}-in-${wanted}.html`);
    writeFileSync(file, html);
    const page = await browser().newPage();
    await page.goto(`file://${file}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(wanted);
    expect(await page.locator('.summary').innerText()).toMatch(says);
    const pdf = await page.pdf({ path: file.replace('.html', '.pdf'), preferCSSPageSize: true });
    // The appendix is closed.
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59\d[\d.]* 84\d[\d.]*\]/);
    await page.close();
  });
});
