/** Asking the server from a component: one state for waiting, having and failing. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type Failure, failureOf } from "../clients/failure";

export interface Asked<T> {
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  /** Asks again, keeping the present value until the answer comes. */
  readonly again: () => void;
}

/**
 * Asks when the component appears and whenever a dependency changes. Answers to a question that is no longer
 * the latest are dropped. A failed question leaves no old value behind: what may no longer be read is not shown.
 */
export function useAsked<T>(ask: () => Promise<T>, dependencies: readonly unknown[]): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, "again">>({ value: undefined, failure: undefined, loading: true });
  const latest = useRef(0);
  const question = useRef(ask);
  question.current = ask;

  const run = useCallback(() => {
    const mine = ++latest.current;
    setState((before) => ({ ...before, loading: true }));
    question.current().then(
      (value) => {
        if (mine === latest.current) setState({ value, failure: undefined, loading: false });
      },
      (thrown: unknown) => {
        if (mine === latest.current) setState({ value: undefined, failure: failureOf(thrown), loading: false });
      },
    );
  }, []);

  useEffect(() => {
    run();
    return () => {
      latest.current += 1;
    };
    // the caller names what the question depends on
  }, [run, ...dependencies]);

  return { ...state, again: run };
}

export interface Doing {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Runs an action once; answers whether it worked. */
  readonly run: (action: () => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

/** Doing something at a click: busy while it runs, a failure when it did not work. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = useCallback(async (action: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await action();
      return true;
    } catch (thrown) {
      setFailure(failureOf(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setFailure(undefined), []);
  return { busy, failure, run, clear };
}
