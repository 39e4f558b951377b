import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DocumentMessage } from '../../../shared/protocol/document';
import type { PageMessage } from '../../../shared/protocol/panel-messages';
import { readDocumentMessage } from './document-schema';

/** What the page shows: one explained text, or the document as a whole. */
export type Scope = 'text' | 'document';

interface DocumentState {
  readonly message?: DocumentMessage;
  readonly scope: Scope;
  readonly choose: (scope: Scope) => void;
}

/** Listens to what the host says of the document; turns to it when somebody asked for it, and back with an explanation. */
export function useDocument(send: (message: PageMessage) => void): DocumentState {
  const [message, setMessage] = useState<DocumentMessage>();
  const [scope, setScope] = useState<Scope>('text');
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if ((event.data as { type?: unknown } | null)?.type === 'working') setScope('text');
      const heard = readDocumentMessage(event.data);
      if (!heard) return;
      setMessage(heard);
      if (heard.asked && heard.view) setScope('document');
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  const choose = useCallback(
    (chosen: Scope) => {
      setScope(chosen);
      if (chosen === 'document') send({ type: 'readDocument' });
    },
    [send],
  );
  return { message, scope, choose };
}
