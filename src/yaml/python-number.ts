/**
 * Python's text of an int. JavaScript's whole numbers are exact doubles, so the digits are those of the double.
 */
export function pythonIntText(value: number): string {
  return BigInt(value).toString();
}

/**
 * Python's `repr(float)`: the shortest digits that read back the same, always with a point or an exponent,
 * an exponent of at least two digits outside 1e-4 … 1e16; `inf`, `-inf`, `nan`.
 */
export function pythonFloatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const sign = value < 0 ? '-' : '';
  const { digits, exponent } = shortestDigits(Math.abs(value));
  return sign + (exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : positional(digits, exponent));
}

/**
 * The text PyYAML's representer gives a float: `repr` with `.inf`, `-.inf`, `.nan`, and a `.0` before an exponent that
 * has no point, because YAML 1.1 reads `1e+21` as text.
 */
export function yamlFloatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  const text = pythonFloatText(value);
  return text.includes('.') ? text : text.replace('e', '.0e');
}

/** The shortest decimal digits of a positive number, and the power of ten of the first one. */
function shortestDigits(value: number): { digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(power) };
}

function scientific(digits: string, exponent: number): string {
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  const power = Math.abs(exponent).toString().padStart(2, '0');
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${power}`;
}

function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}
