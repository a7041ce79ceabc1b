import { useTranslation } from 'react-i18next';
import type { Reference } from '../../../../src/model/argument.ts';
import { setLoopItems, setParallelism } from '../../../../src/model/edits/groups.ts';
import type { LoopGroup } from '../../../../src/model/group.ts';
import { ValueEditor } from '../../../parts/value-editors/ValueEditor.tsx';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from '../fields/Field.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { ReferenceChip } from '../references/ReferenceChip.tsx';
import { ReferencePicker } from '../references/ReferencePicker.tsx';
import { problemsAt, problemsBelow } from '../task/task-part-props.ts';
import type { GroupPartProps } from './group-part-props.ts';

/** What a loop goes over, and how much of it at one time. */
export function LoopForm({ tabId, pipeline, group, problems }: GroupPartProps<LoopGroup>) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const limit = gestureOf(tabId, `loop ${group.id} parallelism`);
  const gesture = gestureOf(tabId, `loop ${group.id} items`);
  const { items } = group;
  const goOver = (reference: Reference): void =>
    gesture.step((document) => setLoopItems(document, group.id, { kind: 'reference', reference }));
  const picker = (
    <ReferencePicker
      tabId={tabId}
      pipeline={pipeline}
      place={{ kind: 'items', group: group.id }}
      label={t('inspector.connectPort', { name: t('inspector.items') })}
      onPick={goOver}
    />
  );
  return (
    <>
      <Field
        tabId={tabId}
        field="items"
        label={t('inspector.items')}
        problems={problemsBelow(problems, 'items')}
        {...(canEdit ? { tools: picker } : {})}
      >
        {items.kind === 'constant' ? (
          <ValueEditor
            type="LIST"
            label={t('inspector.items')}
            value={[...items.items]}
            readOnly={!canEdit}
            onChange={(value) =>
              gesture.edit((document) =>
                setLoopItems(document, group.id, { kind: 'constant', items: Array.isArray(value) ? value : [] }),
              )
            }
            onEnd={gesture.end}
            onRevert={gesture.revert}
          />
        ) : (
          <ReferenceChip
            tabId={tabId}
            pipeline={pipeline}
            reference={items.reference}
            onRemove={() =>
              gesture.step((document) => setLoopItems(document, group.id, { kind: 'constant', items: [] }))
            }
          />
        )}
      </Field>
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
        onChange={(value) => limit.edit((document) => setParallelism(document, group.id, value))}
        onEnd={limit.end}
        onRevert={limit.revert}
      />
    </>
  );
}
