import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';

/** The runs on this machine. */
export function RunsPanel() {
  const { t } = useTranslation();
  return <EmptyPlace title={t('runsEmpty.title')} />;
}
