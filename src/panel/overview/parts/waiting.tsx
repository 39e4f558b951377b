import { useOverviewPage } from '../context';

/** Where a figure will stand that is still being counted. */
export function Waiting({ name }: { readonly name: string }) {
  const { strings } = useOverviewPage();
  return (
    <section class="part" aria-busy="true">
      <h2>{name}</h2>
      <p class="sub">{strings.counting}</p>
    </section>
  );
}
