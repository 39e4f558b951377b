import { useEffect, useState } from 'preact/hooks';

/** True once `value` has been true for `milliseconds`; false at once. */
export function useLate(value: boolean, after: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!value) return setLate(false);
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return value && late;
}
