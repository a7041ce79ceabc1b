/** Kubernetes: `resource.Quantity` syntax. */
const QUANTITY = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(([KMGTPE]i)|[numkMGTPE]|([eE][+-]?[0-9]+))?$/;

const FACTORS: { readonly [suffix: string]: number } = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Whether a text is a Kubernetes quantity (`500m`, `2Gi`, `1e3`). */
export function isQuantity(text: string): boolean {
  return QUANTITY.test(text);
}

/** The number a quantity stands for, for comparing two of them. */
export function quantityNumber(text: string): number {
  const suffix = /[A-Za-z]+$/.exec(text)?.[0] ?? '';
  const factor = FACTORS[suffix];
  return factor === undefined ? Number(text) : Number(text.slice(0, -suffix.length)) * factor;
}
