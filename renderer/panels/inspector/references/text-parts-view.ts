import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view';
import type { Reference } from '../../../../src/model/argument.ts';
import { readStyleNonce } from '../../../theme/nonce.ts';
import { joinParts, PLACEHOLDER, sameParts, splitParts, type TextPart } from './text-parts.ts';

export interface TextPartsOptions {
  readonly parent: HTMLElement;
  readonly label: string;
  readonly readOnly: boolean;
  /** How a reference is called. */
  readonly wordsOf: (reference: Reference) => string;
  readonly onChange: (parts: readonly TextPart[]) => void;
  readonly onEnd: () => void;
}

export interface TextPartsView {
  /** Shows other parts, as after an undo. Typing that led to the same parts is left alone. */
  setParts(parts: readonly TextPart[]): void;
  /** Puts a reference where the caret is; at the end while nobody has been in the text. */
  insert(reference: Reference): void;
  destroy(): void;
}

const addReferences = StateEffect.define<readonly Range<Decoration>[]>();

/** Makes an editor of text in which references are single, unbreakable pieces. */
export function createTextPartsView(options: TextPartsOptions): TextPartsView {
  const { parent, onChange, onEnd } = options;
  let known: readonly TextPart[] = [];
  let wasEntered = false;
  const references = referenceField();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        EditorView.cspNonce.of(readStyleNonce()),
        EditorState.readOnly.of(options.readOnly),
        EditorView.editable.of(!options.readOnly),
        EditorView.contentAttributes.of({ 'aria-label': options.label, 'aria-multiline': 'true', role: 'textbox' }),
        EditorView.lineWrapping,
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        references,
        EditorView.atomicRanges.of((current) => current.state.field(references)),
        // A pasted placeholder would stand for nothing.
        EditorView.clipboardInputFilter.of((text) => text.replaceAll(PLACEHOLDER, '')),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const parts = partsOf(update.state, references);
          if (sameParts(parts, known)) return;
          known = parts;
          onChange(parts);
        }),
        EditorView.domEventHandlers({
          focus: () => {
            wasEntered = true;
          },
          blur: () => onEnd(),
        }),
        LOOK,
      ],
    }),
  });
  const chip = (reference: Reference, at: number): Range<Decoration> =>
    Decoration.replace({ widget: new ReferenceWidget(reference, options.wordsOf(reference)) }).range(at, at + 1);
  return {
    setParts: (parts) => {
      if (sameParts(parts, known)) return;
      known = parts;
      const { text, references: list } = joinParts(parts);
      const places = [...text.matchAll(/\ufffc/g)].map((match) => match.index);
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        effects: addReferences.of(list.map((reference, index) => chip(reference, places[index] ?? 0))),
      });
    },
    insert: (reference) => {
      const end = view.state.doc.length;
      const { from, to } = wasEntered ? view.state.selection.main : { from: end, to: end };
      view.dispatch({
        changes: { from, to, insert: PLACEHOLDER },
        effects: addReferences.of([chip(reference, from)]),
        selection: { anchor: from + 1 },
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** Keeps each reference with its placeholder while the text around it changes. */
function referenceField(): StateField<DecorationSet> {
  return StateField.define<DecorationSet>({
    create: () => RangeSet.empty,
    update: (before, transaction) => {
      const mapped = before.map(transaction.changes).update({ filter: (from, to) => to > from });
      const added = transaction.effects.flatMap((effect) => (effect.is(addReferences) ? effect.value : []));
      return added.length === 0 ? mapped : mapped.update({ add: [...added], sort: true });
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

function partsOf(state: EditorState, field: StateField<DecorationSet>): readonly TextPart[] {
  const references: Reference[] = [];
  const places = new Set<number>();
  for (let cursor = state.field(field).iter(); cursor.value !== null; cursor.next()) {
    const { widget } = cursor.value.spec as { readonly widget: ReferenceWidget };
    references.push(widget.reference);
    places.add(cursor.from);
  }
  // After an undo in the text a placeholder can come back without what it stood for.
  const text = state.doc.toString().replaceAll(/\ufffc/g, (character, at: number) => (places.has(at) ? character : ''));
  return splitParts(text, references);
}

class ReferenceWidget extends WidgetType {
  readonly reference: Reference;
  readonly words: string;

  constructor(reference: Reference, words: string) {
    super();
    this.reference = reference;
    this.words = words;
  }

  override eq(other: ReferenceWidget): boolean {
    return other.words === this.words;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'pipewright-reference';
    element.textContent = this.words;
    return element;
  }
}

const LOOK = EditorView.theme({
  '&': {
    border: '1px solid var(--border-field)',
    borderRadius: 'var(--radius-sm)',
    backgroundColor: 'var(--surface-field)',
    color: 'var(--text-primary)',
    fontSize: 'var(--text-sm)',
  },
  '&.cm-focused': { outline: 'none', borderColor: 'var(--focus-ring)' },
  '.cm-scroller': { fontFamily: 'var(--font-ui)', lineHeight: '1.6', maxHeight: '16rem' },
  '.cm-content': { padding: '0.2rem 0', caretColor: 'var(--text-primary)' },
  '.cm-line': { padding: '0 var(--space-4)' },
  '.pipewright-reference': {
    padding: '0 0.3em',
    margin: '0 1px',
    borderRadius: '3px',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent-text)',
    fontWeight: '550',
    whiteSpace: 'nowrap',
  },
});
