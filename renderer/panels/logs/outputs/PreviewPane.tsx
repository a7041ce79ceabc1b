import { ActionIcon, Loader, Modal, Tooltip } from '@mantine/core';
import { IconCopy, IconFolder, IconMaximize } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostFailure } from '../../../../src/api/errors.ts';
import type { MethodParams } from '../../../../src/api/params.ts';
import type { Preview } from '../../../../src/api/results.ts';
import { perform } from '../../../commands/run-command.ts';
import { formatBytes } from '../../../i18n/format.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import { toast } from '../../../parts/toast.tsx';
import { callHost, failureOf } from '../../../state/host-access.ts';
import { useApp } from '../../../state/store.ts';
import classes from './Outputs.module.css';
import { PreviewContent } from './PreviewContent.tsx';

export interface PreviewPaneProps {
  readonly place: MethodParams<'runs.preview'>;
}

type Loaded = { readonly preview: Preview } | { readonly failure: HostFailure };

/** One input or output as what it is, with its place on the disk. */
export function PreviewPane({ place }: PreviewPaneProps) {
  const say = useSentence();
  const loaded = usePreview(place);
  const [isLarge, setLarge] = useState(false);
  if (loaded === null)
    return (
      <div className={classes.preview}>
        <Loader size="sm" m="md" />
      </div>
    );
  if ('failure' in loaded) {
    return <p className={classes.sentence}>{say(`error.${loaded.failure.code}`, loaded.failure.values)}</p>;
  }
  const { preview } = loaded;
  return (
    <section className={classes.preview} aria-label={place.port} data-preview={preview.kind}>
      <PreviewHead preview={preview} port={place.port} onEnlarge={() => setLarge(true)} />
      <PreviewContent preview={preview} name={place.port} />
      {isLarge && <LargePreview preview={preview} name={place.port} onClose={() => setLarge(false)} />}
    </section>
  );
}

function usePreview({ runId, taskKey, side, port }: PreviewPaneProps['place']): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let wanted = true;
    callHost('runs.preview', { runId, taskKey, side, port }).then(
      (preview) => wanted && setLoaded({ preview }),
      (error: unknown) => wanted && setLoaded({ failure: failureOf(error).failure }),
    );
    return () => {
      wanted = false;
    };
  }, [runId, taskKey, side, port]);
  return loaded;
}

/** The same with the whole window for it. */
function LargePreview({
  preview,
  name,
  onClose,
}: {
  readonly preview: Preview;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="calc(100vw - 6rem)"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.large ?? '' }}
    >
      <PreviewContent preview={preview} name={name} />
    </Modal>
  );
}

interface PreviewHeadProps {
  readonly preview: Preview;
  readonly port: string;
  readonly onEnlarge: () => void;
}

/** Kinds that need no more room than they have. */
const SMALL_KINDS: readonly Preview['kind'][] = ['binary', 'absent', 'masked'];

function PreviewHead({ preview, port, onEnlarge }: PreviewHeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const canReveal = useApp((state) => state.live.host?.capabilities.includes('reveal-path') ?? false);
  const { path, truncated, size, kind } = preview;
  const text = 'text' in preview ? preview.text : undefined;
  const facts = [
    ...(truncated ? [t('outputs.truncated')] : []),
    ...(kind === 'folder' || size === 0 ? [] : [formatBytes(size, language)]),
  ];
  return (
    <header className={classes.head}>
      <strong>{port}</strong>
      <span className={classes.facts}>{facts.join(' · ')}</span>
      {path !== undefined && (
        <code className={classes.path} title={path}>
          <bdi>{path}</bdi>
        </code>
      )}
      <span className={classes.grow} />
      {text !== undefined && <CopyText text={text} />}
      {!SMALL_KINDS.includes(kind) && (
        <Tooltip label={t('outputs.enlarge')}>
          <ActionIcon aria-label={t('outputs.enlarge')} onClick={onEnlarge}>
            <IconMaximize size={16} stroke={1.6} aria-hidden={true} />
          </ActionIcon>
        </Tooltip>
      )}
      {path !== undefined && canReveal && (
        <Tooltip label={t('outputs.reveal')}>
          <ActionIcon
            aria-label={t('outputs.reveal')}
            onClick={() => perform(async () => void (await callHost('host.revealPath', { path })))}
          >
            <IconFolder size={16} stroke={1.6} aria-hidden={true} />
          </ActionIcon>
        </Tooltip>
      )}
    </header>
  );
}

function CopyText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast({ message: t('common.copied'), kind: 'good', id: 'copied' });
  };
  return (
    <Tooltip label={t('common.copy')}>
      <ActionIcon aria-label={t('common.copy')} onClick={() => perform(copy)}>
        <IconCopy size={16} stroke={1.6} aria-hidden={true} />
      </ActionIcon>
    </Tooltip>
  );
}
