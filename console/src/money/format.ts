import { type Decimal, decimal, isZero, plain } from "./decimal";

const LOCALE = "en-US";

function digits(value: Decimal): Intl.StringNumericLiteral {
  return plain(value) as Intl.StringNumericLiteral;
}

const CURRENCY = /^[A-Z]{3}$/;

/** An amount in its currency, two places; a non-zero amount under half a cent keeps up to six. */
export function money(amount: string | Decimal, currency: string): string {
  const value = typeof amount === "string" ? decimal(amount) : amount;
  const shown = Math.abs(Number(plain(value)));
  const places = !isZero(value) && shown < 0.005 ? 6 : 2;
  if (!CURRENCY.test(currency) || currency === "N/A") return quantity(value, currency);
  return new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: places,
  }).format(digits(value));
}

/** An amount of something counted, with its unit when it has one. */
export function quantity(amount: string | Decimal, unit: string): string {
  const value = typeof amount === "string" ? decimal(amount) : amount;
  const text = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 }).format(digits(value));
  return unit && unit !== "N/A" ? `${text} ${unit}` : text;
}

/** A short axis label: $1.2K. */
export function axisAmount(value: number, currency: string): string {
  const currencyOptions: Intl.NumberFormatOptions = CURRENCY.test(currency) ? { style: "currency", currency } : {};
  return new Intl.NumberFormat(LOCALE, {
    ...currencyOptions,
    notation: Math.abs(value) >= 10_000 ? "compact" : "standard",
    minimumFractionDigits: 0,
    maximumFractionDigits: Math.abs(value) >= 10_000 ? 1 : 2,
  }).format(value);
}

/** The change from one amount to another in percent, or nothing where there is no base. */
export function changePercent(before: Decimal, after: Decimal): number | undefined {
  const base = Number(plain(before));
  if (base === 0) return undefined;
  return ((Number(plain(after)) - base) / Math.abs(base)) * 100;
}

export function percent(value: number): string {
  return new Intl.NumberFormat(LOCALE, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 1,
  }).format(value / 100);
}

export function count(value: number): string {
  return new Intl.NumberFormat(LOCALE).format(value);
}
