/** What a document can be compiled for, in the order people are told. */
export const COMPILE_TARGETS = ['kfp', 'manifest', 'argo', 'python', 'graph-component'] as const;

/** What a document is compiled for. */
export type CompileTarget = (typeof COMPILE_TARGETS)[number];
