import { IconBox, IconDownload, IconSitemap } from '@tabler/icons-react';
import { memo } from 'react';
import { useStore } from 'zustand';
import type { TaskRecord } from '../../../src/model/document.ts';
import { SeverityIcon } from '../../parts/SeverityIcon.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { useNodeDiagnostics } from '../../state/hooks.ts';
import { renameStore } from '../acts/rename-store.ts';
import { useIsFar } from '../detail-level.ts';
import { RenameField } from './RenameField.tsx';
import classes from './TaskNode.module.css';

interface TaskHeaderProps {
  readonly tabId: TabId;
  readonly task: TaskRecord;
  readonly title: string;
  readonly isPipeline: boolean;
}

/** What a task is called and what it runs. */
export const TaskHeader = memo(function TaskHeader({ tabId, task, title, isPipeline }: TaskHeaderProps) {
  const isRenaming = useStore(renameStore, (state) => state.task === task.id);
  const Drawing = isPipeline ? IconSitemap : task.target.kind === 'importer' ? IconDownload : IconBox;
  const isFar = useIsFar();
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
          </span>
        )}
      </span>
      <ProblemBadge tabId={tabId} task={task} />
    </div>
  );
});

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
