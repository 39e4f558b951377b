import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { readPanelHostMessage, type DocumentMessage } from '../../../shared/protocol/host-to-panel';
import type { PanelToHost } from '../../../shared/protocol/panel-to-host';
import type { Notifier } from '../../../shared/rpc/notifications';

/** What the page shows: one explained text, or the document as a whole. */
export type Scope = 'text' | 'document';

interface DocumentState {
  readonly message?: DocumentMessage;
  readonly scope: Scope;
  readonly choose: (scope: Scope) => void;
}

/** Listens to messages about the document. Shows the document when somebody asks for it, and the explanation when one comes. */
export function useDocument(host: Notifier<PanelToHost>): DocumentState {
  const [message, setMessage] = useState<DocumentMessage>();
  const [scope, setScope] = useState<Scope>('text');
  useLayoutEffect(() => {
    const listen = ({ data }: MessageEvent) => {
      const heard = readPanelHostMessage(data);
      if (heard?.type === 'working') setScope('text');
      if (heard?.type !== 'document') return;
      setMessage(heard);
      if (heard.asked && heard.view) setScope('document');
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  const choose = useCallback(
    (chosen: Scope) => {
      setScope(chosen);
      if (chosen === 'document') host.readDocument();
    },
    [host],
  );
  return { message, scope, choose };
}
