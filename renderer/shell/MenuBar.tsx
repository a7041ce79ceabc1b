import { Menubar } from '@mantine/core';
import { useState } from 'react';
import { MENU_PLACES } from '../../src/actions/action.ts';
import { listMenu } from '../../src/actions/all-actions.ts';
import { ActionItems } from '../commands/ActionItems.tsx';
import { useSentence } from '../i18n/use-sentence.ts';
import classes from './MenuBar.module.css';

/** The menu bar of the page, where the host has no native one. Built from the actions. */
export function MenuBar() {
  const say = useSentence();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Menubar
      openIndex={open}
      onOpenChange={setOpen}
      classNames={{ root: classes.root ?? '', target: classes.target ?? '' }}
      aria-label={say('menu.bar')}
    >
      {MENU_PLACES.map((place, index) => (
        <Menubar.Menu key={place} width={260}>
          <Menubar.Target>{say(`menu.${place}`)}</Menubar.Target>
          <Menubar.Dropdown>
            {open === index && <ActionItems groups={listMenu(place)} context={{ source: 'menu' }} />}
          </Menubar.Dropdown>
        </Menubar.Menu>
      ))}
    </Menubar>
  );
}
