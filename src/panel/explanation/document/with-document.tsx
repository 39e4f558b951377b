import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context';
import './document.css';
import { DocumentPage } from './document-page';
import { useDocument, type Scope } from './use-document';

/** The explanation of one text, or the document as a whole, under a switch. */
export function WithDocument({ children }: { readonly children: ComponentChildren }) {
  const { host } = usePage();
  const { message, scope, choose } = useDocument(host);
  if (!message?.available) return <>{children}</>;
  return (
    <>
      <ScopeSwitch scope={scope} onChoose={choose} />
      {scope === 'text' ? children : <DocumentPage message={message} />}
    </>
  );
}

function ScopeSwitch({ scope, onChoose }: { readonly scope: Scope; readonly onChoose: (scope: Scope) => void }) {
  const { strings } = usePage();
  const { wholeDocument } = strings;
  const choice = (own: Scope, label: string) => (
    <button type="button" aria-pressed={scope === own} onClick={() => onChoose(own)}>
      {label}
    </button>
  );
  return (
    <div class="scopes" role="group" aria-label={wholeDocument.scope} data-page-only>
      {choice('text', wholeDocument.paragraph)}
      {choice('document', wholeDocument.document)}
    </div>
  );
}
