import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What every part of a page needs: its provider, and the hook by which the parts inside of it get it. */
export function pageContext<Page>(page: string) {
  const context = createContext<Page | undefined>(undefined);
  const use = (): Page => {
    const state = useContext(context);
    if (!state) throw new Error(`A part of the ${page} page stands outside of its provider.`);
    return state;
  };
  return [context.Provider, use] as const;
}
