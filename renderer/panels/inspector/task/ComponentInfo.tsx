import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { describeComponentRecord } from '../../../../src/catalog/describe-component-record.ts';
import type { ComponentRecord } from '../../../../src/model/document.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';
import { perform } from '../../../commands/run-command.ts';
import { updateComponents } from '../../../commands/update-component.ts';
import { changedEntryOf } from '../../../state/changed-components.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { useApp } from '../../../state/store.ts';
import { enterTask } from '../../../state/sub-pipelines.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { Section } from '../fields/Section.tsx';
import classes from './Task.module.css';
import { problemsBelow, type TaskPartProps } from './task-part-props.ts';

/** What the task runs. */
export function ComponentInfo(props: TaskPartProps) {
  const { tabId, document, task, ports, problems } = props;
  const { t } = useTranslation();
  const { target } = task;
  const record = target.kind === 'component' ? document.components.get(target.component) : undefined;
  return (
    <>
      {record !== undefined && <UpdateOffer {...props} record={record} />}
      <Section id="component" note={ports.title}>
        <div data-field="target">
          {ports.description !== undefined && <p className={classes.about}>{ports.description}</p>}
          {record !== undefined && <ComponentFacts record={record} />}
          {target.kind === 'component' && record === undefined && <p className={classes.none}>{target.component}</p>}
          {target.kind === 'importer' && (
            <dl className={classes.facts}>
              <dt>{t('inspector.type')}</dt>
              <dd>{typeLabel(target.artifactType)}</dd>
            </dl>
          )}
          {target.kind === 'pipeline' && (
            <Button variant="default" size="compact-sm" onClick={() => enterTask(tabId, task.id)}>
              {t('inspector.openPipeline')}
            </Button>
          )}
          <FieldProblems tabId={tabId} problems={problemsBelow(problems, 'target')} />
        </div>
      </Section>
    </>
  );
}

function ComponentFacts({ record }: { readonly record: ComponentRecord }) {
  const { t } = useTranslation();
  const implementation = describeComponentRecord(record)?.implementation;
  return (
    <dl className={classes.facts}>
      {record.origin?.path !== undefined && (
        <>
          <dt>{t('inspector.origin')}</dt>
          <dd>
            <code>{record.origin.path}</code>
          </dd>
        </>
      )}
      <dt>{t('inspector.componentKey')}</dt>
      <dd>
        <code>{record.key}</code>
      </dd>
      {implementation?.kind === 'container' && (
        <>
          <dt>{t('inspector.image')}</dt>
          <dd>
            <code>{implementation.image}</code>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The file has another text by now than the component in the document. */
function UpdateOffer({ tabId, task, record }: TaskPartProps & { readonly record: ComponentRecord }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const changed = useApp((state) =>
    changedEntryOf(record, state.documents.tabs.get(tabId)?.file?.path ?? null, state.live.catalog.entries),
  );
  if (changed === undefined) return null;
  return (
    <div className={classes.update} data-testid="component-changed">
      <p>{t('inspector.componentChanged')}</p>
      {canEdit && (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconRefresh size={14} aria-hidden={true} />}
          onClick={() => void perform(() => updateComponents(tabId, [task.id], changed))}
        >
          {t('inspector.updateTask')}
        </Button>
      )}
    </div>
  );
}
