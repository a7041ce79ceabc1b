import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { Cell } from '../options/EnvironmentTable.tsx';
import { optionOf } from '../options/option-access.ts';
import { problemsBelow } from '../task-part-props.ts';
import classes from './Form.module.css';
import { type FormProps, labelOf } from './form-props.ts';

/** A list of texts, one in a row. */
export function WordList({ tabId, task, spec, path, problems }: FormProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  const words = (option.value ?? []) as readonly string[];
  const label = labelOf(t, spec);
  const field = `options.${path}`;
  return (
    <Field tabId={tabId} field={field} label={label} problems={problemsBelow(problems, field)}>
      {words.map((word, index) => (
        // A text changes while it is typed; its place does not.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <div key={index} className={classes.word}>
          <Cell
            label={t('inspector.numbered', { name: label, number: index + 1 })}
            value={word}
            readOnly={!canEdit}
            when="typing"
            onChange={(text) => optionOf(tabId, task, `${path}.${index}`).change(text)}
            onEnd={option.end}
            onRevert={option.revert}
          />
          {canEdit && (
            <ActionIcon
              size={26}
              aria-label={t('inspector.remove', {
                name: word || t('inspector.numbered', { name: label, number: index + 1 }),
              })}
              onClick={() => optionOf(tabId, task, `${path}.${index}`).set(undefined)}
            >
              <IconX size={14} aria-hidden={true} />
            </ActionIcon>
          )}
        </div>
      ))}
      {canEdit && (
        <Button
          className={classes.add ?? ''}
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} aria-hidden={true} />}
          onClick={() => option.set([...words, ''])}
        >
          {t('values.addEntry')}
        </Button>
      )}
    </Field>
  );
}
