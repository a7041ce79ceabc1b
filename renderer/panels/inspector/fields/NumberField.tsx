import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import { readConstant } from '../../../parts/value-editors/constant-text.ts';
import { useProblemWords } from '../../../parts/value-editors/use-value-draft.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { TextField } from './TextField.tsx';

interface NumberFieldProps {
  readonly tabId: TabId;
  readonly field: string;
  readonly label: ReactNode;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly onEnd: () => void;
  readonly onRevert?: () => void;
  readonly kind: 'whole' | 'decimal';
  readonly least: number;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly layout?: 'stack' | 'line';
  readonly problems?: readonly Diagnostic[];
}

/** A field of one number; emptied, it is not set. */
export function NumberField({ value, onChange, kind, least, ...rest }: NumberFieldProps) {
  const { t } = useTranslation();
  const sayProblem = useProblemWords();
  const read = (text: string) => readConstant(text, kind === 'whole' ? 'NUMBER_INTEGER' : 'NUMBER_DOUBLE');
  const problemWith = (text: string): string | undefined => {
    const outcome = read(text);
    if (!outcome.ok) return sayProblem(outcome);
    return Number(text) < least ? t('inspector.atLeast', { least }) : undefined;
  };
  return (
    <TextField
      {...rest}
      value={value === undefined ? undefined : String(value)}
      problemWith={problemWith}
      onChange={(text) => onChange(text === undefined ? undefined : Number(text))}
    />
  );
}
