import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';

/** Log and outputs of one task of a run. */
export function TaskRunPanel() {
  const { t } = useTranslation();
  return <EmptyPlace title={t('taskRunEmpty.title')} />;
}
