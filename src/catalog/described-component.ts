import type { ComponentDescription } from './component-description.ts';

/** A description, or everything that keeps the SDK from loading the component. */
export type DescribedComponent =
  | { readonly ok: true; readonly description: ComponentDescription }
  | { readonly ok: false; readonly problems: ComponentDescription['problems'] };
