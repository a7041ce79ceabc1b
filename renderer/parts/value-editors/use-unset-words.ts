import { useTranslation } from 'react-i18next';
import { formatConstant } from './constant-text.ts';
import type { ValueEditorProps } from './value-editor-props.ts';

const LONGEST = 60;

/** What a control says while nothing is set: the default that counts instead, or that there is none. */
export function useUnsetWords({ standard, placeholder }: Pick<ValueEditorProps, 'standard' | 'placeholder'>): string {
  const { t } = useTranslation();
  if (standard === undefined) return placeholder ?? t('values.notSet');
  const text = typeof standard === 'string' && standard !== '' ? standard : formatConstant(standard);
  return t('values.defaultIs', { value: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text });
}
