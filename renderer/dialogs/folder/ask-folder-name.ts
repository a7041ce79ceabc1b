import i18next from 'i18next';
import { ask } from '../questions.ts';

/** Asks for the name of a new folder. */
export async function askFolderName(): Promise<string | null> {
  const reply = await ask({
    title: i18next.t('browser.newFolder'),
    message: '',
    text: {
      label: i18next.t('browser.folderName'),
      initial: '',
      problemWith: (name) => (/^[^\\/]+$/.test(name.trim()) ? null : i18next.t('rename.problem')),
    },
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'create', label: i18next.t('browser.create'), kind: 'main' },
    ],
  });
  return reply?.choice === 'create' ? reply.text.trim() : null;
}
