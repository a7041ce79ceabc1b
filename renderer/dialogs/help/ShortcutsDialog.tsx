import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MENU_PLACES } from '../../../src/actions/action.ts';
import { ACTIONS, type Action } from '../../../src/actions/all-actions.ts';
import { describeCombination, keysOf } from '../../../src/actions/keys.ts';
import { commandOf } from '../../commands/binding.ts';
import { KEY_PLATFORM } from '../../commands/key-handling.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { useApp } from '../../state/store.ts';
import classes from './HelpDialogs.module.css';

/** Every key on one sheet, as it is set now. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const custom = useApp((state) => state.live.settings.keys);
  return (
    <Modal opened onClose={onClose} title={t('help.shortcuts')} size={760}>
      <div className={classes.sheet}>
        {MENU_PLACES.map((place) => {
          const actions = ACTIONS.filter((action) => areaOf(action) === place && keysOf(action, custom).length > 0);
          if (actions.length === 0) return null;
          return (
            <section key={place} className={classes.group}>
              <h3 className={classes.heading}>{say(`menu.${place}`)}</h3>
              <dl className={classes.keys}>
                {actions.map((action) => (
                  <div key={action.id} className={classes.line}>
                    <dt>{say(`action.${action.id}`).replace(/…$/, '')}</dt>
                    <dd>
                      {keysOf(action, custom).map((key) => (
                        <kbd key={key} className={classes.key}>
                          {describeCombination(key, KEY_PLATFORM)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}

/** The menu an action belongs to: its own, or that of its area. Unbound actions belong nowhere. */
function areaOf(action: Action): string | undefined {
  if (commandOf(action.id) === undefined) return undefined;
  return action.menu?.place ?? action.id.split('.')[0];
}
