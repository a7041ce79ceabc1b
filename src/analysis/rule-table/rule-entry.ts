import type { Severity } from '../diagnostic.ts';
import type { CheckTarget } from '../targets/rules-of-targets.ts';

/** Where a rule speaks first: while a wire is drawn (and live as well), live, or when a target is asked for. */
export type RuleTier = 'wiring' | 'live' | 'target';

/** When KFP itself would have said something, at the earliest. */
export type KfpMoment =
  /** Its Python has no way to write such a thing. */
  | 'unwritable'
  /** When the component is loaded. */
  | 'load'
  /** When the SDK compiles. */
  | 'compile'
  /** When the server takes the file. */
  | 'upload'
  /** When a run is begun. */
  | 'create'
  /** While it runs. */
  | 'run'
  | 'never';

export interface RuleEntry {
  readonly tier: RuleTier;
  readonly severity: Severity;
  readonly kfp: {
    readonly moment: KfpMoment;
    /** KFP's own words, cut short with “…”. */
    readonly says?: string;
  };
  /** Why this is an error although the SDK compiles it, or some of it. */
  readonly stricter?: string;
  /** For the tier `target`: the targets that have the rule. */
  readonly targets?: readonly CheckTarget[];
}

export type RuleEntries = { readonly [code: string]: RuleEntry };

/** The SDK refuses it too. */
export function refused(tier: RuleTier, says: string, moment: KfpMoment = 'compile'): RuleEntry {
  return { tier, severity: 'error', kfp: { moment, says } };
}

/** The SDK refuses some of it; the rest only this editor. */
export function inPart(tier: RuleTier, says: string, reason: string): RuleEntry {
  return { ...refused(tier, says), stricter: reason };
}

/** It cannot be written for the SDK, so it never was asked. */
export function unwritable(tier: RuleTier): RuleEntry {
  return { tier, severity: 'error', kfp: { moment: 'unwritable' } };
}

/** Only this editor refuses it, because of what comes later. */
export function stricter(tier: RuleTier, reason: string, moment: KfpMoment, says?: string): RuleEntry {
  return { tier, severity: 'error', kfp: { moment, ...(says === undefined ? {} : { says }) }, stricter: reason };
}

/** It compiles, with a warning here. */
export function warned(tier: RuleTier, moment: KfpMoment, says?: string): RuleEntry {
  return { tier, severity: 'warning', kfp: { moment, ...(says === undefined ? {} : { says }) } };
}
