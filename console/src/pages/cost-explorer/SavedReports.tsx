/** The saved reports: opening, saving, changing and deleting one. Nothing at all where they cannot be read. */
import ButtonDropdown, { type ButtonDropdownProps } from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { replaceQuery } from "../../app/router";
import { changeReport, deleteReport, listReports, saveReport } from "../../clients/saved-reports";
import { failureOf } from "../../clients/failure";
import { Confirmation } from "../../components/Confirmation";
import { Dialog } from "../../components/Dialog";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { type Report, reportQuery } from "./report";

/** Where the address names the saved report that is open. */
const SAVED = "report";

/** The new query of the page, with the name of the saved report that is open. */
export function keepingSaved(before: URLSearchParams, after: URLSearchParams): URLSearchParams {
  const open = before.get(SAVED);
  if (open) after.set(SAVED, open);
  return after;
}

export function SavedReports({ address, report }: { address: string; report: Report }) {
  const m = useMessages();
  const t = m.costExplorer;
  const { tell } = useNotices();
  const asked = useAsked(listReports, []);
  const [doing, setDoing] = useState<"save" | "delete">();
  const [name, setName] = useState("");
  if (!asked.value) return null;
  const reports = asked.value;
  const open = reports.find((one) => one.id === new URLSearchParams(address).get(SAVED));
  const own = open && !open.shipped ? open : undefined;
  const query = reportQuery(report).toString();
  const show = (id: string, its: string) => {
    const next = new URLSearchParams(its);
    next.set(SAVED, id);
    replaceQuery(next);
  };
  const change = async (id: string, its: string) => {
    try {
      await changeReport(id, its, query);
      tell(t.reportSaved(its));
      asked.again();
    } catch (thrown) {
      tell(failureOf(thrown).message, "error");
    }
  };
  const item = ({ id, name: text }: { id: string; name: string }): ButtonDropdownProps.Item => ({ id: `open ${id}`, text, ...(id === open?.id ? { iconName: "check" as const } : {}) });
  const section = (text: string, items: ButtonDropdownProps.Item[]): ButtonDropdownProps.ItemGroup[] => (items.length ? [{ id: text, text, items }] : []);
  return (
    <>
      <ButtonDropdown
        data-testid="saved-reports"
        items={[
          ...section(t.defaultReports, reports.filter((one) => one.shipped).map(item)),
          ...section(t.ownReports, reports.filter((one) => !one.shipped).map(item)),
          ...(own ? [{ id: "change", text: t.saveChanges(own.name), disabled: own.query === query }] : []),
          { id: "save", text: t.saveReport },
          ...(own ? [{ id: "delete", text: t.deleteReport(own.name) }] : []),
        ]}
        onItemClick={({ detail }) => {
          const chosen = reports.find((one) => `open ${one.id}` === detail.id);
          if (chosen) show(chosen.id, chosen.query);
          else if (detail.id === "change" && own) void change(own.id, own.name);
          else setDoing(detail.id === "delete" ? "delete" : "save");
        }}
      >
        {open?.name ?? t.reports}
      </ButtonDropdown>
      {doing === "save" ? (
        <Dialog
          title={t.saveReport}
          submit={m.states.save}
          ready={name.trim() !== ""}
          act={async () => show(await saveReport(name.trim(), query), query)}
          close={() => setDoing(undefined)}
          done={() => {
            tell(t.reportSaved(name.trim()));
            setDoing(undefined);
            setName("");
            asked.again();
          }}
          submitId="save-report"
        >
          <TextField label={t.reportName} id="report-name" value={name} set={setName} />
        </Dialog>
      ) : null}
      {doing === "delete" && own ? (
        <Confirmation
          title={t.deleteReportTitle(own.name)}
          text={t.deleteReportText}
          act={() => deleteReport(own.id)}
          cancel={() => setDoing(undefined)}
          done={() => {
            tell(t.reportDeleted(own.name));
            setDoing(undefined);
            replaceQuery(reportQuery(report));
            asked.again();
          }}
        />
      ) : null}
    </>
  );
}
