import { IconArrowsSplit2, IconChevronDown, IconChevronRight, IconDoorExit, IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GroupRecord } from '../../../src/model/group.ts';
import { PhaseIcon } from '../../parts/PhaseIcon.tsx';
import { SeverityIcon } from '../../parts/SeverityIcon.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import type { GroupRun } from '../../state/group-runs.ts';
import { useCanEdit, useNodeDiagnostics } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { toggleCollapsed } from '../acts/collapse.ts';
import classes from './GroupNode.module.css';
import { countTasks } from './group-words.ts';

const DRAWINGS = { branches: IconArrowsSplit2, loop: IconRepeat, 'exit-handler': IconDoorExit } as const;

interface GroupTitleProps {
  readonly tabId: TabId;
  readonly group: GroupRecord;
  readonly words: string;
  readonly run: GroupRun | undefined;
  readonly isCollapsed: boolean;
}

/** What a group does, its name and size, its state in the run shown, and the button that folds it. */
export function GroupTitle({ tabId, group, words, run, isCollapsed }: GroupTitleProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const tasks = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    return document === undefined ? 0 : countTasks(document, group);
  });
  const Drawing = DRAWINGS[group.kind];
  const Arrow = isCollapsed ? IconChevronRight : IconChevronDown;
  const facts = [
    ...(group.displayName === undefined ? [] : [words]),
    group.name,
    t('canvas.group.tasks', { count: tasks }),
  ];
  return (
    <div className={classes.title} data-frame-title={true}>
      <button
        type="button"
        className={`${classes.fold} nodrag nopan`}
        data-frame-detail={true}
        disabled={!canEdit}
        aria-expanded={!isCollapsed}
        aria-label={t(isCollapsed ? 'canvas.group.unfold' : 'canvas.group.fold', { name: group.name })}
        onClick={(event) => {
          event.stopPropagation();
          toggleCollapsed(tabId, [group.id]);
        }}
      >
        <Arrow size={15} stroke={2} aria-hidden={true} />
      </button>
      <Drawing size={17} stroke={1.7} aria-hidden={true} className={classes.icon} />
      <span className={classes.titles}>
        <span className={classes.words} title={words} data-frame-words={true}>
          {group.displayName ?? words}
        </span>
        <span className={classes.facts} data-frame-detail={true}>
          {facts.join(' · ')}
        </span>
      </span>
      <Problems tabId={tabId} group={group} />
      {run !== undefined && <RunMark run={run} />}
    </div>
  );
}

function RunMark({ run }: { readonly run: GroupRun }) {
  const { t } = useTranslation();
  const { phase, iterations } = run;
  return (
    <span className={classes.run} data-run-mark={true}>
      <PhaseIcon phase={phase} size={15} />
      {iterations !== undefined && (
        <span title={t('canvas.group.iterations', iterations)}>
          {iterations.ended}/{iterations.total}
        </span>
      )}
    </span>
  );
}

function Problems({ tabId, group }: { readonly tabId: TabId; readonly group: GroupRecord }) {
  const diagnostics = useNodeDiagnostics(tabId, group.id);
  const worst =
    diagnostics.find(({ severity }) => severity === 'error') ??
    diagnostics.find(({ severity }) => severity === 'warning');
  return worst === undefined ? null : <SeverityIcon severity={worst.severity} size={16} />;
}
