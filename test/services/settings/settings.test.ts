import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPathAccess } from '../../../main/services/paths/path-access.ts';
import { createSettings, type SettingsService } from '../../../main/services/settings/create-settings.ts';
import { defaultSettings, parseSettings } from '../../../main/services/settings/settings-text.ts';
import { createSilentLog } from '../silent-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const me = { clientId: 'me' };

async function open(text?: string): Promise<{ file: string; folder: string; settings: SettingsService }> {
  const folder = await makeTemporaryFolder();
  const file = join(folder, 'settings.yaml');
  if (text !== undefined) await writeFile(file, text);
  const access = createPathAccess({ folders: [join(folder, 'allowed')] });
  const settings = createSettings({ file, access, emit: () => undefined, log: createSilentLog() });
  onTestFinished(() => settings.dispose());
  return { file, folder, settings };
}

test('without a file there are defaults, and nothing is written', async () => {
  const { file, settings } = await open();
  expect(await settings.handlers['settings.read']({}, me)).toEqual({ settings: defaultSettings(), path: file });
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a change keeps comments, order and keys of other versions', async () => {
  const { file, settings } = await open('# mine\ntheme: dark # at night\nfuture: [1, 2]\nlanguage: fr\n');
  await settings.handlers['settings.write']({ changes: { theme: 'light', autoSave: true } }, me);
  expect(await readFile(file, 'utf8')).toBe(
    '# mine\ntheme: light # at night\nfuture: [ 1, 2 ]\nlanguage: fr\nautoSave: true\n',
  );
});

test.each(['theme: [', '- a list', '"text"', 'a: 1\na: 2\n'])('a damaged file %j is left alone', async (text) => {
  const { file, settings } = await open(text);
  const read = await settings.handlers['settings.read']({}, me);
  expect(read.settings).toEqual(defaultSettings());
  expect(read.problem).toMatch(/line \d/);
  await expect(settings.handlers['settings.write']({ changes: { theme: 'dark' } }, me)).rejects.toMatchObject({
    failure: { code: 'invalid-file', values: { path: file } },
  });
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('a wrong value counts as its default, the others count', () => {
  const { settings, problem } = parseSettings('theme: purple\nlanguage: fr\nrunParallelism: -1\n');
  expect(settings).toEqual({ ...defaultSettings(), language: 'fr' });
  expect(problem).toBe('theme, runParallelism');
});

test('aliases that unfold without end are refused', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [...pair])) {
    lines.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
  }
  expect(parseSettings(lines.join('\n'))).toMatchObject({ settings: defaultSettings(), editable: false });
});

test('a folder that nobody chose cannot become a catalog folder', async () => {
  const { folder, settings } = await open();
  const write = (path: string) => settings.handlers['settings.write']({ changes: { catalogFolders: [path] } }, me);
  await expect(write('/etc')).rejects.toMatchObject({ failure: { code: 'outside-workspace' } });
  expect((await write(join(folder, 'allowed'))).settings.catalogFolders).toEqual([join(folder, 'allowed')]);
});

test('a change by hand is told', async () => {
  const { file, settings } = await open('theme: light\n');
  await settings.read();
  const told = new Promise((resolve) => settings.onChange(resolve));
  await writeFile(file, 'theme: dark\n');
  expect(await told).toMatchObject({ theme: 'dark' });
});
