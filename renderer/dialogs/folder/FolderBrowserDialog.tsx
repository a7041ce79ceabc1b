import { Button, Group, Modal, TextInput } from '@mantine/core';
import { IconArrowUp, IconFolderPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { folderOf, joinPath, nameOf } from '../../files/paths.ts';
import type { PathRequest } from '../../files/pick-path.ts';
import { askFolderName } from './ask-folder-name.ts';
import classes from './FolderBrowserDialog.module.css';
import { FolderEntries } from './FolderEntries.tsx';
import { useListing } from './use-listing.ts';

export interface FolderBrowserDialogProps {
  readonly request: PathRequest;
  readonly onDone: (path: string | null) => void;
}

/** Chooses a file or folder through the host, where there is no native dialog. */
export function FolderBrowserDialog({ request, onDone }: FolderBrowserDialogProps) {
  const { t } = useTranslation();
  const { kind, suggested, endings } = request;
  const isSaving = kind === 'save-file';
  const { listing, problem, goTo, createFolder } = useListing(startOf(request));
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState(isSaving && suggested !== undefined ? nameOf(suggested) : '');
  const path = listing?.path;
  useEffect(() => {
    if (path !== undefined) setChosen(null);
  }, [path]);
  const result = listing === null ? null : resultOf(request, listing.path, chosen, name);
  const exists = isSaving && (listing?.entries.some((entry) => entry.name === name && entry.kind === 'file') ?? false);
  return (
    <Modal opened onClose={() => onDone(null)} size={640} title={t(`browser.${kind}`)}>
      <div className={classes.bar}>
        <Button
          variant="default"
          leftSection={<IconArrowUp size={14} aria-hidden={true} />}
          disabled={listing?.parent == null}
          onClick={() => goTo(listing?.parent ?? undefined)}
        >
          {t('browser.up')}
        </Button>
        <span className={classes.path} title={listing?.path}>
          {listing?.path}
        </span>
        {kind !== 'open-file' && (
          <Button
            variant="default"
            leftSection={<IconFolderPlus size={14} aria-hidden={true} />}
            onClick={async () => {
              const folder = await askFolderName();
              if (folder !== null) await createFolder(folder);
            }}
          >
            {t('browser.newFolder')}
          </Button>
        )}
      </div>
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <FolderEntries
        listing={listing}
        chosen={chosen}
        showFiles={kind !== 'open-folder'}
        endings={endings}
        onChoose={(entry) => {
          setChosen(entry.kind === 'file' || kind === 'open-folder' ? entry.name : null);
          if (isSaving && entry.kind === 'file') setName(entry.name);
        }}
        onOpen={(entry) => {
          if (listing === null) return;
          const path = joinPath(listing.path, entry.name);
          if (entry.kind === 'folder') goTo(path);
          else if (!isSaving) onDone(path);
        }}
        onGoTo={goTo}
      />
      {isSaving && (
        <TextInput
          mt="sm"
          label={t('browser.name')}
          value={name}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
          {...(exists ? { description: t('browser.replaces') } : {})}
        />
      )}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={() => onDone(null)}>
          {t('common.cancel')}
        </Button>
        <Button disabled={result === null} onClick={() => onDone(result)}>
          {t(exists ? 'browser.replace' : `browser.do.${kind}`)}
        </Button>
      </Group>
    </Modal>
  );
}

function startOf({ kind, suggested }: PathRequest): string | undefined {
  if (suggested === undefined) return undefined;
  return kind === 'save-file' ? folderOf(suggested) : suggested;
}

/** The path that the main button would give, or null while there is none. */
function resultOf({ kind }: PathRequest, folder: string, chosen: string | null, name: string): string | null {
  if (kind === 'save-file') return /^[^\\/]+$/.test(name.trim()) ? joinPath(folder, name.trim()) : null;
  if (kind === 'open-folder') return chosen === null ? folder : joinPath(folder, chosen);
  return chosen === null ? null : joinPath(folder, chosen);
}
