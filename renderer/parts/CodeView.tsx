import { useEffect, useRef } from 'react';
import classes from './CodeView.module.css';
import { type CodeLanguage, createCodeView } from './code-view.ts';

export interface CodeViewProps {
  readonly text: string;
  readonly language: CodeLanguage;
  readonly label: string;
}

/** Text to read, with colours, folding and search. Load lazily: it brings the text editor. */
export function CodeView({ text, language, label }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<ReturnType<typeof createCodeView> | null>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const created = createCodeView(place.current, language, label);
    view.current = created;
    return () => {
      view.current = null;
      created.destroy();
    };
  }, [language, label]);
  useEffect(() => view.current?.setText(text));
  return <div ref={place} className={classes.view} />;
}
