import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Action } from '../../src/actions/all-actions.ts';
import { describeCombination, keysOf } from '../../src/actions/keys.ts';
import { useSentence } from '../i18n/use-sentence.ts';
import { Icon } from '../parts/Icon.tsx';
import { getState, useApp } from '../state/store.ts';
import { actionState } from './action-state.ts';
import type { CommandContext } from './binding.ts';
import { KEY_PLATFORM } from './key-handling.ts';
import { runCommand } from './run-command.ts';

export interface ActionItemsProps {
  readonly groups: readonly (readonly Action[])[];
  readonly context: Partial<CommandContext> & Pick<CommandContext, 'source'>;
}

/** Actions as items of an open menu, which follow the state while it is open. */
export function ActionItems({ groups, context }: ActionItemsProps) {
  const state = getState();
  const shown = groups
    .map((group) => group.filter((action) => actionState(action, state).visible))
    .filter((group) => group.length > 0);
  return shown.map((group, index) => (
    <Fragment key={group[0]?.id}>
      {index > 0 && <Menu.Divider />}
      {group.map((action) => (
        <ActionItem key={action.id} action={action} context={context} />
      ))}
    </Fragment>
  ));
}

function ActionItem({ action, context }: { readonly action: Action; readonly context: ActionItemsProps['context'] }) {
  const say = useSentence();
  const enabled = useApp((state) => actionState(action, state).enabled);
  const checked = useApp((state) => actionState(action, state).checked);
  const [key] = keysOf(action, getState().live.settings.keys);
  const mark = checked === true ? <IconCheck size={14} aria-hidden={true} /> : <Icon name={action.icon} size={15} />;
  return (
    <Menu.Item
      disabled={!enabled}
      leftSection={<span data-menu-icon>{checked === undefined ? <Icon name={action.icon} size={15} /> : mark}</span>}
      rightSection={key === undefined ? null : <kbd data-menu-key>{describeCombination(key, KEY_PLATFORM)}</kbd>}
      {...(checked === undefined ? {} : { role: 'menuitemcheckbox', 'aria-checked': checked })}
      onClick={() => runCommand(action.id, context)}
    >
      {say(`action.${action.id}`)}
    </Menu.Item>
  );
}
