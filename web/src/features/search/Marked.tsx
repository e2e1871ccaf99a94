import { useMemo } from 'react';

/** A piece of text with the words that were found. The server sends HTML; only its text and marks are drawn. */
export function Marked({ html }: { html: string }) {
  const parts = useMemo(() => [...new DOMParser().parseFromString(html, 'text/html').body.childNodes], [html]);
  return (
    <>
      {parts.map((part, index) =>
        part.nodeName === 'MARK' ? <mark key={index}>{part.textContent}</mark> : <span key={index}>{part.textContent}</span>,
      )}
    </>
  );
}
