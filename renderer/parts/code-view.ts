import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { readStyleNonce } from '../theme/nonce.ts';

export type CodeLanguage = 'yaml' | 'json' | 'text';

export interface CodeViewHandle {
  /** Shows another text; the place one reads at stays where the text before it is the same. */
  setText(text: string): void;
  destroy(): void;
}

/** Makes a read-only text view in an element. */
export function createCodeView(parent: HTMLElement, language: CodeLanguage, label: string): CodeViewHandle {
  const view = new EditorView({ parent, state: EditorState.create({ extensions: extensionsFor(language, label) }) });
  return {
    setText: (text) => replaceChanged(view, text),
    destroy: () => view.destroy(),
  };
}

function extensionsFor(language: CodeLanguage, label: string): readonly Extension[] {
  return [
    EditorView.cspNonce.of(readStyleNonce()),
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    lineNumbers(),
    foldGutter(),
    search({ top: true }),
    highlightSelectionMatches(),
    keymap.of([...searchKeymap, ...foldKeymap]),
    syntaxHighlighting(COLOURS),
    LOOK,
    languageExtension(language),
  ];
}

function languageExtension(language: CodeLanguage): Extension {
  if (language === 'yaml') return yaml();
  return language === 'json' ? json() : [];
}

/** Changes only what is between the equal beginning and the equal end. */
function replaceChanged(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === text.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end))
    end += 1;
  view.dispatch({ changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) } });
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--syntax-key)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--syntax-string)' },
  { tag: tags.number, color: 'var(--syntax-number)' },
  { tag: [tags.keyword, tags.bool, tags.null, tags.atom], color: 'var(--syntax-keyword)' },
  { tag: [tags.comment, tags.meta], color: 'var(--syntax-comment)' },
]);

const LOOK = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--text-primary)', fontSize: 'var(--text-sm)' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.55' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--text-muted)', border: 'none' },
  '&.cm-focused': { outline: '2px solid var(--focus-ring)', outlineOffset: '-2px' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--surface-selected)' },
  '.cm-panels': { backgroundColor: 'var(--surface-panel)', color: 'var(--text-primary)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--border-subtle)' },
  '.cm-textfield': {
    backgroundColor: 'var(--surface-field)',
    border: '1px solid var(--border-field)',
    color: 'inherit',
  },
  '.cm-button': { background: 'var(--surface-raised)', border: '1px solid var(--border-field)', color: 'inherit' },
  '.cm-searchMatch': { backgroundColor: 'var(--severity-warning-soft)', outline: '1px solid var(--severity-warning)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--surface-hover)', border: 'none', color: 'var(--text-secondary)' },
});
