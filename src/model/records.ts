/** Sets a field, or takes it away when the value is `undefined`. The same record comes back when nothing changed. */
export function withField<R extends object, K extends keyof R>(record: R, key: K, value: R[K] | undefined): R {
  if (value === undefined) return key in record ? withoutField(record, key) : record;
  return record[key] === value ? record : { ...record, [key]: value };
}

function withoutField<R extends object, K extends keyof R>(record: R, key: K): R {
  const copy = { ...record };
  delete copy[key];
  return copy;
}

/** Whether two plain data values are equal, key order apart. Numbers by `Object.is`. */
export function sameData(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return sameList(left, right);
  const leftKeys = Object.keys(left);
  if (leftKeys.length !== Object.keys(right).length) return false;
  return leftKeys.every((key) => Object.hasOwn(right, key) && sameData(fieldOf(left, key), fieldOf(right, key)));
}

function sameList(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((item, index) => sameData(item, right[index]));
}

function fieldOf(record: object, key: string): unknown {
  return (record as { readonly [key: string]: unknown })[key];
}
