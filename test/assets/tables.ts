/** Small tables that the component tests feed in. */
export const fruit = `name,kind,price,sold
apple,fruit,1.5,10
banana,fruit,0.5,
carrot,vegetable,0.25,30
date,fruit,NA,4
"endive, red",vegetable,2,7
`;

/** Two groups of points that any classifier tells apart. */
export function makeBlobs(rowsEach: number): string {
  const lines = ['x,y,colour'];
  for (let row = 0; row < rowsEach; row += 1) {
    lines.push(`${row % 5},${row % 3},red`, `${10 + (row % 5)},${20 + (row % 3)},blue`);
  }
  return `${lines.join('\n')}\n`;
}

/** `z = 2x - 3y + 1`, exactly. */
export function makeLine(rows: number): string {
  const lines = ['x,y,z'];
  for (let row = 0; row < rows; row += 1) lines.push(`${row},${row % 7},${2 * row - 3 * (row % 7) + 1}`);
  return `${lines.join('\n')}\n`;
}
