import type { StringMap } from '../../model/kubernetes-settings.ts';
import { isLabelValue, isQualifiedName } from './kubernetes-names.ts';
import type { ReportSetting } from './report-setting.ts';

/** Keys and values of labels. */
export function checkLabels(labels: StringMap | undefined, path: string, report: ReportSetting): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (!isQualifiedName(key)) report('label-key-invalid', path, { key });
    if (!isLabelValue(value)) report('label-value-invalid', path, { key, value });
  }
}
