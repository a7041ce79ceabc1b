import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnsetWords } from './use-unset-words.ts';
import type { ValueEditorProps } from './value-editor-props.ts';
import classes from './values.module.css';

/** True or false. While it is not set it says so and stands as its default would. */
export function SwitchEditor(props: ValueEditorProps) {
  const { value, standard, label, id, describedBy, readOnly = false, onChange, onEnd } = props;
  const { t } = useTranslation();
  const unsetWords = useUnsetWords(props);
  const word = value === undefined ? unsetWords : t(value === true ? 'values.true' : 'values.false');
  const change = (checked: boolean): void => {
    onChange(checked);
    onEnd();
  };
  return (
    <Switch
      {...(id === undefined ? {} : { id })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      aria-label={label}
      className={classes.switch ?? ''}
      checked={(value ?? standard) === true}
      data-unset={value === undefined}
      disabled={readOnly}
      label={<span className={value === undefined ? classes.unset : undefined}>{word}</span>}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
}
