import { UnstyledButton } from '@mantine/core';
import { IconFileVector } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineFileInfo, WorkspaceInfo } from '../../../src/api/results.ts';
import { perform } from '../../commands/run-command.ts';
import { openFile } from '../../files/open.ts';
import { callHost, getHost } from '../../state/host-access.ts';
import { useApp } from '../../state/store.ts';
import classes from './StartPage.module.css';

/** The pipelines of the opened folders. */
export function OpenFolders() {
  const workspaces = useApp((state) => state.live.workspaces);
  return workspaces.map((workspace) => <FolderPipelines key={workspace.root} workspace={workspace} />);
}

function FolderPipelines({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  const pipelines = usePipelines(workspace.root);
  return (
    <section className={classes.section} aria-label={workspace.name}>
      <h2 className={classes.heading} title={workspace.root}>
        {t('start.folder', { name: workspace.name })}
      </h2>
      {pipelines.length === 0 && <p className={classes.hint}>{t('start.folderEmpty')}</p>}
      <ul className={classes.list}>
        {pipelines.map((file) => (
          <li key={file.path} className={classes.row}>
            <UnstyledButton className={classes.rowButton ?? ''} onClick={() => perform(() => openFile(file.path))}>
              <IconFileVector size={16} stroke={1.6} aria-hidden={true} />
              <span className={classes.rowTitle}>{file.relativePath.replace(/\.pipeline\.ya?ml$/, '')}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The pipeline files of a folder, read again when files come or go. */
function usePipelines(root: string): readonly PipelineFileInfo[] {
  const [pipelines, setPipelines] = useState<readonly PipelineFileInfo[]>([]);
  useEffect(() => {
    const read = (): void => {
      void perform(async () => setPipelines((await callHost('workspace.pipelines', { root })).pipelines));
    };
    read();
    return getHost().subscribe('workspace.pipelinesChanged', (change) => {
      if (change.root === root) read();
    });
  }, [root]);
  return pipelines;
}
