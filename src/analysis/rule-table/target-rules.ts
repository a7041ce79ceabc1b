import type { RuleEntries } from './rule-entry.ts';

/** What the KFP server, and every file for it, cannot take although the document is sound. */
export const TARGET_RULES: RuleEntries = {
  'artifact-input-at-run': {
    tier: 'target',
    severity: 'warning',
    kfp: { moment: 'create', says: 'parameter(s) provided are not required by pipeline' },
    targets: ['kfp', 'manifest', 'kfp-backend'],
  },
  'artifact-loop': {
    tier: 'target',
    severity: 'error',
    kfp: { moment: 'create', says: 'artifact iterator not implemented yet' },
    targets: ['kfp-backend'],
    stricter: 'The SDK compiles it; only the server refuses it. A file that is exported has a warning.',
  },
  'too-many-tasks': {
    tier: 'target',
    severity: 'error',
    kfp: { moment: 'run' },
    targets: ['kfp', 'manifest', 'kfp-backend'],
    stricter: 'Every use of a sub-pipeline is written out: few records make more than any program can hold.',
  },
  'upload-too-large': {
    tier: 'target',
    severity: 'error',
    kfp: { moment: 'upload', says: 'File size too large (N bytes). Maximum supported size: 33554432.' },
    targets: ['kfp-backend'],
    stricter: 'The SDK writes files of any size.',
  },
  'workspace-patch-unknown': {
    tier: 'target',
    severity: 'error',
    kfp: { moment: 'create', says: 'unknown field' },
    targets: ['kfp-backend'],
    stricter: 'The SDK writes any field; only the server knows which there are.',
  },
};
