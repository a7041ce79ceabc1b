import { mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInRoot, folderRoot } from '../../../main/services/catalog/catalog-root.ts';
import { createFolderScan, SCAN_LIMITS } from '../../../main/services/catalog/folder-scan.ts';
import { readComponentFile } from '../../../main/services/catalog/read-component-file.ts';
import { scanComponents } from '../../../main/services/catalog/scan-components.ts';
import type { CatalogEntry } from '../../../src/catalog/component-description.ts';
import { type CatalogFixture, createCatalogFixture } from './catalog-fixture.ts';

let fixture: CatalogFixture;
beforeEach(async () => {
  fixture = await createCatalogFixture();
});
afterEach(async () => {
  await fixture.end();
});

function component(name: string, inputs = ''): string {
  return `name: ${name}\n${inputs}implementation:\n  container:\n    image: i\n    command: [run]\n`;
}

function titles(entries: readonly CatalogEntry[]): string[] {
  return entries.map((entry) => (entry.status === 'ok' ? entry.description.title : `(${entry.name})`));
}

describe('what is listed', () => {
  it('opened folders, then folders of the settings, then what ships', async () => {
    await fixture.write('work/a/component.yaml', component('A'));
    await fixture.write('shared/b.yaml', component('B'));
    await fixture.write('built-in/tables/read-csv/component.yaml', component('C'));
    fixture.open('work');
    fixture.setCatalogFolders('shared');
    const entries = await fixture.list();
    expect(titles(entries)).toEqual(['A', 'B', 'C']);
    expect(entries.map(({ path, root }) => [path, root])).toEqual([
      [join(fixture.top, 'work/a/component.yaml'), join(fixture.top, 'work')],
      [join(fixture.top, 'shared/b.yaml'), join(fixture.top, 'shared')],
      ['builtin:tables/read-csv', 'builtin:'],
    ]);
    expect(entries[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('only what is a component, and what says that it is one', async () => {
    await fixture.write('work/ok.yaml', component('Good'));
    await fixture.write(
      'work/refused.yaml',
      `${component('Refused', 'inputs: [{name: a}]\n')}    args: [{inputValue: a}]\n`,
    );
    await fixture.write('work/typo.yaml', `${component('Typo')}colour: red\n`);
    await fixture.write('work/graph.yaml', 'name: Graph\nimplementation: {graph: {tasks: {}}}\n');
    await fixture.write('work/syntax/component.yaml', 'name: [\n');
    await fixture.write('work/other.component.yaml', 'a: b\n');
    await fixture.write('work/empty/component.yml', '');
    await fixture.write('work/binary.component.yaml', 'x\0y');
    await fixture.write('work/stray.yaml', 'implementation: done\n');
    await fixture.write('work/broken.yaml', 'implementation: [\n');
    await fixture.write('work/values.yaml', 'a: b\n');
    await fixture.write('work/flow.pipeline.yaml', component('Not this'));
    await fixture.write('work/workflow.yaml', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nimplementation: x\n');
    await fixture.write('work/notes.txt', component('Nor this'));
    fixture.open('work');
    const entries = await fixture.list();
    const found = entries.map((entry) => [
      entry.path.slice(join(fixture.top, 'work/').length),
      entry.status === 'ok'
        ? entry.description.problems.map(({ code }) => code)
        : entry.problems.map(({ code }) => code),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      'binary.component.yaml': ['yaml-unprintable-character'],
      'empty/component.yml': ['empty-file'],
      'graph.yaml': ['graph-component'],
      'ok.yaml': [],
      'other.component.yaml': ['other-yaml'],
      'refused.yaml': ['value-of-artifact'],
      'syntax/component.yaml': ['yaml-syntax'],
      'typo.yaml': ['unknown-key-top'],
    });
  });

  it('does not take exported pipelines for components, but takes compiled components', async () => {
    const fixtures = new URL('../../fixtures/catalog/', import.meta.url);
    for (const name of ['ir-say.yaml', 'ir-two-steps.yaml', 'ir-import-it.yaml']) {
      await fixture.write(`work/${name}`, await readFile(new URL(name, fixtures), 'utf8'));
    }
    fixture.open('work');
    expect(titles(await fixture.list())).toEqual(['say']);
  });

  it('passes over what is ignored, hidden, installed or a virtual environment', async () => {
    for (const folder of ['keep', 'out', 'node_modules/x', '.git', '.hidden', 'env/lib', 'deep/env2']) {
      await fixture.write(`work/${folder}/component.yaml`, component(folder));
    }
    await fixture.write('work/.gitignore', '/out/\n');
    await fixture.write('work/env/pyvenv.cfg', '');
    await fixture.write('work/deep/env2/pyvenv.cfg', '');
    fixture.open('work');
    expect(titles(await fixture.list())).toEqual(['keep']);
  });

  it('survives loops of links', async () => {
    await fixture.write('work/a/component.yaml', component('A'));
    await symlink('..', join(fixture.top, 'work/a/up'));
    await symlink('.', join(fixture.top, 'work/a/self'));
    fixture.open('work');
    expect(titles(await fixture.list())).toEqual(['A']);
  });

  it('lists a file of two overlapping folders once', async () => {
    await fixture.write('work/lib/component.yaml', component('A'));
    fixture.open('work', 'work/lib');
    expect((await fixture.list()).map((entry) => entry.root)).toEqual([join(fixture.top, 'work')]);
  });

  it('says which folder is missing', async () => {
    await mkdir(join(fixture.top, 'built-in'));
    fixture.setCatalogFolders('nowhere');
    expect(await fixture.notes()).toEqual(['scan-missing']);
  });

  it('lists a component that cannot be read as broken', async () => {
    const place = { path: '/x/component.yaml', root: '/x', fileName: 'component.yaml' };
    expect(await readComponentFile(fixture.top, place)).toMatchObject({
      status: 'broken',
      problems: [{ code: 'file-unreadable', values: { reason: 'EISDIR' } }],
    });
    expect(await readComponentFile(fixture.top, { ...place, fileName: 'other.yaml' })).toBeUndefined();
    expect(await readComponentFile(join(fixture.top, 'gone.yaml'), place)).toBeUndefined();
  });

  it('lists a component that is not UTF-8 as broken', async () => {
    await fixture.write('work/component.yaml', '');
    await writeFile(join(fixture.top, 'work/component.yaml'), Buffer.from([0x6e, 0xff, 0xfe]));
    fixture.open('work');
    expect(await fixture.list()).toMatchObject([{ status: 'broken', problems: [{ code: 'file-not-text' }] }]);
  });
});

describe('limits', () => {
  it('are said when they are reached', async () => {
    await fixture.write('work/a/component.yaml', component('A'));
    await fixture.write('work/b/component.yaml', component('B'));
    await fixture.write('work/c/d/component.yaml', component('D'));
    await fixture.write('work/a/large.yaml', component('L'.repeat(500)));
    const limits = { ...SCAN_LIMITS, files: 2, depth: 1, fileSize: 400 };
    const { entries, notes } = await createFolderScan(folderRoot(join(fixture.top, 'work')), limits).look();
    expect(titles(entries)).toEqual(['A']);
    expect(notes.map(({ code }) => code)).toEqual(['scan-limit', 'scan-too-many-files', 'scan-file-too-large']);
  });
});

describe('a further look', () => {
  it('keeps the entries of files that did not change', async () => {
    await fixture.write('work/a.yaml', component('A'));
    await fixture.write('work/b.yaml', component('B'));
    const scan = createFolderScan(folderRoot(join(fixture.top, 'work')));
    const before = await scan.look();
    await fixture.write('work/b.yaml', component('B2'));
    await utimes(join(fixture.top, 'work/a.yaml'), new Date(0), new Date(0));
    const after = await scan.look();
    expect(titles(after.entries)).toEqual(['A', 'B2']);
    expect(after.entries[0]).toBe(before.entries[0]);
  });
});

describe('changes on the disk', () => {
  it('are told: a new file, a changed one, one that is gone', async () => {
    await fixture.write('work/a/component.yaml', component('A'));
    fixture.open('work');
    await fixture.list();
    expect(fixture.changes).toEqual([]);

    await fixture.write('work/new/folder/component.yaml', component('New'));
    const added = await fixture.change(({ changed }) => titles(changed).includes('New'));
    expect(titles(added.changed)).toEqual(['New']);

    await fixture.write('work/a/component.yaml', component('A two'));
    const edited = await fixture.change(({ changed }) => titles(changed).includes('A two'));
    expect(titles(edited.changed)).toEqual(['A two']);

    await rm(join(fixture.top, 'work/a'), { recursive: true });
    const gone = await fixture.change(({ removed }) => removed.length > 0);
    expect(gone.removed).toEqual([join(fixture.top, 'work/a/component.yaml')]);
    expect(titles(await fixture.list())).toEqual(['New']);
  });

  it('are told when a folder is renamed', async () => {
    await fixture.write('work/a/component.yaml', component('A'));
    fixture.open('work');
    await fixture.list();
    await rename(join(fixture.top, 'work/a'), join(fixture.top, 'work/b'));
    const change = await fixture.change(({ removed }) => removed.length > 0);
    expect(change.removed).toEqual([join(fixture.top, 'work/a/component.yaml')]);
    await fixture.change(({ changed }) =>
      changed.some(({ path }) => path === join(fixture.top, 'work/b/component.yaml')),
    );
  });

  it('are told when a component breaks and is mended', async () => {
    await fixture.write('work/component.yaml', component('A'));
    fixture.open('work');
    await fixture.list();
    await fixture.write('work/component.yaml', 'name: [\n');
    await fixture.change(({ changed }) => changed[0]?.status === 'broken');
    await fixture.write('work/component.yaml', component('B'));
    await fixture.change(({ changed }) => titles(changed).includes('B'));
  });

  it('are told when folders are opened, closed and set', async () => {
    await fixture.write('work/component.yaml', component('A'));
    await fixture.write('shared/component.yaml', component('B'));
    await fixture.list();
    fixture.open('work');
    await fixture.change(({ changed }) => titles(changed).includes('A'));
    fixture.setCatalogFolders('shared');
    await fixture.change(({ changed }) => titles(changed).includes('B'));
    fixture.open();
    const closed = await fixture.change(({ removed }) => removed.length > 0);
    expect(closed.removed).toEqual([join(fixture.top, 'work/component.yaml')]);
  });
});

describe('retyping', () => {
  const text = `${component('A', 'inputs:\n- name: a # the address\n  type: URI\n')}    args: [{inputValue: a}]\n`;

  it('writes a copy beside the component, and it appears', async () => {
    await fixture.write('work/a/component.yaml', text);
    fixture.open('work');
    await fixture.list();
    const path = await fixture.retype(join(fixture.top, 'work/a/component.yaml'), [{ name: 'a', type: 'String' }]);
    expect(path).toBe(join(fixture.top, 'work/a/typed.component.yaml'));
    expect(await readFile(path, 'utf8')).toBe(text.replace('type: URI', 'type: String'));
    expect(await readFile(join(fixture.top, 'work/a/component.yaml'), 'utf8')).toBe(text);
    const change = await fixture.change(({ changed }) => changed.some((entry) => entry.path === path));
    expect(change.changed).toMatchObject([{ status: 'ok', description: { problems: [] } }]);
  });

  it('never replaces a file', async () => {
    await fixture.write('work/train.yaml', text);
    const inputs = [{ name: 'a', type: 'String' }];
    const first = await fixture.retype(join(fixture.top, 'work/train.yaml'), inputs);
    const second = await fixture.retype(join(fixture.top, 'work/train.yaml'), inputs);
    expect([first, second]).toEqual(
      ['train.typed.yaml', 'train.typed-2.yaml'].map((name) => join(fixture.top, 'work', name)),
    );
  });

  it.each([
    ['builtin:a/b', 'read-only'],
    ['/etc/hostname', 'outside-workspace'],
  ])('refuses %s', async (path, code) => {
    await expect(fixture.retype(path, [{ name: 'a', type: 'String' }])).rejects.toMatchObject({ failure: { code } });
  });

  it('refuses a component without such an input', async () => {
    await fixture.write('work/a.yaml', text);
    const path = join(fixture.top, 'work/a.yaml');
    await expect(fixture.retype(path, [{ name: 'z', type: 'String' }])).rejects.toMatchObject({
      failure: { code: 'unsupported' },
    });
  });
});

describe('the shipped catalog', () => {
  it('is without problems', async () => {
    const folder = new URL('../../../assets/catalog', import.meta.url).pathname;
    const { entries, notes } = await createFolderScan(builtInRoot(folder)).look();
    expect(notes).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(10);
    for (const entry of entries) {
      expect(entry).toMatchObject({ status: 'ok', description: { problems: [], notes: [] } });
      expect(entry.path).toMatch(/^builtin:[a-z-]+\/[a-z-]+$/);
    }
  });

  it('can be looked at as any folder', async () => {
    await fixture.write('lib/component.yaml', component('A'));
    expect(titles((await scanComponents(join(fixture.top, 'lib'))).entries)).toEqual(['A']);
  });
});
