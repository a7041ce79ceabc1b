import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOfPath, pathOfOrigin, rebaseOrigins } from '../../../renderer/state/component-origin.ts';
import { createDocument } from '../../../src/model/create-document.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { ComponentKey } from '../../../src/model/ids.ts';

describe('originOfPath', () => {
  const cases: readonly (readonly [path: string, document: string | null, origin: string])[] = [
    ['/w/components/a/component.yaml', '/w/p.pipeline.yaml', 'components/a/component.yaml'],
    ['/w/component.yaml', '/w/p.pipeline.yaml', 'component.yaml'],
    ['/lib/a.yaml', '/w/x/p.pipeline.yaml', '../../lib/a.yaml'],
    ['/w/a.yaml', null, '/w/a.yaml'],
    ['builtin:tables/join', '/w/p.pipeline.yaml', 'builtin:tables/join'],
    ['C:\\w\\a\\b.yaml', 'C:\\w\\p.pipeline.yaml', 'a/b.yaml'],
    ['D:\\lib\\b.yaml', 'C:\\w\\p.pipeline.yaml', 'D:\\lib\\b.yaml'],
  ];
  it.each(cases)('%s beside %s is %s', (path, document, origin) => {
    expect(originOfPath(path, document)).toBe(origin);
    expect(pathOfOrigin(origin, document)).toBe(path);
  });

  const segment = fc.stringMatching(/^[a-z0-9_.-]{1,8}$/).filter((name) => name !== '.' && name !== '..');
  const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
  it('is undone by pathOfOrigin, wherever both are', () => {
    fc.assert(
      fc.property(path, path, (component, document) => {
        expect(pathOfOrigin(originOfPath(component, document), document)).toBe(component);
      }),
    );
  });
});

describe('rebaseOrigins', () => {
  const from = (path: string): PipelineDocument => {
    const key = 'sort@1' as ComponentKey;
    return { ...createDocument({ name: 'moved' }), components: new Map([[key, { key, spec: {}, origin: { path } }]]) };
  };
  const originIn = ({ components }: PipelineDocument) => [...components.values()][0]?.origin?.path;

  it.each([
    ['a first save', '/w/sort/component.yaml', null, '/w/p.pipeline.yaml', 'sort/component.yaml'],
    ['another folder', 'sort/component.yaml', '/w/p.pipeline.yaml', '/x/p.pipeline.yaml', '../w/sort/component.yaml'],
    ['what ships', 'builtin:tables/sort', null, '/w/p.pipeline.yaml', 'builtin:tables/sort'],
  ])('%s', (_name, written, before, after, origin) => {
    expect(originIn(rebaseOrigins(from(written), before, after))).toBe(origin);
  });

  it('gives the same object when nothing changes', () => {
    const document = from('sort/component.yaml');
    expect(rebaseOrigins(document, '/w/a.pipeline.yaml', '/w/b.pipeline.yaml')).toBe(document);
  });
});
