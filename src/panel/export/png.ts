/** Pixels of the picture for each pixel of the page: sharp in print and on dense screens. */
const SCALE = 2;
/** The largest width and height that browsers draw, in pixels. */
const MOST = 16_384;

/**
 * Draws an SVG file: the bytes of a PNG in base64. Undefined if it is too large to be drawn.
 * @throws where the browser cannot read the picture
 */
export async function pngOf(svg: string): Promise<string | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SCALE, MOST / image.naturalWidth, MOST / image.naturalHeight);
  if (scale < 1) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The page has no canvas.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
