/** The stand-in's costs: a year of made-up amounts, the same at every start. */
import { costSetupOperation } from "./stand-in-cost-setup.mjs";
import { need } from "./stand-in-state.mjs";

const services = [
  ["Amazon Elastic Compute Cloud", 131.2],
  ["Amazon Relational Database Service", 74.5],
  ["Amazon Simple Storage Service", 41.3],
  ["Amazon CloudFront", 22.8],
  ["AWS Lambda", 12.4],
  ["Amazon DynamoDB", 11.1],
  ["Amazon Virtual Private Cloud", 7.9],
  ["AWS Key Management Service", 3.2],
  ["Amazon Route 53", 1.4],
  ["Amazon Simple Queue Service", 0.9],
  ["AmazonCloudWatch", 6.6],
  ["Amazon ElastiCache", 9.7],
];
const regions = ["us-east-1", "eu-central-1", ""];
const accounts = [["210987654321", "Harbour Lights"], ["310987654321", "Ferry"], ["410987654321", "Lighthouse"]];
const teams = ["web", "data", "platform", ""];

const hash = (text) => [...text].reduce((h, c) => (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0, 7) / 2 ** 32;
const cents = (value) => value.toFixed(6);
const day = (date) => date.toISOString().slice(0, 10);

/** Lines of one day: service, region, account, team and amount. */
function lines(date) {
  const age = (Date.now() - Date.parse(date)) / 86_400_000;
  if (age < -1 || age > 400) return [];
  return services.flatMap(([service, base]) =>
    regions.map((region, r) => {
      const account = accounts[Math.floor(hash(service + region) * 3)][0];
      const wave = 1 + 0.25 * Math.sin(age / 9 + hash(service) * 6) + (400 - age) / 900;
      return { SERVICE: service, REGION: region, LINKED_ACCOUNT: account, USAGE_TYPE: `${region || "Global"}-${service.split(" ").at(-1)}-Hours`, RECORD_TYPE: "Usage", "TAG:team": teams[Math.floor(hash(region + service) * 4)], amount: (base * wave * [0.6, 0.3, 0.1][r]) };
    }),
  );
}

function between(start, end) {
  const days = [];
  for (let at = new Date(`${start}T00:00:00Z`); day(at) < end; at.setUTCDate(at.getUTCDate() + 1)) days.push(day(at));
  return days;
}

function keeps(line, filter) {
  if (!filter) return true;
  if (filter.And) return filter.And.every((one) => keeps(line, one));
  if (filter.Or) return filter.Or.some((one) => keeps(line, one));
  if (filter.Not) return !keeps(line, filter.Not);
  if (filter.CostCategories) return true;
  if (filter.Tags) return filter.Tags.Values.includes(line[`TAG:${filter.Tags.Key}`]);
  const { Key, Values, MatchOptions = [] } = filter.Dimensions;
  const own = line[Key] ?? "";
  return Values.some((value) => (MatchOptions.includes("STARTS_WITH") ? own.startsWith(value) : MatchOptions.includes("CONTAINS") ? own.includes(value) : own === value));
}

export function costOperation(state, caller, name, input) {
  need(state, caller, `ce:${name}`);
  if (name === "GetTags") {
    return input.TagKey ? { Tags: teams, ReturnSize: 4, TotalSize: 4 } : { Tags: ["team"], ReturnSize: 1, TotalSize: 1 };
  }
  if (name === "GetDimensionValues") {
    const values = [...new Set(lines(day(new Date())).map((line) => line[input.Dimension]))];
    return { DimensionValues: values.map((Value) => ({ Value, Attributes: {} })), ReturnSize: values.length, TotalSize: values.length };
  }
  if (name !== "GetCostAndUsage") return costSetupOperation(name, input);
  const metric = input.Metrics[0];
  const unit = metric === "UsageQuantity" ? "N/A" : "USD";
  const periods = new Map();
  for (const date of between(input.TimePeriod.Start.slice(0, 10), input.TimePeriod.End.slice(0, 10))) {
    const start = input.Granularity === "MONTHLY" ? (date.slice(0, 7) === input.TimePeriod.Start.slice(0, 7) ? input.TimePeriod.Start : `${date.slice(0, 7)}-01`) : date;
    const period = periods.get(start) ?? { total: 0, groups: new Map(), end: date };
    periods.set(start, period);
    for (const line of lines(date).filter((one) => keeps(one, input.Filter))) {
      period.total += line.amount;
      const keys = (input.GroupBy ?? []).map((group) => (group.Type === "TAG" ? `${group.Key}$${line[`TAG:${group.Key}`] ?? ""}` : (line[group.Key] ?? `${group.Key}$`)));
      const key = JSON.stringify(keys);
      period.groups.set(key, (period.groups.get(key) ?? 0) + line.amount);
    }
  }
  return {
    GroupDefinitions: input.GroupBy ?? [],
    ResultsByTime: [...periods].map(([Start, period]) => ({
      TimePeriod: { Start, End: period.end },
      Estimated: Start.slice(0, 7) === day(new Date()).slice(0, 7),
      Total: input.GroupBy ? {} : { [metric]: { Amount: cents(period.total), Unit: unit } },
      Groups: input.GroupBy ? [...period.groups].map(([keys, amount]) => ({ Keys: JSON.parse(keys), Metrics: { [metric]: { Amount: cents(amount), Unit: unit } } })) : [],
    })),
    DimensionValueAttributes: accounts.map(([Value, description]) => ({ Value, Attributes: { description } })),
  };
}

export function bill(state, month) {
  const now = day(new Date()).slice(0, 7);
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const end = month === now ? day(new Date(Date.now() + 86_400_000)) : day(next);
  const all = between(`${month}-01`, end).flatMap(lines);
  const sum = (list) => cents(list.reduce((total, line) => total + line.amount, 0));
  const by = (list, key) => [...list.reduce((groups, line) => groups.set(line[key], [...(groups.get(line[key]) ?? []), line]), new Map())];
  const AvailableMonths = Array.from({ length: 12 }, (_, index) => {
    const at = new Date(`${now}-01T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() - index);
    return day(at).slice(0, 7);
  });
  const usage = Number(sum(all));
  return {
    Month: month,
    Currency: "USD",
    Estimated: month === now,
    Total: cents(usage + usage * 0.19 - 50),
    Tax: cents(usage * 0.19),
    Credits: "-50.000000",
    Services: by(all, "SERVICE").map(([Service, own]) => ({
      Service,
      Amount: sum(own),
      Regions: by(own, "REGION").map(([Region, part]) => ({ Region, Amount: sum(part), UsageTypes: by(part, "USAGE_TYPE").map(([UsageType, few]) => ({ UsageType, Quantity: cents(few.length * 24), Unit: "Hrs", Amount: sum(few) })) })),
    })),
    Accounts: by(all, "LINKED_ACCOUNT").map(([AccountId, own]) => ({ AccountId, AccountName: accounts.find(([id]) => id === AccountId)[1], Amount: sum(own), Services: by(own, "SERVICE").map(([Service, part]) => ({ Service, Amount: sum(part) })) })),
    AvailableMonths,
  };
}

export function trailOperation(state, caller, name, input) {
  need(state, caller, "cloudtrail:LookupEvents");
  const wanted = input.LookupAttributes?.[0];
  const Events = state.events
    .map((event, index) => ({
      EventId: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      EventName: event.name,
      EventTime: event.at,
      EventSource: /IAMAccess/.test(event.name) ? "billingconsole.amazonaws.com" : "iam.amazonaws.com",
      Username: event.by.replace(/^.*[:/]/, ""),
      Resources: [],
      CloudTrailEvent: JSON.stringify({ eventVersion: "1.11", eventName: event.name, sourceIPAddress: "127.0.0.1", userIdentity: { arn: event.by }, ...(event.error ? { errorCode: event.error.replace("Exception", ""), errorMessage: event.message } : {}) }),
    }))
    .filter((event) => !wanted || (wanted.AttributeKey === "ReadOnly" ? wanted.AttributeValue === "false" : event[wanted.AttributeKey] === wanted.AttributeValue));
  return { Events: Events.slice(0, 50) };
}
