import { z } from 'zod';
import type { ComponentFile } from './component-file.ts';

/** A value for an input: the text of an artifact, or a parameter. */
export type Argument = string | number | boolean | readonly unknown[] | { readonly [key: string]: unknown };

export interface Surroundings {
  readonly given: { readonly [input: string]: Argument };
  readonly inputPath: (name: string, text: string) => string;
  readonly outputPath: (name: string) => string;
  readonly executorInput: string;
}

const placeholder = z.union([
  z.string(),
  z.strictObject({ inputValue: z.string() }),
  z.strictObject({ inputPath: z.string() }),
  z.strictObject({ outputPath: z.string() }),
  z.strictObject({ executorInput: z.null() }),
  z.strictObject({
    if: z.object({ cond: z.strictObject({ isPresent: z.string() }) }).catchall(z.array(z.unknown())),
  }),
]);

/** The words of the command line, with every placeholder filled in. */
export function resolveCommand(component: ComponentFile, around: Surroundings): readonly string[] {
  return component.implementation.container.command.flatMap((item) => resolve(item, component, around));
}

function resolve(item: unknown, component: ComponentFile, around: Surroundings): readonly string[] {
  const part = placeholder.parse(item);
  if (typeof part === 'string') return [part];
  if ('inputValue' in part) return [valueText(argumentFor(part.inputValue, component, around))];
  if ('inputPath' in part) {
    return [around.inputPath(part.inputPath, valueText(argumentFor(part.inputPath, component, around)))];
  }
  if ('outputPath' in part) return [around.outputPath(part.outputPath)];
  if ('executorInput' in part) return [around.executorInput];
  const present = around.given[part.if.cond.isPresent] !== undefined;
  return present ? (part.if.then ?? []).flatMap((inner) => resolve(inner, component, around)) : [];
}

function argumentFor(name: string, component: ComponentFile, around: Surroundings): Argument {
  const input = component.inputs.find((candidate) => candidate.name === name);
  const value = around.given[name] ?? input?.default;
  if (input === undefined || value === undefined) throw new Error(`${component.name} has no value for ${name}`);
  return value;
}

/** KFP server: numbers and truth values as JSON, lists and maps as compact JSON, texts as they are. */
function valueText(value: Argument): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
