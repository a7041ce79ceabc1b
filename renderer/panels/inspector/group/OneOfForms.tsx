import { useTranslation } from 'react-i18next';
import { setOneOfOutputs } from '../../../../src/model/edits/branches.ts';
import type { BranchesGroup, OneOfOutput } from '../../../../src/model/group.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { AddRow, RemoveRow } from '../fields/RowButtons.tsx';
import { Section } from '../fields/Section.tsx';
import formClasses from '../task/kubernetes/Form.module.css';
import classes from '../task/Task.module.css';
import { problemsBelow } from '../task/task-part-props.ts';
import type { GroupPartProps } from './group-part-props.ts';
import { outputsOfBranch, sourceFrom, withNewOutput, withSource } from './one-of-choices.ts';

/** What the branches give together: for each output, which task's output it is in each branch. */
export function OneOfForms(props: GroupPartProps<BranchesGroup>) {
  const { tabId, group, problems } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `one of ${group.id}`);
  const found = problemsBelow(problems, 'outputs');
  return (
    <Section id="oneOf" note={group.outputs.length === 0 ? undefined : String(group.outputs.length)}>
      {group.outputs.length === 0 && <p className={classes.quiet}>{t('inspector.oneOfHint')}</p>}
      {group.outputs.map((output) => (
        <OneOfForm key={output.name} {...props} output={output} />
      ))}
      {found.length > 0 && <FieldProblems tabId={tabId} problems={found} />}
      {canEdit && (
        <AddRow
          label={t('inspector.addOutput')}
          onClick={() =>
            gesture.step((document) => setOneOfOutputs(document, group.id, withNewOutput(document, group)))
          }
        />
      )}
    </Section>
  );
}

function OneOfForm(props: GroupPartProps<BranchesGroup> & { readonly output: OneOfOutput }) {
  const { tabId, document, group, output } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `one of ${group.id} ${output.name}`);
  const remove = (): void =>
    gesture.step((next) =>
      setOneOfOutputs(
        next,
        group.id,
        group.outputs.filter((other) => other !== output),
      ),
    );
  return (
    <fieldset className={formClasses.card} aria-label={output.name}>
      <legend className={classes.quiet}>{output.name}</legend>
      {group.branches.map((branch) => {
        const outputs = outputsOfBranch(document, branch);
        const choose = (key: string): void => {
          const source = outputs.find((choice) => choice.key === key)?.reference;
          const changed = withSource(document, group, output.name, branch, source);
          gesture.step((next) => setOneOfOutputs(next, group.id, changed));
        };
        return (
          <ChoiceField
            key={branch.body}
            tabId={tabId}
            field={`outputs.${output.name}.${branch.name}`}
            label={branch.displayName ?? branch.name}
            value={sourceFrom(output, outputs)?.key ?? ''}
            choices={[
              { value: '', label: t('values.notSet') },
              ...outputs.map(({ key, label }) => ({ value: key, label })),
            ]}
            onChange={choose}
          />
        );
      })}
      {canEdit && <RemoveRow className={formClasses.removeCard} name={output.name} onClick={remove} />}
    </fieldset>
  );
}
