import type { TrainingOptions } from '../../shared/protocol/training-choices';
import { useTrainingPage } from './context';

type Name = keyof TrainingOptions;

/** The allowed range of each option. */
const LIMITS: Readonly<Record<Name, { readonly min: number; readonly max: number; readonly step: number | 'any' }>> = {
  epochs: { min: 1, max: 100, step: 1 },
  learningRate: { min: 0.000001, max: 1, step: 'any' },
  batchSize: { min: 1, max: 512, step: 1 },
  seed: { min: 0, max: 2 ** 31 - 1, step: 1 },
};

/** How it is trained: closed until somebody wants to know. */
export function Advanced({ options }: { readonly options: TrainingOptions }) {
  const { strings, host } = useTrainingPage();
  const { form: words } = strings;
  const change = (name: Name, input: HTMLInputElement) => {
    if (input.validity.valid && input.value !== '')
      host.setOptions({ options: { ...options, [name]: Number(input.value) } });
    else input.value = String(options[name]);
  };
  return (
    <details class="advanced">
      <summary>
        <span class="a">{words.advanced}</span>
      </summary>
      <div class="numbers">
        {(Object.keys(LIMITS) as Name[]).map((name) => (
          <label key={name}>
            <span>{words[name]}</span>
            <input
              class="inp"
              type="number"
              {...LIMITS[name]}
              value={options[name]}
              onChange={(event) => change(name, event.currentTarget)}
            />
          </label>
        ))}
      </div>
    </details>
  );
}
