import { About } from './about';
import { Compared } from './compared';
import { OverTime } from './over-time';
import { ByColumns } from './where';
import { DistinctiveWords } from './words';

/** How it changed, where, and what about. */
export function FindingsView() {
  return (
    <>
      <Compared />
      <OverTime />
      <ByColumns />
      <About />
      <DistinctiveWords />
    </>
  );
}
