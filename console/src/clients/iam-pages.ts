/** Reads every page of an IAM listing; IAM marks the next page by IsTruncated and Marker. */
interface MarkedPage {
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}

export async function everyPage<P extends MarkedPage, T>(
  ask: (marker: string | undefined) => Promise<P>,
  items: (page: P) => T[] | undefined,
): Promise<T[]> {
  const all: T[] = [];
  let marker: string | undefined;
  do {
    const page = await ask(marker);
    all.push(...(items(page) ?? []));
    marker = page.IsTruncated ? page.Marker : undefined;
  } while (marker);
  return all;
}

/** A policy document as IAM sends it (percent-encoded JSON), as readable text. */
export function policyText(encoded: string | undefined): string {
  if (!encoded) return "";
  const text = encoded.trimStart().startsWith("{") ? encoded : decodeURIComponent(encoded.replaceAll("+", "%20"));
  return text;
}
