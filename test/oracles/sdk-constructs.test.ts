import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConstructs } from '../../tools/constructs/constructs-page.ts';
import { compareWithSdk } from './compare-with-sdk.ts';
import { findSdk } from './sdk-environment.ts';
import { type SdkProcess, startSdk } from './sdk-process.ts';

const found = findSdk();
const reason = 'reason' in found ? found.reason : undefined;
if (reason !== undefined) console.info(`skipped: ${reason}`);

describe.skipIf(reason !== undefined)('the constructs of the user guide', () => {
  let sdk: SdkProcess;
  beforeAll(() => {
    if ('python' in found) sdk = startSdk(found.python);
  });
  afterAll(() => sdk?.end());

  it.each(readConstructs().map(({ title, document }) => [title, document] as const))(
    '%s: the SDK makes the same IR of the Python',
    async (_, document) => {
      expect((await compareWithSdk(sdk, document)).kind).toBe('equal');
    },
  );
});
