import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context';
import './document.css';
import { DocumentPage } from './document-page';
import { useDocument, type Scope } from './use-document';

interface WithDocumentProps {
  /** Something else covers the page: the scope cannot be changed meanwhile. */
  readonly covered?: boolean;
  readonly children: ComponentChildren;
}

/** The explanation of one text, or the document as a whole, under a switch. */
export function WithDocument({ covered = false, children }: WithDocumentProps) {
  const { host } = usePage();
  const { message, scope, choose } = useDocument(host);
  if (covered || !message?.available) return <>{children}</>;
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
