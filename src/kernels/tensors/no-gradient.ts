/** In the place of the gradient of an input that is a constant: asking for it is a mistake. */
export const noGradient = (kernel: string, input: string) => (): never => {
  throw new Error(`The ${kernel} kernel has no gradient for ${input}: it is a constant.`);
};
