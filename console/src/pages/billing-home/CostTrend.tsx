import BarChart from "@cloudscape-design/components/bar-chart";
import type { CostAnswer } from "../../clients/cost-query";
import { Emptiness } from "../../components/Emptiness";
import { useMessages } from "../../messages";
import { coordinate, isZero } from "../../money/decimal";
import { axisAmount } from "../../money/format";
import { shortMonth } from "../../time/calendar";

/** The last months as bars. */
export function CostTrend({ answer }: { answer: CostAnswer }) {
  const m = useMessages();
  const unit = answer.unit || "USD";
  if (answer.periods.every((period) => isZero(period.total))) {
    return <Emptiness title={m.billing.noCosts} text={m.billing.noCostsText} />;
  }
  return (
    <BarChart
      ariaLabel={m.billing.trend}
      height={230}
      hideFilter
      hideLegend
      xScaleType="categorical"
      xTitle={m.billing.month}
      yTitle={`${m.billing.cost} (${unit})`}
      emphasizeBaselineAxis={false}
      i18nStrings={{ yTickFormatter: (value) => axisAmount(value, unit) }}
      series={[
        {
          type: "bar",
          title: m.billing.cost,
          color: "#0b8f86",
          data: answer.periods.map((period) => ({ x: shortMonth(period.start.slice(0, 7)), y: coordinate(period.total) })),
          valueFormatter: (value) => axisAmount(value, unit),
        },
      ]}
    />
  );
}
