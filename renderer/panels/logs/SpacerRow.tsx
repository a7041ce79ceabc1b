/** Stands in a table's body for the rows that are not in view. */
export function SpacerRow({ height }: { readonly height: number }) {
  return height <= 0 ? null : <tr style={{ height }} />;
}
