import { Modal } from '@mantine/core';
import { marked } from 'marked';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import changelog from '../../../CHANGELOG.md?raw';
import { SafeHtml } from '../../parts/SafeHtml.tsx';
import classes from './HelpDialogs.module.css';

/** The changes of every version, as they are written down. */
export function WhatsNewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const html = useMemo(() => marked.parse(changelog.replace(/^# .*\n/, ''), { async: false }), []);
  return (
    <Modal opened onClose={onClose} title={t('help.whatsNew')} size={640}>
      <SafeHtml html={html} className={classes.prose ?? ''} />
    </Modal>
  );
}
