import { findNearestYamlLine, type YamlPath } from '../yaml/find-yaml-line.ts';
import type { ComponentFix, ComponentProblem } from './component-description.ts';
import type { ComponentProblemCode } from './problem-codes.ts';

/** A problem that still knows its place by path; the line is looked up when the list is finished. */
export interface LocatedProblem {
  readonly code: ComponentProblemCode;
  readonly values: ComponentProblem['values'];
  readonly path: YamlPath;
  readonly fix?: ComponentFix;
}

/** Gives each problem its line. Without a text (an embedded component) there are no lines. */
export function placeProblems(problems: readonly LocatedProblem[], text: string | undefined): ComponentProblem[] {
  return problems.map(({ code, values, path, fix }) => {
    const line = text === undefined ? undefined : findNearestYamlLine(text, path);
    return { code, values, ...(line === undefined ? {} : { line }), ...(fix === undefined ? {} : { fix }) };
  });
}
