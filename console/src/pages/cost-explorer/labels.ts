/** How groups are named to the reader. */
import type { CostAnswer } from "../../clients/cost-query";
import type { Messages } from "../../messages";
import type { Dimension } from "./report";

export function groupTitle(group: string, m: Messages): string {
  return group.startsWith("TAG:") ? m.costExplorer.tag(group.slice(4)) : m.costExplorer.dimensions[group as Dimension];
}

/** One key of a group: a tag's key comes as "key$value"; nothing is said as nothing. */
export function keyLabel(group: string, key: string, m: Messages): string {
  const value = group.startsWith("TAG:") && key.startsWith(`${group.slice(4)}$`) ? key.slice(group.length - 3) : key;
  return value || m.costExplorer.noGroup(groupTitle(group, m));
}

export function groupLabel(groupBy: readonly string[], keys: CostAnswer["groups"][number]["keys"], m: Messages): string {
  return keys.map((key, index) => keyLabel(groupBy[index] ?? "", key, m)).join(" / ") || m.costExplorer.total;
}
