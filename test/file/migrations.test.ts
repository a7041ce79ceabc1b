import { describe, expect, it } from 'vitest';
import { API_VERSION } from '../../src/file/format-version.ts';
import { MIGRATIONS } from '../../src/file/migrations/migrate-text.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';

const BEFORE = `# kept
apiVersion: pipewright.dev/v1alpha1
kind: Pipeline
metadata:
  name: old
# what it takes
parameters:
  rows: {type: Integer}
tasks:
  a:
    importer: {type: Model}
layout:
  "@inputs": {x: 0, y: 5} # left
  a: {x: 10, y: 20, width: 30}
`;

const AFTER = `# kept
apiVersion: pipewright.dev/v1
kind: Pipeline
metadata:
  name: old
# what it takes
inputs:
  rows: {type: Integer}
tasks:
  a:
    importer: {type: Model}
layout:
  "@inputs": [0, 5] # left
  a: {x: 10, y: 20, width: 30}
`;

describe('migrations', () => {
  it('start where the one before ends and lead to the version that is written', () => {
    MIGRATIONS.forEach((migration, index) => {
      expect(migration.to).toBe(MIGRATIONS[index + 1]?.from ?? API_VERSION);
    });
  });

  it('0001 writes positions as lists and calls parameters inputs', () => {
    const parsed = parsePipelineFile(BEFORE);
    if (!parsed.ok) throw new Error(parsed.error.code);
    const { document, source, migrated, diagnostics } = parsed.value;
    expect(migrated).toBe(true);
    expect(diagnostics).toEqual([]);
    expect(printPipelineFile(document, source)).toBe(AFTER);
  });

  it('leave a file of the newest version alone', () => {
    const parsed = parsePipelineFile(AFTER);
    expect(parsed.ok && parsed.value.migrated).toBe(false);
  });
});
