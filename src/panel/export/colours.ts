/** A colour as any program that reads SVG knows it. */
export interface Paint {
  /** `#rrggbb`. */
  readonly colour: string;
  /** 0–1. */
  readonly opacity: number;
}

const PLAIN = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/;
/** The computed form of `color-mix`, with components from 0 to 1. */
const MIXED = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/;

/** Reads a computed colour; undefined for values that are no colour (`none`, `url("#pattern")`). */
export function paintOf(computed: string): Paint | undefined {
  const plain = PLAIN.exec(computed);
  const mixed = plain ? undefined : MIXED.exec(computed);
  const parts = plain ?? mixed;
  if (!parts) return undefined;
  const [red, green, blue] = parts.slice(1, 4).map((part) => Math.round(Number(part) * (mixed ? 255 : 1)));
  const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return { colour, opacity: parts[4] === undefined ? 1 : Number(parts[4]) };
}

/** A number as it stands in an attribute: at most three decimals. */
export function shortNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Contrast of text with a white page, as WCAG asks for it. */
const READABLE = 4.5;

/** A colour `#rrggbb` of the editor's theme as text on white paper: as dark as it has to be to be read there. */
export function onPaper(colour: string | undefined): string | undefined {
  const found = colour && /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour);
  if (!found) return colour;
  let channels = found.slice(1).map((each) => Number.parseInt(each, 16));
  while (1.05 / (luminance(channels) + 0.05) < READABLE) channels = channels.map((each) => Math.floor(each * 0.95));
  return `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, 0–1. */
function luminance(channels: readonly number[]): number {
  const [red, green, blue] = channels.map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
