import { useTranslation } from 'react-i18next';
import type { TabId } from '../../../state/documents-slice.ts';
import { focusField } from '../../../state/looking.ts';
import { goToNode } from '../references/go-to-source.ts';
import type { OutputUser } from '../task/output-users.ts';
import classes from './UserLinks.module.css';

interface UserLinksProps {
  readonly tabId: TabId;
  readonly users: readonly OutputUser[];
}

/** Who uses something, each to go to. */
export function UserLinks({ tabId, users }: UserLinksProps) {
  const { t } = useTranslation();
  if (users.length === 0) return <p className={classes.users}>{t('inspector.usedNowhere')}</p>;
  const go = (user: OutputUser): void => {
    goToNode(tabId, user.key);
    if (user.kind === 'pipeline-output') focusField(tabId, `output:${user.name}`);
  };
  return (
    <p className={classes.users}>
      {t('inspector.usedBy')}
      {users.map((user) => (
        <button
          key={`${user.kind} ${user.key} ${user.name}`}
          type="button"
          className={classes.user}
          onClick={() => go(user)}
        >
          {user.kind === 'pipeline-output' ? t('inspector.outputNamed', { name: user.name }) : user.name}
        </button>
      ))}
    </p>
  );
}
