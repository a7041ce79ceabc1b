import { IconBox, IconDownload, IconSitemap } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TaskRecord } from '../../../src/model/document.ts';
import { SeverityIcon } from '../../parts/SeverityIcon.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { useNodeDiagnostics } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { usesOfPipeline } from '../../state/sub-pipelines.ts';
import { renameStore } from '../acts/rename-store.ts';
import { ExitMark } from './ExitMark.tsx';
import { RenameField } from './RenameField.tsx';
import classes from './TaskNode.module.css';

interface TaskHeaderProps {
  readonly tabId: TabId;
  readonly task: TaskRecord;
  readonly title: string;
  /** Too small for more than its name. */
  readonly isFar: boolean;
}

/** What a task is called and what it runs. */
export const TaskHeader = memo(function TaskHeader({ tabId, task, title, isFar }: TaskHeaderProps) {
  const isRenaming = useStore(renameStore, (state) => state.task === task.id);
  const isPipeline = task.target.kind === 'pipeline';
  const Drawing = isPipeline ? IconSitemap : task.target.kind === 'importer' ? IconDownload : IconBox;
  const shown = task.displayName ?? task.name;
  return (
    <div className={classes.header} data-node-header={true}>
      {!isFar && (
        <span className={classes.kind} data-node-aside={true}>
          <Drawing size={16} stroke={1.7} aria-hidden={true} />
        </span>
      )}
      <span className={classes.titles}>
        {isRenaming ? (
          <RenameField tabId={tabId} task={task} />
        ) : (
          <span className={classes.title} data-node-title={true}>
            {shown}
          </span>
        )}
        {!isFar && (
          <span className={classes.subtitle} data-node-aside={true}>
            {title}
            {isPipeline && <Uses tabId={tabId} task={task} />}
          </span>
        )}
      </span>
      {!isFar && <ExitMark tabId={tabId} task={task.id} />}
      <ProblemBadge tabId={tabId} task={task} />
    </div>
  );
});

/** The same sub-pipeline run by several tasks: a change of it is one of all. */
function Uses({ tabId, task }: { readonly tabId: TabId; readonly task: TaskRecord }) {
  const { t } = useTranslation();
  const uses = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    const { target } = task;
    return document === undefined || target.kind !== 'pipeline' ? 0 : usesOfPipeline(document, target.pipeline);
  });
  return uses > 1 ? ` · ${t('canvas.usedTimes', { count: uses })}` : null;
}

function ProblemBadge({ tabId, task }: { readonly tabId: TabId; readonly task: TaskRecord }) {
  const diagnostics = useNodeDiagnostics(tabId, task.id);
  const worst =
    diagnostics.find(({ severity }) => severity === 'error') ??
    diagnostics.find(({ severity }) => severity === 'warning');
  if (worst === undefined) return null;
  return (
    <span className={classes.badge}>
      <SeverityIcon severity={worst.severity} size={16} />
      {diagnostics.length > 1 && <span className={classes.count}>{diagnostics.length}</span>}
    </span>
  );
}
