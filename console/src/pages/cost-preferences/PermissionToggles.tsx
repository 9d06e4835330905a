/** The three decisions about what members see. */
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import type { MemberPermissions } from "../../clients/bursar-shapes";
import { useMessages } from "../../messages";
import { permissionsOf } from "./exceptions";

interface PermissionTogglesProps {
  said: MemberPermissions;
  /** Absent where another account decides. */
  change?: (wanted: MemberPermissions) => void;
}

export function PermissionToggles({ said, change }: PermissionTogglesProps) {
  const m = useMessages();
  const decisions: readonly { key: keyof MemberPermissions; label: string; text: string }[] = [
    { key: "LinkedAccountAccess", label: m.preferences.access, text: m.preferences.accessText },
    { key: "LinkedAccountRefundsAndCredits", label: m.preferences.refundsAndCredits, text: m.preferences.refundsAndCreditsText },
    { key: "LinkedAccountDiscounts", label: m.preferences.discounts, text: m.preferences.discountsText },
  ];
  return (
    <SpaceBetween size="s">
      {decisions.map(({ key, label, text }) => (
        <Toggle
          key={key}
          checked={said[key]}
          description={text}
          disabled={!change}
          onChange={({ detail }) => change?.({ ...permissionsOf(said), [key]: detail.checked })}
          data-testid={key}
        >
          {label}
        </Toggle>
      ))}
    </SpaceBetween>
  );
}
