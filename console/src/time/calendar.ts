/** Days and months as the cost services spell them (YYYY-MM-DD, YYYY-MM), all in UTC. */
const LOCALE = "en-US";

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

export function addMonths(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return monthOf(date);
}

export function firstDay(month: string): string {
  return `${month}-01`;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function isMonth(text: string | null | undefined): text is string {
  return text != null && MONTH.test(text);
}

export function isDay(text: string | null | undefined): text is string {
  return text != null && DAY.test(text);
}

/** September 2026 */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** Sep 2026 */
export function shortMonth(month: string): string {
  return new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** Months as runs without a gap: the first and the last of each. */
export function monthSpans(months: readonly string[]): [first: string, last: string][] {
  const spans: [string, string][] = [];
  for (const month of months.toSorted()) {
    const latest = spans.at(-1);
    if (latest && addMonths(latest[1], 1) === month) latest[1] = month;
    else spans.push([month, month]);
  }
  return spans;
}

/** Sep 14 */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat(LOCALE, { month: "short", day: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Sep 14, 2026 */
export function longDay(day: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** The day of a moment as the cost services spell it (2026-09-14T10:00:00Z, or a day alone); a dash where there is none. */
export function dayText(time: string | undefined): string {
  const day = time?.slice(0, 10);
  return isDay(day) ? longDay(day) : "–";
}

/** Sep 14, 10:00, of a moment such as 2026-09-14T10:00:00Z. */
export function shortHour(time: string): string {
  return new Intl.DateTimeFormat(LOCALE, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" }).format(
    new Date(time),
  );
}

/** Sep 14, 2026, 10:32:05, in the reader's own time zone. */
export function moment(time: Date | number | undefined): string {
  if (time === undefined) return "–";
  const date = typeof time === "number" ? new Date(time * 1000) : time;
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "medium" }).format(date);
}
