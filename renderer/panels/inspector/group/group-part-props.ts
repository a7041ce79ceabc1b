import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { GroupRecord } from '../../../../src/model/group.ts';
import type { PipelineId } from '../../../../src/model/ids.ts';
import type { TabId } from '../../../state/documents-slice.ts';

/** What every part of a group's inspector is given. */
export interface GroupPartProps<Group extends GroupRecord = GroupRecord> {
  readonly tabId: TabId;
  readonly document: PipelineDocument;
  /** The pipeline it stands in. */
  readonly pipeline: PipelineId;
  readonly group: Group;
  /** Of this group. */
  readonly problems: readonly Diagnostic[];
}
