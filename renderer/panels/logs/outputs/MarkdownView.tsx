import { marked } from 'marked';
import { useMemo } from 'react';
import { SafeHtml } from '../../../parts/SafeHtml.tsx';
import { REACHABLE } from '../reachable.ts';
import classes from './MarkdownView.module.css';

/** Markdown of a task, cleaned of everything that could run, load or lead elsewhere. */
export function MarkdownView({ text }: { readonly text: string }) {
  const html = useMemo(() => marked.parse(text, { async: false, gfm: true }), [text]);
  return (
    <div className={classes.markdown} {...REACHABLE}>
      <SafeHtml html={html} />
    </div>
  );
}
