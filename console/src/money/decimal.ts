/**
 * Exact decimal amounts, as they travel on the wire: strings such as "12.3400" or "1.5E-7".
 * Sums and comparisons never pass through binary floating point; only chart coordinates do.
 */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads a decimal; text that is none is an error, for a guessed amount is worse than none. */
export function decimal(text: string): Decimal {
  const parts = FORM.exec(text.trim());
  const whole = parts?.[2] ?? "";
  const fraction = parts?.[3] ?? "";
  if (!parts || whole.length + fraction.length === 0) {
    throw new Error(`"${text}" is not a decimal amount`);
  }
  const digits = BigInt(whole + fraction) * (parts[1] === "-" ? -1n : 1n);
  const scale = fraction.length - Number(parts[4] ?? "0");
  return scale >= 0 ? { units: digits, scale } : { units: digits * 10n ** BigInt(-scale), scale: 0 };
}

function atScale(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

export function plus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { units: atScale(left, scale) + atScale(right, scale), scale };
}

export function minus(left: Decimal, right: Decimal): Decimal {
  return plus(left, { units: -right.units, scale: right.scale });
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = plus(total, value);
  return total;
}

/** Negative, zero or positive as left is less than, equal to or greater than right. */
export function compare(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const a = atScale(left, scale);
  const b = atScale(right, scale);
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isZero(value: Decimal): boolean {
  return value.units === 0n;
}

/** Plain digits, never with an exponent, every digit kept. */
export function plain(value: Decimal): string {
  const negative = value.units < 0n;
  const digits = (negative ? -value.units : value.units).toString().padStart(value.scale + 1, "0");
  const cut = digits.length - value.scale;
  const text = value.scale === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative ? `-${text}` : text;
}

/** A coordinate for a chart; never used for sums. */
export function coordinate(value: Decimal): number {
  return Number(plain(value));
}
