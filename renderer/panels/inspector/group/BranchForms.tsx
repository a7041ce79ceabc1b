import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addBranch, removeBranch } from '../../../../src/model/edits/branches.ts';
import type { Branch, BranchesGroup, Condition } from '../../../../src/model/group.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { gestureOf } from '../fields/gesture.ts';
import { AddRow, RemoveRow } from '../fields/RowButtons.tsx';
import { Section } from '../fields/Section.tsx';
import formClasses from '../task/kubernetes/Form.module.css';
import classes from '../task/Task.module.css';
import { ConditionForm } from './ConditionForm.tsx';
import type { GroupPartProps } from './group-part-props.ts';

/** The branches in the order they are tried, each with its condition. */
export function BranchForms(props: GroupPartProps<BranchesGroup>) {
  const { tabId, group } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `branches ${group.id}`);
  const hasElse = group.branches.length > 1 && group.branches.at(-1)?.condition === undefined;
  const add = (condition?: Condition): void => gesture.step((document) => addBranch(document, group.id, condition));
  const [first] = group.branches;
  return (
    <Section id="branches" note={String(group.branches.length)}>
      {group.branches.map((branch, index) => (
        <BranchForm key={branch.body} {...props} branch={branch} index={index} />
      ))}
      {canEdit && (
        <Group gap="xs">
          <AddRow label={t('inspector.addElif')} onClick={() => add(nextCondition(first?.condition))} />
          {!hasElse && <AddRow label={t('inspector.addElse')} onClick={() => add()} />}
        </Group>
      )}
    </Section>
  );
}

/** Another question about what the first branch asks about. */
function nextCondition(first: Condition | undefined): Condition {
  return first?.kind === 'comparison'
    ? first
    : {
        kind: 'comparison',
        left: { kind: 'value', value: '' },
        operator: '==',
        right: { kind: 'value', value: '' },
      };
}

type BranchFormProps = GroupPartProps<BranchesGroup> & { readonly branch: Branch; readonly index: number };

function BranchForm({ branch, index, ...props }: BranchFormProps) {
  const { tabId, group } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const kind = branch.condition === undefined ? 'else' : index === 0 ? 'if' : 'elif';
  const name = `${t(`inspector.branchKind.${kind}`)} · ${branch.name}`;
  const remove = (): void =>
    gestureOf(tabId, `branches ${group.id}`).step((document) => removeBranch(document, group.id, branch.body));
  return (
    <fieldset className={formClasses.card} aria-label={name} data-branch={branch.name}>
      <legend className={classes.quiet}>{name}</legend>
      {branch.condition === undefined ? (
        <p className={classes.quiet}>{t('inspector.elseHint')}</p>
      ) : (
        <ConditionForm {...props} branch={branch} field={`branches.${index}.condition`} condition={branch.condition} />
      )}
      {canEdit && group.branches.length > 1 && (
        <RemoveRow className={formClasses.removeCard} name={name} onClick={remove} />
      )}
    </fieldset>
  );
}
