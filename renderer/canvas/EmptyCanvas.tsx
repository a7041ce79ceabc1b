import { IconArrowBigLeftLines, IconPointer } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './EmptyCanvas.module.css';

/** What an empty drawing says: what to do next. */
export function EmptyCanvas({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const Drawing = canEdit ? IconArrowBigLeftLines : IconPointer;
  return (
    <div className={classes.place}>
      <Drawing size={30} stroke={1.3} aria-hidden={true} />
      <p className={classes.title}>{t('canvas.emptyTitle')}</p>
      <p className={classes.text}>{t(canEdit ? 'canvas.emptyText' : 'canvas.emptyTextReadOnly')}</p>
    </div>
  );
}
