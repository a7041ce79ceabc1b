/**
 * Makes a sequence of choices as simple as it can be while something still holds for it: cuts off its end, takes parts
 * out, and sets parts and single numbers to 0, until nothing more can be done or `patience` attempts are used up.
 */
export async function simplifyChoices(
  numbers: readonly number[],
  holds: (numbers: readonly number[]) => Promise<boolean>,
  patience = 400,
): Promise<readonly number[]> {
  let best = numbers;
  let left = patience;
  const attempt = async (candidate: readonly number[]): Promise<boolean> => {
    if (left <= 0 || candidate.join() === best.join()) return false;
    left -= 1;
    if (!(await holds(candidate))) return false;
    best = candidate;
    return true;
  };
  for (let changed = true; changed && left > 0; ) {
    changed = false;
    for (let size = Math.max(1, best.length >> 1); size >= 1; size >>= 1) {
      for (let start = 0; start < best.length; start += size) {
        const [before, after] = [best.slice(0, start), best.slice(start + size)];
        const zeros = best.slice(start, start + size).map(() => 0);
        const isDone =
          (await attempt(before)) ||
          (await attempt([...before, ...after])) ||
          (await attempt([...before, ...zeros, ...after]));
        changed ||= isDone;
      }
    }
  }
  return best;
}
