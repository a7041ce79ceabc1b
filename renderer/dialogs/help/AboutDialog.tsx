import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../parts/BrandMark.tsx';
import { useApp } from '../../state/store.ts';
import classes from './HelpDialogs.module.css';
import { LICENCES, versionOf } from './licences.ts';

/** What this is, which version, and the licences of everything in it. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const host = useApp((state) => state.live.host);
  return (
    <Modal opened onClose={onClose} title={t('help.about')} size={640}>
      <div className={classes.brand}>
        <BrandMark size={44} />
        <div>
          <p className={classes.name}>Pipewright {host?.version}</p>
          <p className={classes.text}>{t('help.tagline')}</p>
        </div>
      </div>
      <p className={classes.text}>{t('help.licence')}</p>
      <h3 className={classes.heading}>{t('help.included')}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('help.package')}</th>
            <th scope="col">{t('help.version')}</th>
            <th scope="col">{t('help.licenceColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {LICENCES.map(({ name, licence }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{versionOf(name)}</td>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
