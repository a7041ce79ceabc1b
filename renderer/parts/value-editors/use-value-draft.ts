import { useTranslation } from 'react-i18next';
import type { ConstantValue } from '../../../src/model/argument.ts';
import { type ReadValue, readConstant } from './constant-text.ts';
import { type FieldDraft, useFieldDraft } from './use-field-draft.ts';
import type { ValueEditorProps } from './value-editor-props.ts';

/**
 * The text of a value of a type while it is typed. A field that shows numbers or JSON and is emptied becomes unset; an
 * emptied text stays an empty text.
 */
export function useValueDraft(props: ValueEditorProps, shown: string): FieldDraft {
  const { type, value, onChange, onEnd, onRevert } = props;
  const sayProblem = useProblemWords();
  return useFieldDraft<ConstantValue | undefined>({
    stored: value,
    shown,
    read: (text) => {
      if (text.trim() === '' && type !== 'STRING') return { ok: true, value: undefined };
      const read = readConstant(text, type);
      return read.ok ? read : { ok: false, reason: sayProblem(read) };
    },
    write: onChange,
    revert: onRevert,
    end: onEnd,
    when: 'typing',
  });
}

/** Says why a text is no value. */
export function useProblemWords(): (read: ReadValue & { readonly ok: false }) => string {
  const { t } = useTranslation();
  return ({ problem, detail }) => t(`values.problem.${problem}`, { detail: detail ?? '' });
}
