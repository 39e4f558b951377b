import type { ComponentChildren } from 'preact';

/** A row of a table with its name, which stands above the figures where there is no room beside them. */
export function NamedRow({
  name,
  its,
  isAbove,
  columns,
  children,
}: {
  readonly name: ComponentChildren;
  /** The class of the row. */
  readonly its?: string | undefined;
  readonly isAbove: boolean;
  readonly columns: number;
  /** The cells behind the name. */
  readonly children: ComponentChildren;
}) {
  if (!isAbove) {
    return (
      <tr class={its}>
        <th scope="row">{name}</th>
        {children}
      </tr>
    );
  }
  return (
    <>
      <tr class={`above ${its ?? ''}`}>
        <th scope="rowgroup" colSpan={columns}>
          {name}
        </th>
      </tr>
      <tr class={its}>
        <td />
        {children}
      </tr>
    </>
  );
}
