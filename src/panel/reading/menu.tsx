interface MenuProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly choose: (value: string) => void;
}

/** A menu with its name in front; the value that is there, though it is none of the list, stands first. */
export function Menu({ name, value, options, choose }: MenuProps) {
  const all = options.some(([option]) => option === value) ? options : [[value, value] as const, ...options];
  return (
    <label class="menu">
      <span>{name}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {all.map(([option, title]) => (
          <option key={option} value={option} selected={option === value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
