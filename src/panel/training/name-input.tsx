import { useEffect, useState } from 'preact/hooks';
import { useTrainingPage } from './context';

/** The name of the new model; the host says what is wrong with it. */
export function NameInput({ name, problem }: { readonly name: string; readonly problem: string | undefined }) {
  const { strings, host } = useTrainingPage();
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  return (
    <>
      <input
        class="inp name"
        aria-label={strings.form.name}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : 'name-problem'}
        value={typed}
        spellcheck={false}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          host.rename({ name: event.currentTarget.value });
        }}
      />
      {problem !== undefined && (
        <p class="sm b note" id="name-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
