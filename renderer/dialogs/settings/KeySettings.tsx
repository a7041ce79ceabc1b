import { ActionIcon } from '@mantine/core';
import { IconRestore, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIONS, type Action } from '../../../src/actions/all-actions.ts';
import { combinationOf, describeCombination, indexKeys, keysOf } from '../../../src/actions/keys.ts';
import { commandOf } from '../../commands/binding.ts';
import { KEY_PLATFORM } from '../../commands/key-handling.ts';
import { perform } from '../../commands/run-command.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { changeSettings } from '../../state/settings.ts';
import { getState, useApp } from '../../state/store.ts';
import classes from './SettingsDialog.module.css';
import { SettingRow } from './SettingsSection.tsx';
import { useMatches } from './search.ts';

/** The key of every action, to be changed by pressing another one. */
export function KeySettings() {
  return ACTIONS.filter((action) => commandOf(action.id) !== undefined).map((action) => (
    <KeyRow key={action.id} action={action} />
  ));
}

function KeyRow({ action }: { readonly action: Action }) {
  const { t } = useTranslation();
  const say = useSentence();
  const custom = useApp((state) => state.live.settings.keys);
  const label = say(`action.${action.id}`).replace(/…$/, '');
  const [key] = keysOf(action, custom);
  const clash = key === undefined ? undefined : clashOf(action, key, custom);
  if (!useMatches(label, key ?? '', t('settings.keys'))) return null;
  return (
    <SettingRow
      label={label}
      hint={clash === undefined ? undefined : t('settings.clash', { action: say(`action.${clash.id}`) })}
    >
      <KeyField action={action} label={label} current={key} />
      <ActionIcon
        aria-label={t('settings.noKey', { action: label })}
        disabled={key === undefined}
        onClick={() => setKey(action, null)}
      >
        <IconX size={14} aria-hidden={true} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('settings.defaultKey', { action: label })}
        disabled={custom[action.id] === undefined}
        onClick={() => setKey(action, undefined)}
      >
        <IconRestore size={14} aria-hidden={true} />
      </ActionIcon>
    </SettingRow>
  );
}

interface KeyFieldProps {
  readonly action: Action;
  readonly label: string;
  readonly current: string | undefined;
}

function KeyField({ action, label, current }: KeyFieldProps) {
  const { t } = useTranslation();
  const [listening, setListening] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!listening) return;
    const combination = combinationOf(event.nativeEvent, KEY_PLATFORM);
    event.preventDefault();
    event.stopPropagation();
    if (combination === '') return;
    setListening(false);
    if (combination !== 'Escape') setKey(action, combination);
  };
  const shown = current === undefined ? t('settings.unset') : describeCombination(current, KEY_PLATFORM);
  return (
    <button
      type="button"
      className={classes.key}
      aria-label={t('settings.changeKey', { action: label, key: shown })}
      onClick={() => setListening(true)}
      onBlur={() => setListening(false)}
      onKeyDown={onKeyDown}
    >
      {listening ? t('settings.pressKey') : shown}
    </button>
  );
}

function clashOf(action: Action, key: string, custom: { readonly [id: string]: string | null }): Action | undefined {
  return indexKeys(ACTIONS, custom)
    .get(key)
    ?.find((other) => other.id !== action.id && commandOf(other.id) !== undefined);
}

function setKey(action: Action, key: string | null | undefined): void {
  const { [action.id]: _, ...others } = getState().live.settings.keys;
  void perform(() => changeSettings({ keys: key === undefined ? others : { ...others, [action.id]: key } }));
}
