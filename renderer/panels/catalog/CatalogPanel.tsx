import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';

/** The components of the opened folders. */
export function CatalogPanel() {
  const { t } = useTranslation();
  return <EmptyPlace title={t('catalogEmpty.title')} />;
}
