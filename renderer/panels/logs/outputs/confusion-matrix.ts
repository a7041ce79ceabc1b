import type { JsonValue } from '../../../../src/model/json.ts';

/** How often each category was taken for each: a row for what it was, a column for what it was taken for. */
export interface ConfusionMatrix {
  readonly categories: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly largest: number;
}

type Metrics = { readonly [name: string]: JsonValue };

/** KFP SDK: where `ClassificationMetrics.log_confusion_matrix` keeps its matrix. */
const KEY = 'confusionMatrix';

/** The confusion matrix among metrics, and the other metrics. Nothing is taken out that is not of the SDK's form. */
export function takeConfusionMatrix(metrics: Metrics): { readonly matrix?: ConfusionMatrix; readonly others: Metrics } {
  const matrix = readMatrix(metrics[KEY]);
  if (matrix === undefined) return { others: metrics };
  return { matrix, others: Object.fromEntries(Object.entries(metrics).filter(([name]) => name !== KEY)) };
}

function readMatrix(value: JsonValue | undefined): ConfusionMatrix | undefined {
  const { annotationSpecs, rows } = asMap(value);
  if (!Array.isArray(annotationSpecs) || !Array.isArray(rows)) return undefined;
  const categories = annotationSpecs.map((spec: JsonValue) => String(asMap(spec).displayName ?? ''));
  const numbers = rows.map((row: JsonValue) => asNumbers(asMap(row).row));
  const fits = numbers.length === categories.length && numbers.every((row) => row.length === categories.length);
  if (!fits || categories.length === 0) return undefined;
  return { categories, rows: numbers, largest: Math.max(...numbers.flat()) };
}

function asMap(value: JsonValue | undefined): Metrics {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Metrics) : {};
}

function asNumbers(value: JsonValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((item: JsonValue): item is number => typeof item === 'number') : [];
}
