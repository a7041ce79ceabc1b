import { useTranslation } from 'react-i18next';
import { Section } from '../fields/Section.tsx';
import { InputField } from './InputField.tsx';
import classes from './Task.module.css';
import { problemsOfPort, type TaskPartProps } from './task-part-props.ts';
import { UnknownArguments } from './UnknownArguments.tsx';
import type { ShownTaskRun } from './use-task-run.ts';

/** What the task is given, port by port. */
export function InputFields(props: TaskPartProps & { readonly run: ShownTaskRun | undefined }) {
  const { task, ports, problems, run } = props;
  const { t } = useTranslation();
  const set = ports.inputs.filter(({ id }) => Object.hasOwn(task.arguments, id)).length;
  return (
    <Section id="inputs" note={t('inspector.setOf', { set, total: ports.inputs.length })}>
      {ports.inputs.length === 0 && <p className={classes.none}>{t('inspector.noInputs')}</p>}
      {ports.inputs.map((port) => (
        <InputField
          key={port.id}
          {...props}
          port={port}
          problems={problemsOfPort(problems, 'in', port.id)}
          runValue={run?.instances[0]?.inputs?.[port.id]}
        />
      ))}
      <UnknownArguments {...props} />
    </Section>
  );
}
