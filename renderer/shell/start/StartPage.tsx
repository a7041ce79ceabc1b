import { Button } from '@mantine/core';
import { IconFile, IconFileImport, IconFilePlus, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/run-command.ts';
import { BrandMark } from '../../parts/BrandMark.tsx';
import { ExampleCards } from './ExampleCards.tsx';
import { OpenFolders } from './OpenFolders.tsx';
import { RecentList } from './RecentList.tsx';
import classes from './StartPage.module.css';

/** Where a session begins: what can be opened, what was open, and what to try. */
export function StartPage() {
  const { t } = useTranslation();
  return (
    <div className={classes.scroller} data-testid="start-page" data-region="start">
      <div className={classes.page}>
        <header className={classes.head}>
          <BrandMark size={40} />
          <div>
            <h1 className={classes.title}>{t('start.title')}</h1>
            <p className={classes.lead}>{t('start.lead')}</p>
          </div>
        </header>
        <div className={classes.actions}>
          <Button leftSection={<IconFilePlus size={16} aria-hidden={true} />} onClick={() => start('file.new')}>
            {t('start.new')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFolder size={16} aria-hidden={true} />}
            onClick={() => start('file.openFolder')}
          >
            {t('start.openFolder')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFile size={16} aria-hidden={true} />}
            onClick={() => start('file.open')}
          >
            {t('start.openFile')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden={true} />}
            onClick={() => start('file.import')}
          >
            {t('start.import')}
          </Button>
        </div>
        <div className={classes.columns}>
          <div className={classes.main}>
            <ExampleCards kind="example" />
            <ExampleCards kind="template" />
          </div>
          <div className={classes.side}>
            <OpenFolders />
            <RecentList />
          </div>
        </div>
      </div>
    </div>
  );
}

function start(id: 'file.new' | 'file.openFolder' | 'file.open' | 'file.import'): void {
  runCommand(id, { source: 'toolbar' });
}
