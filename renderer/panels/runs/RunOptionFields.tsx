import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../state/store.ts';
import classes from './RunForm.module.css';

/** How a run is carried out, besides its values. */
export interface RunOptions {
  readonly name: string;
  readonly caching: boolean;
  /** Tasks at one time; null: as the settings say. */
  readonly parallelism: number | null;
}

export interface RunOptionFieldsProps {
  readonly options: RunOptions;
  readonly pipelineName: string;
  readonly onChange: (options: RunOptions) => void;
}

const MOST_AT_ONE_TIME = 256;

/** Name, caching and parallelism of a run. */
export function RunOptionFields({ options, pipelineName, onChange }: RunOptionFieldsProps) {
  const { t } = useTranslation();
  const setting = useApp((state) => state.live.settings.runParallelism);
  const cores = useApp((state) => state.live.host?.cores ?? 1);
  const setParallelism = (value: number | string): void => {
    const valid = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_AT_ONE_TIME;
    onChange({ ...options, parallelism: valid ? value : null });
  };
  return (
    <fieldset className={classes.options}>
      <legend>{t('runDialog.options')}</legend>
      <TextInput
        label={t('runDialog.name')}
        placeholder={pipelineName}
        maxLength={1024}
        value={options.name}
        onChange={(event) => onChange({ ...options, name: event.currentTarget.value })}
      />
      <NumberInput
        label={t('runDialog.parallelism')}
        placeholder={String(setting === 0 ? cores : setting)}
        min={1}
        max={MOST_AT_ONE_TIME}
        allowDecimal={false}
        value={options.parallelism ?? ''}
        onChange={setParallelism}
      />
      <Switch
        className={classes.caching ?? ''}
        label={t('runDialog.caching')}
        description={t('runDialog.cachingHint')}
        checked={options.caching}
        onChange={(event) => onChange({ ...options, caching: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
