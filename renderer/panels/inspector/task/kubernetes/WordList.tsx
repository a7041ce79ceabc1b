import { useCanEdit } from '../../../../state/hooks.ts';
import { FieldProblems } from '../../fields/FieldProblems.tsx';
import { Cell } from '../options/EnvironmentTable.tsx';
import { optionOf } from '../options/option-access.ts';
import { problemsBelow } from '../task-part-props.ts';
import type { FormProps } from './form-props.ts';
import { RowList } from './RowList.tsx';

/** A list of plain texts. */
export function WordList(props: FormProps) {
  const { tabId, path, problems } = props;
  const found = problemsBelow(problems, `options.${path}`);
  return (
    <>
      <RowList {...props} renderRow={(place, name) => <Word {...props} path={place} name={name} />} />
      {found.length > 0 && <FieldProblems tabId={tabId} problems={found} />}
    </>
  );
}

function Word({ tabId, task, path, name }: FormProps & { readonly name: string }) {
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  return (
    <Cell
      label={name}
      value={String(option.value ?? '')}
      readOnly={!canEdit}
      when="typing"
      onChange={option.change}
      onEnd={option.end}
      onRevert={option.revert}
    />
  );
}
