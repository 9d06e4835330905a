/** The values a reader may filter by, from Cost Explorer itself. */
import { GetDimensionValuesCommand, GetTagsCommand } from "@aws-sdk/client-cost-explorer";
import { costs } from "../../clients/aws";
import { addDays } from "../../time/calendar";
import type { Dimension } from "./report";

export async function tagKeys(start: string, last: string): Promise<string[]> {
  const answer = await costs.send(new GetTagsCommand({ TimePeriod: { Start: start, End: addDays(last, 1) } }));
  return (answer.Tags ?? []).filter((key) => key !== "");
}

/** Values of a dimension or of `TAG:key` in a range, those with the text first where the server searches. */
export async function valuesOf(key: string, start: string, last: string): Promise<string[]> {
  const TimePeriod = { Start: start, End: addDays(last, 1) };
  if (key.startsWith("TAG:")) {
    const answer = await costs.send(new GetTagsCommand({ TimePeriod, TagKey: key.slice(4) }));
    return answer.Tags ?? [];
  }
  const answer = await costs.send(new GetDimensionValuesCommand({ TimePeriod, Dimension: key as Dimension }));
  return (answer.DimensionValues ?? []).flatMap((value) => (value.Value === undefined ? [] : [value.Value]));
}
