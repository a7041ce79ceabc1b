import {
  IconAlertTriangle,
  IconBox,
  IconChevronDown,
  IconChevronRight,
  IconCircleX,
  IconDoorExit,
  IconGitBranch,
  IconRepeat,
  IconSitemap,
} from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { GroupId, TaskId } from '../../../src/model/ids.ts';
import { sentenceOfBranch, sentenceOfGroup } from '../../canvas/nodes/group-words.ts';
import { openContextMenu } from '../../commands/context-menu.ts';
import { runCommand } from '../../commands/run-command.ts';
import { PhaseIcon } from '../../parts/PhaseIcon.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { useNodeDiagnostics } from '../../state/hooks.ts';
import { getState, useApp } from '../../state/store.ts';
import { phaseAt } from '../../state/task-runs.ts';
import classes from './Outline.module.css';
import type { OutlineRow } from './outline-rows.ts';

export interface OutlineRowViewProps {
  readonly tabId: TabId;
  readonly row: OutlineRow;
  readonly isExpanded: boolean;
  readonly isTabStop: boolean;
  readonly onChoose: (row: OutlineRow, adds: boolean) => void;
  readonly onToggle: (id: string) => void;
  readonly onFocus: (id: string) => void;
  /** The row's node was just removed by key. */
  readonly onRemoved: (row: OutlineRow) => void;
}

/** One line: follows its own record, diagnostics, selection and run state. */
export const OutlineRowView = memo(function OutlineRowView(props: OutlineRowViewProps) {
  const { tabId, row, isExpanded, isTabStop, onChoose, onToggle, onFocus, onRemoved } = props;
  const isSelected = useApp((state) => state.view.byTab.get(tabId)?.selection.nodes.has(row.node) ?? false);
  const phase = useApp((state) => {
    const runId = state.live.runs.shown.get(tabId);
    const run = runId === undefined ? undefined : state.live.runs.states.get(runId);
    return run === undefined || row.path === '' ? undefined : phaseAt(run, row.path);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') onChoose(row, event.key === ' ' && event.ctrlKey);
    else if (event.key === 'Delete') {
      onChoose(row, false);
      if (runCommand('edit.delete', { source: 'key', tabId })) onRemoved(row);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    if (!isSelectedNow(tabId, row)) onChoose(row, false);
    openContextMenu('node', { x: event.clientX, y: event.clientY }, tabId);
  };
  return (
    <div
      role="treeitem"
      className={classes.row}
      data-row={row.id}
      {...(row.path === '' ? {} : { 'data-task': row.path })}
      {...(phase === undefined ? {} : { 'data-run-state': phase })}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      {...(row.hasChildren ? { 'aria-expanded': isExpanded } : {})}
      tabIndex={isTabStop ? 0 : -1}
      style={{ paddingInlineStart: `calc(${row.level - 1} * 0.875rem + 0.25rem)` }}
      onClick={(event) => onChoose(row, event.ctrlKey || event.metaKey)}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus(row.id)}
      onContextMenu={onContextMenu}
    >
      <Twisty row={row} isExpanded={isExpanded} onToggle={onToggle} />
      <RowName tabId={tabId} row={row} />
      {row.kind !== 'branch' && <RowProblems tabId={tabId} row={row} />}
      {phase !== undefined && <PhaseIcon phase={phase} />}
    </div>
  );
}, isSameRow);

function isSameRow(left: OutlineRowViewProps, right: OutlineRowViewProps): boolean {
  const same = left.isExpanded === right.isExpanded && left.isTabStop === right.isTabStop && left.tabId === right.tabId;
  return (
    same && (Object.keys(right.row) as (keyof OutlineRow)[]).every((key) => isSameField(left.row[key], right.row[key]))
  );
}

function isSameField(left: unknown, right: unknown): boolean {
  return left === right || (Array.isArray(left) && Array.isArray(right) && left.join() === right.join());
}

function Twisty({ row, isExpanded, onToggle }: Pick<OutlineRowViewProps, 'row' | 'isExpanded' | 'onToggle'>) {
  if (!row.hasChildren) return <span className={classes.twisty} />;
  const Arrow = isExpanded ? IconChevronDown : IconChevronRight;
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation();
    onToggle(row.id);
  };
  return (
    <span className={classes.twisty} aria-hidden={true} onClick={toggle}>
      <Arrow size={14} stroke={2} />
    </span>
  );
}

function RowName({ tabId, row }: Pick<OutlineRowViewProps, 'tabId' | 'row'>) {
  const task = useApp((state) => state.documents.tabs.get(tabId)?.document.tasks.get(row.node as TaskId));
  const group = useApp((state) => state.documents.tabs.get(tabId)?.document.groups.get(row.node as GroupId));
  if (task !== undefined) {
    const Drawing = row.kind === 'pipeline-task' ? IconSitemap : IconBox;
    return (
      <>
        <Drawing size={15} stroke={1.6} aria-hidden={true} className={classes.icon} />
        <span className={classes.name}>{task.displayName ?? task.name}</span>
        {task.displayName !== undefined && <span className={classes.note}>{task.name}</span>}
      </>
    );
  }
  if (group === undefined) return null;
  return (
    <>
      <GroupIcon group={group} />
      <GroupName tabId={tabId} group={group} branch={row.branch} />
    </>
  );
}

interface GroupNameProps {
  readonly tabId: TabId;
  readonly group: GroupRecord;
  readonly branch: number | undefined;
}

/** The same words as on the canvas, and the name in the IR. */
function GroupName({ tabId, group, branch }: GroupNameProps) {
  const { t } = useTranslation();
  const own = group.kind === 'branches' && branch !== undefined ? group.branches[branch] : group;
  const words = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    if (document === undefined) return '';
    if (group.kind === 'branches' && branch !== undefined) return sentenceOfBranch(document, group, branch, t);
    return sentenceOfGroup(document, group, t);
  });
  return (
    <>
      <span className={classes.name} title={words}>
        {own?.displayName ?? words}
      </span>
      <span className={classes.note}>{own?.name}</span>
    </>
  );
}

function GroupIcon({ group }: { readonly group: GroupRecord }) {
  const Drawing = { branches: IconGitBranch, loop: IconRepeat, 'exit-handler': IconDoorExit }[group.kind];
  return <Drawing size={15} stroke={1.6} aria-hidden={true} className={classes.icon} />;
}

function RowProblems({ tabId, row }: Pick<OutlineRowViewProps, 'tabId' | 'row'>) {
  const { t } = useTranslation();
  const diagnostics = useNodeDiagnostics(tabId, row.node);
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return <IconCircleX size={14} className={classes.error} role="img" aria-label={t('outline.hasErrors')} />;
  }
  if (!diagnostics.some(({ severity }) => severity === 'warning')) return null;
  return <IconAlertTriangle size={14} className={classes.warning} role="img" aria-label={t('outline.hasWarnings')} />;
}

function isSelectedNow(tabId: TabId, row: OutlineRow): boolean {
  return getState().view.byTab.get(tabId)?.selection.nodes.has(row.node) ?? false;
}
