/** What went wrong, and the log that has more of it. */
export function Problem({
  problem,
  label,
  onLog,
}: {
  readonly problem: string;
  readonly label: string;
  readonly onLog: () => void;
}) {
  return (
    <div class="state err" role="alert">
      <p>{problem}</p>
      <p class="acts">
        <button onClick={onLog}>{label}</button>
      </p>
    </div>
  );
}
