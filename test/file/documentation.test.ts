import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';

const PAGE = readFileSync(new URL('../../docs/file-format.md', import.meta.url), 'utf8');

describe('the example of the guide', () => {
  const text = /```yaml\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';
  const parsed = parsePipelineFile(text);

  it('opens without a problem', () => {
    expect(parsed.ok && parsed.value.diagnostics).toEqual([]);
  });

  it('is written just as the program writes it', () => {
    expect(parsed.ok && printPipelineFile(parsed.value.document)).toBe(text);
  });
});
