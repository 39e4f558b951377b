/** One line of *How reliable is this explanation?* */
export interface Check {
  readonly good: boolean;
  readonly title: string;
  readonly detail: string;
}
