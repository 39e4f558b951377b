/** Keys of a page, each with what it does. */
export function KeyRows({
  keys,
  class: name,
}: {
  readonly keys: readonly (readonly string[])[];
  readonly class: string;
}) {
  return (
    <dl class={name}>
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
