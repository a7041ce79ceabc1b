import { NativeSelect, NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src/api/settings.ts';
import { perform } from '../../commands/run-command.ts';
import { changeSettings } from '../../state/settings.ts';
import { useApp } from '../../state/store.ts';
import { SettingRow } from './SettingsSection.tsx';
import { useMatches } from './search.ts';

type KeysOf<Value> = { [Key in keyof Settings]: Settings[Key] extends Value ? Key : never }[keyof Settings];
type ChoiceName = 'theme' | 'language' | 'engine';

/** A setting that is on or off. */
export function SwitchSetting({ setting }: { readonly setting: KeysOf<boolean> }) {
  const { label, hint, id } = useWords(setting);
  const value = useApp((state) => state.live.settings[setting]);
  if (!useMatches(label, hint)) return null;
  return (
    <SettingRow label={label} hint={hint} labelFor={id}>
      <Switch
        id={id}
        checked={value}
        onChange={(event) => void perform(() => changeSettings({ [setting]: event.currentTarget.checked }))}
      />
    </SettingRow>
  );
}

/** A setting that is one of a few. */
export function ChoiceSetting({
  setting,
  choices,
}: {
  readonly setting: ChoiceName;
  readonly choices: readonly string[];
}) {
  const { t } = useTranslation();
  const { label, hint, id } = useWords(setting);
  const value = useApp((state) => state.live.settings[setting]);
  if (!useMatches(label, hint)) return null;
  return (
    <SettingRow label={label} hint={hint} labelFor={id}>
      <NativeSelect
        id={id}
        value={value}
        data={choices.map((choice) => ({
          value: choice,
          label: t(`settings.choices.${setting}.${choice}` as 'settings.title'),
        }))}
        onChange={(event) => void perform(() => changeSettings({ [setting]: event.currentTarget.value }))}
      />
    </SettingRow>
  );
}

export interface NumberSettingProps {
  readonly setting: KeysOf<number>;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A setting that is a number. Counts when the field is left. */
export function NumberSetting({ setting, min, max, step }: NumberSettingProps) {
  const { label, hint, id } = useWords(setting);
  const value = useApp((state) => state.live.settings[setting]);
  if (!useMatches(label, hint)) return null;
  return (
    <SettingRow label={label} hint={hint} labelFor={id}>
      <NumberInput
        key={value}
        id={id}
        w={110}
        min={min}
        max={max}
        step={step}
        clampBehavior="blur"
        defaultValue={value}
        onBlur={(event) => {
          const next = Math.min(max, Math.max(min, Number(event.currentTarget.value)));
          if (Number.isFinite(next) && next !== value) void perform(() => changeSettings({ [setting]: next }));
        }}
      />
    </SettingRow>
  );
}

function useWords(setting: string): { readonly label: string; readonly hint: string; readonly id: string } {
  const { t, i18n } = useTranslation();
  const hintKey = `settings.hints.${setting}`;
  return {
    label: t(`settings.names.${setting}` as 'settings.title'),
    hint: i18n.exists(hintKey) ? t(hintKey as 'settings.title') : '',
    id: `setting-${setting}`,
  };
}
