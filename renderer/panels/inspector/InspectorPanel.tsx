import { IconLock } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import { MessageBar } from '../../parts/MessageBar.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { selectActiveTab, useCanEdit, useDocument, useSelection, useTabView } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { useFocusField } from './fields/use-focus-field.ts';
import { GroupInspector } from './group/GroupInspector.tsx';
import classes from './Inspector.module.css';
import { EdgeInspector } from './other/EdgeInspector.tsx';
import { ManyInspector } from './other/ManyInspector.tsx';
import { NoteInspector } from './other/NoteInspector.tsx';
import { PipelineInspector } from './pipeline/PipelineInspector.tsx';
import { type Subject, subjectOf } from './subject.ts';
import { TaskInspector } from './task/TaskInspector.tsx';

/** What is selected, in fields. Nothing selected shows the pipeline itself. */
export function InspectorPanel() {
  const { t } = useTranslation();
  const tabId = useApp(selectActiveTab);
  if (tabId === null) return <EmptyPlace title={t('inspector.noPipeline')} hint={t('inspector.noPipelineHint')} />;
  return <TabInspector key={tabId} tabId={tabId} />;
}

function TabInspector({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const selection = useSelection(tabId);
  const pipeline = useTabView(tabId)?.pipeline ?? document.root;
  const canEdit = useCanEdit(tabId);
  const panel = useRef<HTMLDivElement>(null);
  useFocusField(tabId, panel);
  const subject = useMemo(() => subjectOf(document, pipeline, selection), [document, pipeline, selection]);
  const shown = `${subject.kind} ${[...selection.nodes, ...selection.edges].join(' ')} ${pipeline}`;
  // Something else is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what it depends on
  useEffect(() => {
    // Newer browsers give a promise back, which is no clean-up.
    void panel.current?.scrollTo({ top: 0 });
  }, [shown]);
  return (
    <div ref={panel} className={classes.panel} data-testid="inspector" data-subject={subject.kind}>
      {!canEdit && (
        <MessageBar kind="info" icon={<IconLock size={14} aria-hidden={true} />} message={t('inspector.readOnly')} />
      )}
      <SubjectView tabId={tabId} subject={subject} />
    </div>
  );
}

function SubjectView({ tabId, subject }: { readonly tabId: TabId; readonly subject: Subject }) {
  switch (subject.kind) {
    case 'task':
      return <TaskInspector key={subject.task} tabId={tabId} taskId={subject.task} />;
    case 'group':
      return <GroupInspector key={subject.group} tabId={tabId} groupId={subject.group} />;
    case 'note':
      return <NoteInspector key={subject.note} tabId={tabId} noteId={subject.note} />;
    case 'edge':
      return <EdgeInspector tabId={tabId} edge={subject.edge} />;
    case 'many':
      return <ManyInspector tabId={tabId} subject={subject} />;
    case 'pipeline': {
      const { pipeline, only } = subject;
      return (
        <PipelineInspector
          key={`${pipeline} ${only ?? ''}`}
          tabId={tabId}
          pipelineId={pipeline}
          {...(only === undefined ? {} : { only })}
        />
      );
    }
  }
}
