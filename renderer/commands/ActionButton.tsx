import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { type ActionId, findAction } from '../../src/actions/all-actions.ts';
import { describeCombination, keysOf } from '../../src/actions/keys.ts';
import { useSentence } from '../i18n/use-sentence.ts';
import { Icon } from '../parts/Icon.tsx';
import { useApp } from '../state/store.ts';
import { actionState } from './action-state.ts';
import type { CommandContext } from './binding.ts';
import { KEY_PLATFORM } from './key-handling.ts';
import { runCommand } from './run-command.ts';

export interface ActionButtonProps {
  readonly id: ActionId;
  /** With its label beside the icon. */
  readonly labelled?: boolean;
  readonly main?: boolean;
  readonly context?: Partial<CommandContext>;
}

/** An action as a button: icon, tooltip with its key, disabled when it cannot be done now. */
export function ActionButton({ id, labelled = false, main = false, context = {} }: ActionButtonProps) {
  const say = useSentence();
  const action = findAction(id);
  const enabled = useApp((state) => action !== undefined && actionState(action, state).enabled);
  const visible = useApp((state) => action !== undefined && actionState(action, state).visible);
  const checked = useApp((state) => (action === undefined ? undefined : actionState(action, state).checked));
  const customKeys = useApp((state) => state.live.settings.keys);
  if (action === undefined || !visible) return null;
  const [key] = keysOf(action, customKeys);
  const label = say(`action.${id}`).replace(/…$/, '');
  const run = (): void => void runCommand(id, { source: 'toolbar', ...context });
  const hint = key === undefined ? label : `${label} (${describeCombination(key, KEY_PLATFORM)})`;
  const state = checked === undefined ? {} : { 'aria-pressed': checked, 'data-checked': checked };
  return (
    <Tooltip label={hint}>
      {labelled ? (
        <Button
          size="xs"
          variant={main ? 'filled' : 'default'}
          disabled={!enabled}
          leftSection={<Icon name={action.icon} size={15} />}
          onClick={run}
          {...state}
        >
          {label}
        </Button>
      ) : (
        <ActionIcon disabled={!enabled} aria-label={label} onClick={run} {...state}>
          <Icon name={action.icon} size={17} />
        </ActionIcon>
      )}
    </Tooltip>
  );
}
