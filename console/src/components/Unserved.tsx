import Alert from "@cloudscape-design/components/alert";
import type { Failure } from "../clients/failure";
import { isUnserved } from "../clients/failure";
import { useMessages } from "../messages";
import { Trouble } from "./Trouble";

interface UnservedProps {
  failure: Failure | undefined;
  /** What this server cannot do, as a noun: "forecasts". */
  what: string;
  again?: () => void;
}

/** Why something could not be shown: a plain sentence where this server has no such operation, otherwise what went wrong. */
export function Unserved({ failure, what, again }: UnservedProps) {
  const m = useMessages();
  if (!isUnserved(failure)) return <Trouble failure={failure} {...(again ? { again } : {})} />;
  return (
    <Alert type="info" data-testid="unserved">
      {m.states.unserved(what)}
    </Alert>
  );
}
