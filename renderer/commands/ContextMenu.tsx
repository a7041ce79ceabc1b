import { Menu } from '@mantine/core';
import { useStore } from 'zustand';
import { listContextMenu } from '../../src/actions/all-actions.ts';
import { ActionItems } from './ActionItems.tsx';
import classes from './ContextMenu.module.css';
import { closeContextMenu, contextMenuStore } from './context-menu.ts';

/** The context menu, wherever it was opened. */
export function ContextMenu() {
  const open = useStore(contextMenuStore, (state) => state.open);
  if (open === null) return null;
  const { place, point, tabId } = open;
  return (
    <Menu
      opened
      onClose={closeContextMenu}
      position="bottom-start"
      offset={0}
      withinPortal
      key={`${point.x},${point.y}`}
    >
      <Menu.Target>
        <span className={classes.anchor} style={{ left: point.x, top: point.y }} aria-hidden={true} />
      </Menu.Target>
      <Menu.Dropdown>
        <ActionItems groups={listContextMenu(place)} context={{ source: 'context', tabId, point, place }} />
      </Menu.Dropdown>
    </Menu>
  );
}
