import { About } from './about';
import { OverTime } from './over-time';
import { Where } from './where';

/** How it changed, where, and what about. */
export function FindingsView() {
  return (
    <>
      <OverTime />
      <Where />
      <About />
    </>
  );
}
