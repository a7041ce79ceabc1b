import type { SmallDocument } from '../../helpers/small-document.ts';
import { GROUP_CASES } from './group-cases.ts';
import { KUBERNETES_CASES } from './kubernetes-cases.ts';
import { PIPELINE_CASES } from './pipeline-cases.ts';
import { TASK_CASES } from './task-cases.ts';
import { WIRE_CASES } from './wire-cases.ts';

/** One document for each code that the check of a document can give. */
export const LIVE_CASES: { readonly [code: string]: SmallDocument } = {
  ...WIRE_CASES,
  ...GROUP_CASES,
  ...PIPELINE_CASES,
  ...TASK_CASES,
  ...KUBERNETES_CASES,
};
