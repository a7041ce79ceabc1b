import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CORPUS_MISSING } from '../helpers/corpus.ts';
import { editedIrTexts } from '../helpers/edited-imports.ts';
import { findSdk } from './sdk-environment.ts';
import { type SdkProcess, startSdk } from './sdk-process.ts';

const found = findSdk();
const reason = 'reason' in found ? found.reason : CORPUS_MISSING;
if (reason !== undefined) console.info(`skipped: ${reason}`);

describe.skipIf(reason !== undefined)('public IR files that were imported, edited and compiled', () => {
  let sdk: SdkProcess;

  beforeAll(() => {
    sdk = startSdk('python' in found ? found.python : '');
  });
  afterAll(() => sdk.end());

  it('are loaded by the official SDK', async () => {
    const texts = editedIrTexts();
    expect(texts.length).toBeGreaterThanOrEqual(500);
    const answers = await Promise.all(texts.map(({ text }) => sdk.ask({ op: 'load', text })));
    const refused = answers.flatMap(({ error }, index) =>
      error === undefined ? [] : [`${texts[index]?.name}: ${error}`],
    );
    expect(refused).toEqual([]);
  }, 180_000);
});
