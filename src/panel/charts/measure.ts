/** Width of a text in pixels, at the charts' 12 px. */
export type Measure = (text: string, bold?: boolean) => number;

/** Measures with the font of the page; made once for each font. */
export function canvasMeasure(fontFamily: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return estimatedWidth;
  const widths = new Map<string, number>();
  return (text, bold = false) => {
    const key = `${bold ? 'b' : 'r'}${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = `${bold ? '600 ' : ''}12px ${fontFamily}`;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

/** The measure where there is no canvas: 12 px for full-width characters, a little more than half of that for others. */
export const estimatedWidth: Measure = (text) =>
  [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0x2e80 ? 12 : 7), 0);
