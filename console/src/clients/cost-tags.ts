/** Cost allocation tags: which there are, which are active, and backfills of earlier months. */
import {
  type CostAllocationTag,
  type CostAllocationTagBackfillRequest,
  type CostAllocationTagStatus,
  ListCostAllocationTagBackfillHistoryCommand,
  ListCostAllocationTagsCommand,
  StartCostAllocationTagBackfillCommand,
  UpdateCostAllocationTagsStatusCommand,
  type UpdateCostAllocationTagsStatusError,
} from "@aws-sdk/client-cost-explorer";
import { costs } from "./aws";
import { everyPage } from "./paging";

/** A tag key of the cost data. */
export interface CostTag {
  readonly key: string;
  readonly active: boolean;
  /** Who makes the tag: UserDefined or AWSGenerated. */
  readonly type: string;
  readonly updated: string | undefined;
  readonly used: string | undefined;
}

function readTag(tag: CostAllocationTag): CostTag {
  return { key: tag.TagKey ?? "", active: tag.Status === "Active", type: tag.Type ?? "", updated: tag.LastUpdatedDate, used: tag.LastUsedDate };
}

/** As many as one call takes. */
const KEYS_MAX = 20;

export async function listTags(): Promise<CostTag[]> {
  const found = await everyPage(
    (NextToken) => costs.send(new ListCostAllocationTagsCommand({ ...(NextToken ? { NextToken } : {}) })),
    (page) => page.CostAllocationTags,
    (page) => page.NextToken,
  );
  return found.map(readTag);
}

/** Activates or deactivates tags; answers those for which it did not work. */
export async function setTags(keys: readonly string[], Status: CostAllocationTagStatus): Promise<UpdateCostAllocationTagsStatusError[]> {
  const errors: UpdateCostAllocationTagsStatusError[] = [];
  for (let at = 0; at < keys.length; at += KEYS_MAX) {
    const CostAllocationTagsStatus = keys.slice(at, at + KEYS_MAX).map((TagKey) => ({ TagKey, Status }));
    errors.push(...((await costs.send(new UpdateCostAllocationTagsStatusCommand({ CostAllocationTagsStatus }))).Errors ?? []));
  }
  return errors;
}

export function listBackfills(): Promise<CostAllocationTagBackfillRequest[]> {
  return everyPage(
    (NextToken) => costs.send(new ListCostAllocationTagBackfillHistoryCommand({ ...(NextToken ? { NextToken } : {}) })),
    (page) => page.BackfillRequests,
    (page) => page.NextToken,
  );
}

/** Applies the active tags to costs from that month on, YYYY-MM. */
export async function startBackfill(month: string): Promise<void> {
  await costs.send(new StartCostAllocationTagBackfillCommand({ BackfillFrom: `${month}-01T00:00:00Z` }));
}
