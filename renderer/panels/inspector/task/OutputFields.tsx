import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputPort } from '../../../../src/catalog/component-description.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';
import { TypeGlyph } from '../../../parts/value-editors/TypeGlyph.tsx';
import { useCanEdit } from '../../../state/hooks.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { UserLinks } from '../fields/UserLinks.tsx';
import { type OutputUser, usersOfOutputs } from './output-users.ts';
import { makePipelineOutput } from './promote-port.ts';
import { RunValue } from './RunValue.tsx';
import classes from './Task.module.css';
import { problemsOfPort, type TaskPartProps } from './task-part-props.ts';
import type { ShownTaskRun } from './use-task-run.ts';

type OutputFieldsProps = TaskPartProps & { readonly run: ShownTaskRun | undefined };

/** What the task gives, who reads it, and what came out in the run that is shown. */
export function OutputFields(props: OutputFieldsProps) {
  const { document, pipeline, task, ports } = props;
  const { t } = useTranslation();
  const users = useMemo(() => usersOfOutputs(document, pipeline, task.id), [document, pipeline, task.id]);
  return (
    <Section id="outputs" note={String(ports.outputs.length)}>
      {ports.outputs.length === 0 && <p className={classes.none}>{t('inspector.noOutputs')}</p>}
      {ports.outputs.map((port) => (
        <OutputLine key={port.id} {...props} port={port} users={users.get(port.id) ?? []} />
      ))}
    </Section>
  );
}

interface OutputLineProps extends OutputFieldsProps {
  readonly port: OutputPort;
  readonly users: readonly OutputUser[];
}

function OutputLine({ tabId, task, port, users, problems, run }: OutputLineProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const value = run?.instances[0]?.outputs[port.id];
  const promote = (): void =>
    gestureOf(tabId, `output ${task.id}`).step((next) => makePipelineOutput(next, task.id, port.id));
  return (
    <div className={classes.output} data-output={port.id}>
      <div className={classes.outputHead}>
        <TypeGlyph type={port.type} />
        <span className={classes.portName} title={port.id}>
          {port.name}
        </span>
        <span className={classes.type}>{typeLabel(port.type)}</span>
        {canEdit && (
          <Tooltip label={t('inspector.makeOutput')}>
            <ActionIcon size={22} aria-label={t('inspector.makeOutputOf', { name: port.name })} onClick={promote}>
              <IconLogout size={15} aria-hidden={true} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {port.description !== undefined && <p className={classes.quiet}>{port.description}</p>}
      <UserLinks tabId={tabId} users={users} />
      {value !== undefined && <RunValue value={value} />}
      <FieldProblems tabId={tabId} problems={problemsOfPort(problems, 'out', port.id)} />
    </div>
  );
}
