import type { ReactNode } from 'react';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { FieldProblems } from './FieldProblems.tsx';
import classes from './Fields.module.css';

interface FieldProps {
  readonly tabId: TabId;
  /** As in `FocusFieldRequest`. */
  readonly field: string;
  readonly label: ReactNode;
  /** The id of the control; absent where the control names itself. */
  readonly labelFor?: string;
  /** `line` puts the label beside the control. */
  readonly layout?: 'stack' | 'line';
  readonly hint?: ReactNode;
  readonly tools?: ReactNode;
  readonly problems?: readonly Diagnostic[];
  readonly children?: ReactNode;
}

/** One field: its label, its control, what it is for, and what is wrong with it. */
export function Field(props: FieldProps) {
  const { tabId, field, label, labelFor, layout = 'stack', hint, tools, problems = [], children } = props;
  const worst = problems.some(({ severity }) => severity === 'error') ? 'error' : problems[0]?.severity;
  const Label = labelFor === undefined ? 'span' : 'label';
  return (
    <div className={classes.field} data-field={field} data-layout={layout} data-severity={worst}>
      <div className={classes.labelLine}>
        <Label className={classes.label} {...(labelFor === undefined ? {} : { htmlFor: labelFor })}>
          {label}
        </Label>
        {tools !== undefined && <span className={classes.tools}>{tools}</span>}
      </div>
      <div className={classes.control}>{children}</div>
      {hint !== undefined && hint !== '' && <p className={classes.hint}>{hint}</p>}
      {problems.length > 0 && <FieldProblems tabId={tabId} problems={problems} />}
    </div>
  );
}
