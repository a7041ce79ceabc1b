import { useTranslation } from 'react-i18next';
import { BrandMark } from '../parts/BrandMark.tsx';
import { EmptyPlace } from '../parts/EmptyPlace.tsx';

/** What a page without this launch's token shows: how to get in. */
export function NoAccessPage() {
  const { t } = useTranslation();
  return (
    <main data-testid="no-access" style={{ height: '100%' }}>
      <EmptyPlace icon={<BrandMark size={40} />} title={t('noAccess.title')} hint={t('noAccess.hint')} />
    </main>
  );
}
