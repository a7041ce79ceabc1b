import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';

/** What is selected, in fields. */
export function InspectorPanel() {
  const { t } = useTranslation();
  return <EmptyPlace title={t('inspectorEmpty.title')} />;
}
