import { expect, it } from "vitest";
import { thresholdExpression, thresholdsOf, watching } from "../../clients/anomalies";
import { subscribersIn } from "./EditSubscription";

it("writesThresholdsAsAwsDoesAndReadsThemBack", () => {
  const both = { amount: "100", percent: "40" };
  const ThresholdExpression = thresholdExpression(both);
  expect(ThresholdExpression).toEqual({
    Or: [
      { Dimensions: { Key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE", MatchOptions: ["GREATER_THAN_OR_EQUAL"], Values: ["100"] } },
      { Dimensions: { Key: "ANOMALY_TOTAL_IMPACT_PERCENTAGE", MatchOptions: ["GREATER_THAN_OR_EQUAL"], Values: ["40"] } },
    ],
  });
  expect(thresholdsOf({ ThresholdExpression })).toEqual(both);
  expect(thresholdsOf({ ThresholdExpression: thresholdExpression({ amount: "", percent: "10" }) })).toEqual({ amount: "", percent: "10" });
  expect(thresholdsOf({ Threshold: 25 })).toEqual({ amount: "25", percent: "" });
});
it("readsSeveralAddresses", () => {
  expect(subscribersIn("a@b.example, c@d.example", "https://hooks.example/x")).toEqual([
    { Address: "a@b.example", Type: "EMAIL" },
    { Address: "c@d.example", Type: "EMAIL" },
    { Address: "https://hooks.example/x", Type: "SNS" },
  ]);
});
it("saysWhatAMonitorWatches", () => {
  expect(watching({ MonitorName: "x", MonitorType: "DIMENSIONAL", MonitorDimension: "TAG" })).toBe("TAG");
  expect(watching({ MonitorName: "x", MonitorType: "CUSTOM" })).toBe("CUSTOM");
});
