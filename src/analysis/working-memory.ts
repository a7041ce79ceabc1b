import type { AnalysisMemory, Dependency, DependentSubject, Subject } from './analysis-result.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The memory of a check while it is being made: a copy of the one before, changed in place. */
export interface WorkingMemory extends AnalysisMemory {
  setFound(subject: Subject, diagnostics: readonly Diagnostic[]): void;
  /** Also tells which inputs of pipelines the subject began or ceased to use. */
  setDependencies(subject: DependentSubject, dependencies: readonly Dependency[]): readonly Dependency[];
}

/** Starts from the memory of the check before, or from nothing. */
export function createWorkingMemory(previous?: AnalysisMemory): WorkingMemory {
  const found = new Map(previous?.found);
  const dependencies = new Map(previous?.dependencies);
  const dependents = new Map<Dependency, ReadonlySet<DependentSubject>>(previous?.dependents);
  const owned = new Set<Dependency>();

  const writableDependents = (dependency: Dependency): Set<DependentSubject> => {
    const current = dependents.get(dependency);
    if (current !== undefined && owned.has(dependency)) return current as Set<DependentSubject>;
    const copy = new Set(current);
    owned.add(dependency);
    dependents.set(dependency, copy);
    return copy;
  };

  return {
    found,
    dependencies,
    dependents,
    setFound(subject, diagnostics) {
      if (diagnostics.length === 0) found.delete(subject);
      else found.set(subject, diagnostics);
    },
    setDependencies(subject, next) {
      const before = dependencies.get(subject) ?? [];
      const removed = before.filter((dependency) => !next.includes(dependency));
      const added = next.filter((dependency) => !before.includes(dependency));
      for (const dependency of removed) writableDependents(dependency).delete(subject);
      for (const dependency of added) writableDependents(dependency).add(subject);
      if (next.length === 0) dependencies.delete(subject);
      else if (removed.length + added.length > 0) dependencies.set(subject, next);
      return [...removed, ...added];
    },
  };
}
