import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenes } from '../../tools/screenshots/scenes.ts';
import { readText, root } from '../repository/source-files.ts';
import { listAnchors, listLinks } from './markdown.ts';

const guide = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', ...guide.map((name) => `docs/${name}`)];
const largestPicture = 250_000;

describe.each(pages)('%s', (page) => {
  const links = listLinks(readText(page));

  test('links to files that are there', () => {
    const missing = links.filter(({ target }) => !existsSync(join(root, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  test('links to headings that are there', () => {
    const broken = links.filter(({ target, anchor }) => {
      if (anchor === undefined) return false;
      const text = target === '' ? readText(page) : readText(join(dirname(page), target));
      return !listAnchors(text).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

test('every page of the guide is in its index', () => {
  const listed = listLinks(readText('docs/README.md')).map(({ target }) => target);
  expect(guide.filter((name) => name !== 'README.md' && !listed.includes(name))).toEqual([]);
});

describe('pictures', () => {
  const made = readScenes().flatMap(({ steps }) => steps.flatMap((step) => ('picture' in step ? step.picture : [])));
  const stored = readdirSync(join(root, 'docs/images'));

  test('are all made by a scene, and every scene’s picture is there', () => {
    expect(stored.sort()).toEqual(made.map((name) => `${name}.png`).sort());
  });

  test('are all shown on a page', () => {
    const shown = pages.flatMap((page) => listLinks(readText(page)).filter(({ isImage }) => isImage));
    const names = new Set(shown.map(({ target }) => target.split('/').at(-1)));
    expect(stored.filter((name) => !names.has(name))).toEqual([]);
  });

  test('are small', () => {
    expect(stored.filter((name) => statSync(join(root, 'docs/images', name)).size > largestPicture)).toEqual([]);
  });
});
