interface TableButtonsProps {
  /** The name of the chart, for screen readers. */
  readonly name: string;
  readonly shown: boolean;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
  readonly strings: { readonly copyTable: string; readonly chart: string; readonly table: string };
}

/** One button swaps a chart and the table behind it; while the table is shown, another copies it. */
export function TableButtons({ name, shown, onToggle, onCopy, strings }: TableButtonsProps) {
  const other = shown ? strings.chart : strings.table;
  return (
    <>
      {shown && (
        <button class="link" onClick={onCopy} aria-label={`${strings.copyTable}: ${name}`}>
          {strings.copyTable}
        </button>
      )}
      <button class="link" onClick={onToggle} aria-label={`${other}: ${name}`}>
        {other}
      </button>
    </>
  );
}
