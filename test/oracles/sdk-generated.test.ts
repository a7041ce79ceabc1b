import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../../src/model/document.ts';
import { validDocument } from '../helpers/valid-document/arbitrary-valid-document.ts';
import { simplifyChoices } from '../helpers/valid-document/simplify-choices.ts';
import { type Comparison, compareWithSdk } from './compare-with-sdk.ts';
import { findSdk } from './sdk-environment.ts';
import { type SdkProcess, startSdk } from './sdk-process.ts';

const found = findSdk();
const reason = 'reason' in found ? found.reason : undefined;
if (reason !== undefined) console.info(`skipped: ${reason}`);

/** Others can be given in the environment; failures name theirs. */
const SEED = Number(process.env.PIPEWRIGHT_SEED ?? 20_261_123);
const DOCUMENTS = Number(process.env.PIPEWRIGHT_DOCUMENTS ?? 300);
const choices = fc.array(fc.nat({ max: 9999 }), { minLength: 0, maxLength: 400, size: 'max' });

/**
 * How many may differ: about one of twenty-five does, in nested groups where loops, "run after" and one-of meet. Those are not
 * settled yet; each is printed with its choices, and more of them fail the test.
 */
const OPEN_SHARE = 0.06;

describe.skipIf(reason !== undefined)('generated documents and the official SDK', () => {
  let sdk: SdkProcess;
  beforeAll(() => {
    if ('python' in found) sdk = startSdk(found.python);
  });
  afterAll(() => sdk?.end());

  /** A refusal can leave the SDK in disorder, so what differs is asked again of a new process. */
  async function compareSurely(document: PipelineDocument): Promise<Comparison> {
    const outcome = await compareWithSdk(sdk, document);
    if (outcome.kind !== 'different' || 'reason' in found) return outcome;
    sdk.end();
    sdk = startSdk(found.python);
    return compareWithSdk(sdk, document);
  }

  /** The simplest choices whose document still differs, and how. */
  async function simplest(numbers: readonly number[]): Promise<string> {
    const differs = async (candidate: readonly number[]): Promise<boolean> =>
      (await compareSurely(validDocument(candidate))).kind === 'different';
    const simple = await simplifyChoices(numbers, differs, 40);
    return `${JSON.stringify(simple)}: ${JSON.stringify(await compareSurely(validDocument(simple)))}`;
  }

  it(`documents compile to what the SDK makes of their Python (${DOCUMENTS}, seed ${SEED})`, {
    timeout: 110_000,
  }, async () => {
    const different: (readonly number[])[] = [];
    let equal = 0;
    for (const numbers of fc.sample(choices, { seed: SEED, numRuns: DOCUMENTS })) {
      const outcome = await compareSurely(validDocument(numbers));
      if (outcome.kind === 'equal') equal += 1;
      if (outcome.kind !== 'different') continue;
      different.push(numbers);
      console.info(`not settled: ${outcome.reason.slice(0, 300)}\n  choices ${JSON.stringify(numbers)}`);
    }
    if (different.length > DOCUMENTS * OPEN_SHARE) {
      expect.fail(`${different.length} differ, seed ${SEED}; ${await simplest(different[0] ?? [])}`);
    }
    // A generator whose documents are refused would prove nothing.
    expect(equal).toBeGreaterThan(DOCUMENTS * 0.9);
  });

  it('the source of generated documents is formatted as Black formats it', { timeout: 60_000 }, async () => {
    for (const numbers of fc.sample(choices, { seed: SEED, numRuns: 40 })) {
      const outcome = await compareWithSdk(sdk, validDocument(numbers));
      if (outcome.kind !== 'equal') continue;
      const formatted = await sdk.ask({ op: 'format', source: outcome.source });
      // Black 25, the last for Python 3.9, lays long texts out in another way.
      if (Number(formatted.name?.split('.')[0]) >= 26) expect(outcome.source).toBe(formatted.text);
    }
  });
});
