import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../../src/compile/compile-document.ts';
import { writeManifestText } from '../../../src/compile/manifest/write-manifest-text.ts';
import { compileForTarget } from '../../../src/compile/targets.ts';
import { documentOfFile } from '../../helpers/document-of-file.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const cases = ['image-and-pull-policy', 'caching', 'long-text'];

describe('the Kubernetes objects of a pipeline', () => {
  it.each(cases)('%s has the very text of the SDK', (name) => {
    const compiled = compileForTarget(documentOf(name), 'manifest');
    expect(compiled).toEqual({ ok: true, value: { text: golden(`${name}.yaml`), extension: '.manifest.yaml' } });
  });

  it.each(cases)('%s is written as a further version, with names of its own', (name) => {
    const compiled = compileDocument(documentOf(name));
    if (!compiled.ok) throw new Error(name);
    const options = { versionName: `${name}-v2`, versionDisplayName: 'Second version', namespace: 'team' };
    expect(writeManifestText(compiled.value, { ...options, versionOnly: true })).toBe(golden(`${name}.version.yaml`));
  });

  it('has the platform document where there is one', () => {
    expect(golden('image-and-pull-policy.yaml')).toContain('\n  platformSpec:\n');
    expect(golden('caching.yaml')).not.toContain('platformSpec');
  });
});

function documentOf(name: string): ReturnType<typeof documentOfFile> {
  return documentOfFile(readFileSync(join(fixtures, 'sdk-goldens', name, 'case.pipeline.yaml'), 'utf8'));
}

function golden(name: string): string {
  return readFileSync(join(fixtures, 'manifest', name), 'utf8');
}
