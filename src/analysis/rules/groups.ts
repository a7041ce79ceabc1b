import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import type { GroupContext } from '../rule.ts';
import { checkBranches } from './branches.ts';
import { checkExitHandler } from './exit-handler.ts';
import { checkLoop } from './loop.ts';
import { checkRunAfter } from './run-after.ts';

/** A group's own record: what it repeats, decides or guards. */
export function checkGroup(context: GroupContext): void {
  checkGroupNames(context);
  checkRunAfter(context);
  const { group } = context;
  switch (group.kind) {
    case 'branches':
      checkBranches(context, group);
      return;
    case 'loop':
      checkLoop(context, group);
      return;
    case 'exit-handler':
      checkExitHandler(context, group);
  }
}

/** Names of groups and branches are task names of the IR. */
function checkGroupNames({ group, report }: GroupContext): void {
  const branches = group.kind === 'branches' ? group.branches.map(({ name }) => name) : [];
  for (const name of new Set([group.name, ...branches])) {
    if (name === '' || sanitiseTaskName(name) !== name) report({ code: 'group-name-invalid', values: { name } });
  }
}
