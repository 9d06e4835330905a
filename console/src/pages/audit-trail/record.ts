import type { Event } from "@aws-sdk/client-cloudtrail";

/** What the console reads from an event's record, which CloudTrail sends as text. */
export interface EventRecord {
  readonly text: string;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly sourceAddress?: string | undefined;
}

export function recordOf(event: Event): EventRecord {
  const raw = event.CloudTrailEvent ?? "";
  try {
    const record = JSON.parse(raw) as Record<string, unknown>;
    const word = (name: string) => (typeof record[name] === "string" ? (record[name] as string) : undefined);
    return {
      text: JSON.stringify(record, null, 2),
      errorCode: word("errorCode"),
      errorMessage: word("errorMessage"),
      sourceAddress: word("sourceIPAddress"),
    };
  } catch {
    return { text: raw };
  }
}
