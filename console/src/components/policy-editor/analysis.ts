/** What the server says about a document, asked a moment after the last keystroke. */
import { useEffect, useRef, useState } from "react";
import { bursar } from "../../clients/bursar";
import type { PolicyAnalysis } from "../../clients/bursar-shapes";
import { failureOf } from "../../clients/failure";

const PAUSE_MILLIS = 350;

export interface Analysis {
  readonly result: PolicyAnalysis | undefined;
  readonly checking: boolean;
  readonly notChecked: string | undefined;
}

export function useAnalysis(document: string): Analysis {
  const [state, setState] = useState<Analysis>({ result: undefined, checking: document.trim() !== "", notChecked: undefined });
  const latest = useRef(0);
  useEffect(() => {
    const mine = ++latest.current;
    if (document.trim() === "") {
      setState({ result: undefined, checking: false, notChecked: undefined });
      return;
    }
    setState((before) => ({ ...before, checking: true }));
    const pause = setTimeout(() => {
      bursar.AnalyzePolicy({ PolicyDocument: document }).then(
        (result) => mine === latest.current && setState({ result, checking: false, notChecked: undefined }),
        (thrown: unknown) =>
          mine === latest.current && setState({ result: undefined, checking: false, notChecked: failureOf(thrown).message }),
      );
    }, PAUSE_MILLIS);
    return () => clearTimeout(pause);
  }, [document]);
  return state;
}
