/** How groups are named to the reader. */
import type { CostAnswer } from "../../clients/cost-query";
import type { Messages } from "../../messages";
import type { Dimension } from "./dimensions";

export function groupTitle(group: string, m: Messages): string {
  if (group.startsWith("TAG:")) return m.costExplorer.tag(group.slice(4));
  if (group.startsWith("CATEGORY:")) return m.costExplorer.category(group.slice(9));
  return m.costExplorer.dimensions[group as Dimension];
}

/** What the server writes for a row that lacks a dimension: NoRegion, NoAZ. */
function absentWord(group: string): string {
  if (group === "AZ") return "NoAZ";
  return `No${group.split("_").map((part) => part.charAt(0) + part.slice(1).toLowerCase()).join("")}`;
}

/** One key of a group: those of a tag and of a cost category come as "key$value"; nothing is said as nothing. */
export function keyLabel(group: string, key: string, m: Messages, names?: ReadonlyMap<string, string>): string {
  const own = /^(?:TAG|CATEGORY):(.*)$/s.exec(group)?.[1];
  const value = own !== undefined && key.startsWith(`${own}$`) ? key.slice(own.length + 1) : key;
  if (!value || (own === undefined && value === absentWord(group))) return m.costExplorer.noGroup(groupTitle(group, m));
  const name = group === "LINKED_ACCOUNT" ? names?.get(value) : undefined;
  return name && name !== value ? `${name} (${value})` : value;
}

export function groupLabel(
  groupBy: readonly string[],
  keys: CostAnswer["groups"][number]["keys"],
  m: Messages,
  names?: ReadonlyMap<string, string>,
): string {
  return keys.map((key, index) => keyLabel(groupBy[index] ?? "", key, m, names)).join(" / ") || m.costExplorer.total;
}
