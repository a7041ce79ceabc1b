import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { optionOf } from '../options/option-access.ts';
import { SettingField } from '../options/SettingField.tsx';
import classes from './Form.module.css';
import { type FormProps, labelOf } from './form-props.ts';

/** A list of settings that may each refer to a value. */
export function SettingList(props: FormProps) {
  const { tabId, task, spec, path } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  const settings = (option.value ?? []) as readonly unknown[];
  const label = labelOf(t, spec);
  return (
    <Field tabId={tabId} field={`options.${path}`} label={label}>
      {settings.map((_, index) => {
        const name = t('inspector.numbered', { name: label, number: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <div key={index} className={classes.word}>
            <SettingField {...props} path={`${path}.${index}`} label={name} isNeeded={true} />
            {canEdit && (
              <ActionIcon
                size={26}
                aria-label={t('inspector.remove', { name })}
                onClick={() => optionOf(tabId, task, `${path}.${index}`).set(undefined)}
              >
                <IconX size={14} aria-hidden={true} />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {canEdit && (
        <Button
          className={classes.add ?? ''}
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} aria-hidden={true} />}
          onClick={() => option.set([...settings, ''])}
        >
          {t('values.addEntry')}
        </Button>
      )}
    </Field>
  );
}
