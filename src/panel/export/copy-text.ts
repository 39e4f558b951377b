import { escaped } from '../../shared/escaped';
import type { ContributedColours } from '../../shared/protocol/export';
import { layoutFor } from '../explanation/layout';
import type { PageStrings } from '../../shared/strings/explanation-page';
import type { Page } from '../explanation/page-context';
import { fill } from '../wording/format';
import { predictionText } from '../wording/sentences';
import { textReport } from '../wording/report';
import { onPaper, paintOf } from './colours';
import { drawApart, explanationContent, type DrawnExplanation } from './drawn-apart';
import { ground, textPaint } from './draw-charts';
import { paletteOf, withColours } from './palette';
import { pictureSvg } from './picture';
import { pngOf } from './png';
import { pictureLabel } from './source-line';
import { stripPicture } from './strip-picture';

/** Pixels: as wide as a slide or a message takes it. */
const WIDTH = 640;

/**
 * The highlighted text with its prediction and legend as a PNG, into the clipboard.
 * @param paper of what colours it is on white; left out: it has those of the page
 * @throws where the browser forbids it
 */
export async function copyImage(reported: DrawnExplanation, page: Page, paper?: ContributedColours): Promise<void> {
  const svg = withColours(paper && paletteOf('light', paper), () => textPicture(reported, page));
  const png = await pngOf(svg);
  if (png === undefined) throw new Error('The picture would be too large.');
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
}

function textPicture(reported: DrawnExplanation, page: Page): string {
  const { shown } = reported;
  const { strings } = page;
  const { label } = shown.view.explanation;
  return drawApart(explanationContent(reported), page, layoutFor(WIDTH), (room) => {
    const strip = room.querySelector<HTMLElement>('.strip')!;
    return pictureSvg({
      charts: [{ title: predictionText(shown, label, strings), ...stripPicture(strip) }],
      source: legendOf(shown, strings),
      label: pictureLabel(shown, strings),
      font: getComputedStyle(document.body).fontFamily,
      colours: { backgroundPaint: ground(), text: textPaint(''), muted: textPaint('m') },
    });
  });
}

/** What signs and numbers mean. */
function legendOf({ view, unit }: DrawnExplanation['shown'], strings: PageStrings): string {
  if (!view.explanation.signed) return unit.title;
  return `▲ ${strings.for}${fill(strings.listedNext, `▼ ${strings.against}`)} · ${strings.contribution}`;
}

/** The prediction and the highlighted text for mails and documents, with plain text beside it. */
export async function copyRich({ shown }: DrawnExplanation, { strings }: Page): Promise<void> {
  const { text, label } = shown.view.explanation;
  let at = 0;
  const parts = shown.highlights.map((phrase) => {
    const element = document.querySelector(`.strip [data-word~="${phrase.from}"]`);
    const style = element ? getComputedStyle(element) : undefined;
    const before = escaped(text.slice(at, phrase.start));
    at = phrase.end;
    const arrow = phrase.direction === 'none' ? '' : phrase.direction === 'for' ? '▲' : '▼';
    // Colours are attributes, not styles: the clipboard parses the HTML under the policy of the page, which forbids styles.
    // They are read on white, whatever the editor's theme is.
    const colour = style && onPaper(paintOf(style.borderBottomColor)?.colour);
    const points = shown.unit.figure(shown.unit.value(phrase));
    const words = escaped(text.slice(phrase.start, phrase.end));
    return `${before}<b><u><font${colour ? ` color="${colour}"` : ''}>${arrow}${words}</font></u></b> <small>${points}</small>`;
  });
  const body = `${parts.join('')}${escaped(text.slice(at))}`.replace(/\n/g, '<br>');
  const html = `<p><b>${escaped(predictionText(shown, label, strings))}</b></p><p>${body}</p><p><small>${escaped(legendOf(shown, strings))}</small></p>`;
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([textReport(shown, strings)], { type: 'text/plain' }),
    }),
  ]);
}
