import { Button } from '@mantine/core';
import { IconBox, IconDownload, IconFileText, IconSitemap } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { PhaseIcon } from '../../../parts/PhaseIcon.tsx';
import { showPanel } from '../../../shell/dock.ts';
import { openTaskRun } from '../../../state/runs.ts';
import { SubjectHeader } from '../fields/SubjectHeader.tsx';
import classes from './Task.module.css';
import type { TaskPartProps } from './task-part-props.ts';
import type { ShownTaskRun } from './use-task-run.ts';

const DRAWINGS = {
  component: IconBox,
  pipeline: IconSitemap,
  'missing-pipeline': IconSitemap,
  importer: IconDownload,
} as const;

/** What is looked at, and how it fared in the run that is shown. */
export function TaskHeader({ task, ports, run }: TaskPartProps & { readonly run: ShownTaskRun | undefined }) {
  return (
    <SubjectHeader icon={DRAWINGS[task.target.kind]} title={task.displayName ?? task.name} subtitle={ports.title}>
      {run !== undefined && <RunLine shown={run} />}
    </SubjectHeader>
  );
}

function RunLine({ shown }: { readonly shown: ShownTaskRun }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first] = shown.instances;
  if (first === undefined) return null;
  const took =
    first.startedAt !== undefined && first.endedAt !== undefined ? first.endedAt - first.startedAt : undefined;
  const open = (): void => {
    openTaskRun({ runId: shown.run.id, taskKey: first.key });
    showPanel('taskRun');
  };
  return (
    <div className={classes.run} data-run-state={first.phase}>
      <PhaseIcon phase={first.phase} />
      <span>{t(`phase.${first.phase}`)}</span>
      {took !== undefined && <span className={classes.quiet}>{formatDuration(took, language)}</span>}
      {shown.instances.length > 1 && (
        <span className={classes.quiet}>{t('inspector.iterations', { count: shown.instances.length })}</span>
      )}
      <Button
        className={classes.runLog ?? ''}
        variant="subtle"
        size="compact-xs"
        leftSection={<IconFileText size={14} aria-hidden={true} />}
        onClick={open}
      >
        {t('inspector.openLog')}
      </Button>
    </div>
  );
}
