/** The side of a label on its model's list, from bad to good: it decides the hue. A saliency's words are `neutral`. */
export type Tone = 'negative' | 'neutral' | 'positive';
