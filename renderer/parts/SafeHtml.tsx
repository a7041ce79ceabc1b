import DOMPurify from 'dompurify';
import { useEffect, useRef } from 'react';

/** HTML that is not ours, cleaned of everything that could run or load. */
export function SafeHtml({ html, className }: { readonly html: string; readonly className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fragment = DOMPurify.sanitize(html, {
      RETURN_DOM_FRAGMENT: true,
      FORBID_TAGS: ['style', 'img', 'form', 'input', 'button'],
      FORBID_ATTR: ['style', 'href', 'src'],
    });
    place.current?.replaceChildren(fragment);
  }, [html]);
  return <div ref={place} className={className} />;
}
