import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** What a typed text is worth: a value to write, or why it cannot be taken. */
export type DraftOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export interface FieldDraftOptions<Value> {
  /** What is stored now, and its text. */
  readonly stored: Value;
  readonly shown: string;
  readonly read: (text: string) => DraftOutcome<Value>;
  readonly write: (value: Value) => void;
  /** Takes back what was written since the field was entered; absent: the stored value is written again. */
  readonly revert?: (() => void) | undefined;
  /** The field was left: what follows is another step. */
  readonly end: () => void;
  /** Written with every key, or only when the field is left. */
  readonly when: 'typing' | 'leaving';
}

export interface FieldDraft {
  readonly text: string;
  /** Why the text is not stored; it stays to be mended. */
  readonly reason: string | undefined;
  readonly type: (text: string) => void;
  readonly handlers: {
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

interface Draft {
  readonly text: string;
  /** What was stored when it was last looked at; another value since then wins over a draft that was left. */
  readonly base: string;
}

/**
 * The text of a field while it is typed. What can be read is written, what cannot stays in the field with the reason.
 * Escape brings back what was there when the field was entered; Enter in a line ends the step.
 */
export function useFieldDraft<Value>(options: FieldDraftOptions<Value>): FieldDraft {
  const { stored, shown, read, when } = options;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [entered, setEntered] = useState<{ readonly stored: Value } | null>(null);
  const isEntered = entered !== null;
  const isCurrent = draft !== null && (isEntered || draft.base === shown);
  const text = isCurrent ? draft.text : shown;
  const outcome = isCurrent ? read(draft.text) : undefined;
  const latest = useRef({ options, draft, isEntered });
  useEffect(() => {
    latest.current = { options, draft, isEntered };
  });
  useEffect(() => () => finishOnUnmount(latest.current), []);

  const type = (next: string): void => {
    setDraft({ text: next, base: shown });
    if (when === 'leaving') return;
    const outcomeNow = read(next);
    if (outcomeNow.ok) options.write(outcomeNow.value);
  };
  const finish = (): void => {
    if (when === 'leaving' && outcome?.ok === true && text !== shown) options.write(outcome.value);
    setDraft(outcome?.ok === false && draft !== null ? { text: draft.text, base: shown } : null);
    options.end();
  };
  const revert = (): void => {
    if (draft === null) return;
    setDraft(null);
    if (when === 'typing' && options.revert !== undefined) options.revert();
    else if (entered !== null && when === 'typing') options.write(entered.stored);
    options.end();
  };
  return {
    text,
    reason: outcome?.ok === false ? outcome.reason : undefined,
    type,
    handlers: {
      onFocus: () => setEntered({ stored }),
      onBlur: () => {
        finish();
        setEntered(null);
      },
      onKeyDown: (event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          revert();
        } else if (event.key === 'Enter' && endsWithEnter(event)) {
          finish();
          setEntered({ stored });
        }
      },
    },
  };
}

/** In a text of lines, Enter makes a line. */
function endsWithEnter(event: KeyboardEvent<HTMLElement>): boolean {
  return !(event.target instanceof HTMLTextAreaElement) || event.ctrlKey || event.metaKey;
}

/** A field can go while it is typed in, because something else was selected: what was typed still counts. */
function finishOnUnmount<Value>(last: {
  readonly options: FieldDraftOptions<Value>;
  readonly draft: Draft | null;
  readonly isEntered: boolean;
}): void {
  const { options, draft, isEntered } = last;
  if (!isEntered || draft === null) return;
  const outcome = options.read(draft.text);
  if (options.when === 'leaving' && outcome.ok && draft.text !== options.shown) options.write(outcome.value);
  options.end();
}
