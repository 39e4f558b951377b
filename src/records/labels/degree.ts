/** What a label says, from bad to good: the finest scale that any notation is read into. */
export const DEGREES = ['very negative', 'negative', 'neutral', 'positive', 'very positive'] as const;
export type Degree = (typeof DEGREES)[number];

/** The classes of most models, and of every row that Saliency writes unless its models know finer ones. */
export const CLASSES: readonly string[] = ['negative', 'neutral', 'positive'];

export const isDegree = (name: string): name is Degree => (DEGREES as readonly string[]).includes(name);

/** The class that a degree is among `classes`: itself, or the plainer one of its side; undefined if neither is there. */
export function classOfDegree(degree: Degree, classes: readonly string[] = CLASSES): string | undefined {
  if (classes.includes(degree)) return degree;
  const plain = degree.replace(/^very /, '');
  return classes.includes(plain) ? plain : undefined;
}
