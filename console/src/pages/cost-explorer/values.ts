/** The values a reader may filter by, from Cost Explorer itself. */
import { GetCostCategoriesCommand, GetDimensionValuesCommand, GetTagsCommand } from "@aws-sdk/client-cost-explorer";
import { costs } from "../../clients/aws";
import { addDays } from "../../time/calendar";
import type { Dimension } from "./dimensions";

/** A value, and how it is called where that differs, as accounts are. */
export interface FoundValue {
  readonly value: string;
  readonly name?: string | undefined;
}

export async function tagKeys(start: string, last: string): Promise<string[]> {
  const answer = await costs.send(new GetTagsCommand({ TimePeriod: { Start: start, End: addDays(last, 1) } }));
  return (answer.Tags ?? []).filter((key) => key !== "");
}

/** The names of the cost categories; none where the server does not answer, for they are an addition. */
export async function categoryNames(start: string, last: string): Promise<string[]> {
  const asked = costs.send(new GetCostCategoriesCommand({ TimePeriod: { Start: start, End: addDays(last, 1) } }));
  return asked.then((answer) => answer.CostCategoryNames ?? [], () => []);
}

/** Values of a dimension, of `TAG:key` or of `CATEGORY:name` in a range; those that hold the text, where one is given. */
export async function valuesOf(key: string, start: string, last: string, text: string): Promise<FoundValue[]> {
  const asked = { TimePeriod: { Start: start, End: addDays(last, 1) }, ...(text ? { SearchString: text } : {}) };
  if (key.startsWith("TAG:")) {
    const answer = await costs.send(new GetTagsCommand({ ...asked, TagKey: key.slice(4) }));
    return (answer.Tags ?? []).map((value) => ({ value }));
  }
  if (key.startsWith("CATEGORY:")) {
    const answer = await costs.send(new GetCostCategoriesCommand({ ...asked, CostCategoryName: key.slice(9) }));
    return (answer.CostCategoryValues ?? []).map((value) => ({ value }));
  }
  // the two dimensions of this server's own are not in the SDK's list of names
  const answer = await costs.send(new GetDimensionValuesCommand({ ...asked, Dimension: key as Exclude<Dimension, "CURRENCY" | "PROVIDER"> }));
  return (answer.DimensionValues ?? []).flatMap(({ Value, Attributes }) => (Value === undefined ? [] : [{ value: Value, name: Attributes?.["description"] }]));
}
