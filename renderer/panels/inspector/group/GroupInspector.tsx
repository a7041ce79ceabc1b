import { IconDoorExit, IconGitBranch, IconRepeat } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import { setParallelism } from '../../../../src/model/edits/groups.ts';
import { setDisplayName } from '../../../../src/model/edits/rename-task.ts';
import type { GroupRecord } from '../../../../src/model/group.ts';
import type { GroupId } from '../../../../src/model/ids.ts';
import { bodiesOfGroup, nodesBelow, pipelineOfBody } from '../../../../src/model/lookups.ts';
import { formatConstant } from '../../../parts/value-editors/constant-text.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useDocument, useNodeDiagnostics } from '../../../state/hooks.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { Section } from '../fields/Section.tsx';
import { SubjectHeader } from '../fields/SubjectHeader.tsx';
import { TextField } from '../fields/TextField.tsx';
import { goToNode } from '../references/go-to-source.ts';
import { ReferenceChip } from '../references/ReferenceChip.tsx';
import classes from '../task/Task.module.css';
import { problemsAt } from '../task/task-part-props.ts';
import { wordsOfCondition } from './condition-words.ts';

const DRAWINGS = { branches: IconGitBranch, loop: IconRepeat, 'exit-handler': IconDoorExit } as const;

/** A group: what kind it is, what decides about it, and what it holds. */
export function GroupInspector({ tabId, groupId }: { readonly tabId: TabId; readonly groupId: GroupId }) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const problems = useNodeDiagnostics(tabId, groupId);
  const group = document.groups.get(groupId);
  const general = useMemo(() => problems.filter(({ place }) => place.field !== 'parallelism'), [problems]);
  if (group === undefined) return null;
  const gesture = gestureOf(tabId, `group ${groupId}`);
  return (
    <>
      <SubjectHeader
        icon={DRAWINGS[group.kind]}
        title={group.displayName ?? t(`inspector.groupKind.${group.kind}`)}
        subtitle={group.name}
      />
      {general.length > 0 && (
        <div className="inspector-problems">
          <FieldProblems tabId={tabId} problems={general} />
        </div>
      )}
      <Section id="general">
        <TextField
          tabId={tabId}
          field="displayName"
          layout="line"
          label={t('inspector.displayName')}
          value={group.displayName}
          placeholder={group.name}
          onChange={(name) => gesture.edit((next) => setDisplayName(next, groupId, name ?? ''))}
          onEnd={gesture.end}
          onRevert={gesture.revert}
        />
        {group.kind === 'loop' && (
          <NumberField
            tabId={tabId}
            field="parallelism"
            layout="line"
            label={t('inspector.parallelism')}
            value={group.parallelism}
            kind="whole"
            least={0}
            placeholder={t('inspector.noLimit')}
            problems={problemsAt(problems, 'parallelism')}
            onChange={(value) => gesture.edit((next) => setParallelism(next, groupId, value))}
            onEnd={gesture.end}
            onRevert={gesture.revert}
          />
        )}
        <GroupFacts tabId={tabId} document={document} group={group} />
      </Section>
    </>
  );
}

interface GroupPartProps {
  readonly tabId: TabId;
  readonly document: PipelineDocument;
  readonly group: GroupRecord;
}

function GroupFacts({ tabId, document, group }: GroupPartProps) {
  const { t } = useTranslation();
  const contents = bodiesOfGroup(group).flatMap((body) => nodesBelow(document, body));
  return (
    <dl className={classes.facts}>
      {group.kind === 'loop' && (
        <>
          <dt>{t('inspector.items')}</dt>
          <dd>
            {group.items.kind === 'constant' ? (
              <code>{formatConstant(group.items.items)}</code>
            ) : (
              <ReferenceChip
                tabId={tabId}
                pipeline={pipelineOfBody(document, group.parent)}
                reference={group.items.reference}
              />
            )}
          </dd>
        </>
      )}
      {group.kind === 'exit-handler' && group.exitTask !== undefined && (
        <>
          <dt>{t('inspector.exitTask')}</dt>
          <dd>{document.tasks.get(group.exitTask)?.name}</dd>
        </>
      )}
      {group.kind === 'branches' &&
        group.branches.map((branch) => (
          <div key={branch.name} style={{ display: 'contents' }}>
            <dt>{branch.displayName ?? branch.name}</dt>
            <dd>
              {branch.condition === undefined ? (
                t('inspector.else')
              ) : (
                <code>{wordsOfCondition(document, branch.condition)}</code>
              )}
            </dd>
          </div>
        ))}
      <dt>{t('inspector.holds')}</dt>
      <dd>
        {contents.map((node) => (
          <button key={node.id} type="button" className={classes.heldNode} onClick={() => goToNode(tabId, node.id)}>
            {node.displayName ?? node.name}
          </button>
        ))}
      </dd>
    </dl>
  );
}
