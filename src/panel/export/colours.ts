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
