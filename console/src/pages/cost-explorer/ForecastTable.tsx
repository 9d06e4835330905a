/** The forecast in numbers: what is expected, and the interval around it. */
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import type { Asked } from "../../app/asking";
import { type Forecast, type ForecastPeriod, INTERVAL_PERCENT } from "../../clients/cost-forecast";
import { isUnserved } from "../../clients/failure";
import { Amount, AmountHead } from "../../components/Amount";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Unserved } from "../../components/Unserved";
import { csv, download } from "../../csv/csv";
import { type Messages, useMessages } from "../../messages";
import { type Decimal, plain } from "../../money/decimal";
import { money } from "../../money/format";
import type { Report } from "./report";
import { periodLabel } from "./series";

/** What the server answers where the data allow no forecast, and says why. */
const IMPOSSIBLE = new Set(["DataUnavailableException", "UnresolvableUsageUnitException"]);
const PERCENT = `${INTERVAL_PERCENT} %`;

export function ForecastTable({ report, asked }: { report: Report; asked: Asked<Forecast | undefined> }) {
  const m = useMessages();
  const t = m.costExplorer;
  if (asked.failure?.kind === "failed" && IMPOSSIBLE.has(asked.failure.code)) {
    return (
      <Alert type="info" header={t.noForecast} data-testid="no-forecast">
        {asked.failure.message}
      </Alert>
    );
  }
  if (asked.failure) {
    return <Unserved failure={asked.failure} what={t.forecasts} {...(isUnserved(asked.failure) ? {} : { again: asked.again })} />;
  }
  const forecast = asked.value;
  const unit = forecast?.unit ?? "";
  const amount = (value: Decimal | undefined) => <Amount>{value ? money(value, unit) : m.states.unknown}</Amount>;
  return (
    <Listing<ForecastPeriod>
      title={t.forecastTitle}
      description={`${t.forecastText(PERCENT)}${forecast ? ` ${t.forecastTotal}: ${money(forecast.total, unit)}.` : ""}`}
      testId="forecast"
      items={forecast?.periods ?? []}
      keyOf={(period) => period.start}
      loading={asked.loading}
      pageSize={12}
      empty={<Emptiness title={t.noForecast} text={t.noForecastText} />}
      actions={
        <Button
          iconName="download"
          disabled={!forecast?.periods.length}
          onClick={() => forecast && download(t.forecastCsvName(forecast.periods[0]?.start ?? ""), forecastCsv(forecast, m))}
        >
          {m.states.downloadCsv}
        </Button>
      }
      columns={[
        { id: "period", header: t.period, isRowHeader: true, cell: (period) => periodLabel(report, period.start) },
        { id: "lower", header: <AmountHead>{t.forecastLower(PERCENT)}</AmountHead>, cell: (period) => amount(period.lower) },
        { id: "mean", header: <AmountHead>{t.forecastMean}</AmountHead>, cell: (period) => amount(period.mean) },
        { id: "upper", header: <AmountHead>{t.forecastUpper(PERCENT)}</AmountHead>, cell: (period) => amount(period.upper) },
      ]}
    />
  );
}

/** The forecast as a file, with every digit of the answer. */
export function forecastCsv(forecast: Forecast, m: Messages): string {
  const t = m.costExplorer;
  const heads = [t.period, t.forecastLower(PERCENT), t.forecastMean, t.forecastUpper(PERCENT)].map((head, index) => (index > 0 && forecast.unit ? `${head} (${forecast.unit})` : head));
  const text = (value: Decimal | undefined) => (value ? plain(value) : "");
  return csv([heads, ...forecast.periods.map((period) => [period.start, text(period.lower), plain(period.mean), text(period.upper)])]);
}
