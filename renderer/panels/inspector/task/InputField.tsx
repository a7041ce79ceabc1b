import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputPort } from '../../../../src/catalog/component-description.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';
import type { OutputValue } from '../../../../src/run/run-state.ts';
import { formatConstant } from '../../../parts/value-editors/constant-text.ts';
import { TypeGlyph } from '../../../parts/value-editors/TypeGlyph.tsx';
import { Field } from '../fields/Field.tsx';
import { ArgumentControl } from './ArgumentControl.tsx';
import { ArgumentTools } from './ArgumentTools.tsx';
import type { InputFieldProps } from './input-field-props.ts';
import { RunValue } from './RunValue.tsx';
import classes from './Task.module.css';

/** One input: its type, what it is given, and what may be done with it. */
export function InputField(props: InputFieldProps) {
  const { tabId, task, port, problems, runValue } = props;
  const id = useId();
  return (
    <Field
      tabId={tabId}
      field={`argument:${port.id}`}
      label={<PortLabel port={port} />}
      labelFor={id}
      tools={<ArgumentTools {...props} />}
      hint={<PortHint port={port} isSet={task.arguments[port.id] !== undefined} />}
      problems={problems}
    >
      <ArgumentControl {...props} controlId={id} />
      {runValue !== undefined && saysMore(props, runValue) && <RunValue value={runValue} />}
    </Field>
  );
}

/** A value of the run that differs from what stands in the field above it. */
function saysMore({ task, port }: InputFieldProps, runValue: OutputValue): boolean {
  const argument = task.arguments[port.id];
  const own = argument === undefined ? port.default : argument.kind === 'value' ? argument.value : undefined;
  return runValue.kind === 'artifact' || own === undefined || formatConstant(own) !== formatConstant(runValue.value);
}

function PortLabel({ port }: { readonly port: InputPort }) {
  const { t } = useTranslation();
  return (
    <>
      <TypeGlyph type={port.type} />
      <span className={classes.portName} title={port.id}>
        {port.name}
      </span>
      {!port.optional && (
        <span className={classes.required} title={t('inspector.required')}>
          *<span className={classes.hidden}>{t('inspector.required')}</span>
        </span>
      )}
      <span className={classes.type} title={port.declaredType}>
        {typeLabel(port.type)}
      </span>
    </>
  );
}

/** The default is only said here while something else is set: otherwise the control shows it. */
function PortHint({ port, isSet }: { readonly port: InputPort; readonly isSet: boolean }) {
  const { t } = useTranslation();
  const { description } = port;
  const standard = isSet ? port.default : undefined;
  if (description === undefined && standard === undefined) return null;
  return (
    <>
      {description}{' '}
      {standard !== undefined && (
        <span className={classes.default}>
          {t('inspector.default')} <code>{standard === '' ? '""' : shorten(formatConstant(standard))}</code>
        </span>
      )}
    </>
  );
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
