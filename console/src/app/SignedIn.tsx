/**
 * Everything behind sign-in. Who is signed in is asked once; which pages they may open is asked again at every
 * navigation, so that a right taken away is gone at the next click.
 */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Alert from "@cloudscape-design/components/alert";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useState } from "react";
import { bursar } from "../clients/bursar";
import { onSignedOut } from "../clients/failure";
import { xsrfToken } from "../clients/xsrf";
import { useMessages } from "../messages";
import { addresses } from "./addresses";
import { useAsked } from "./asking";
import { PageFrame } from "./PageFrame";
import { navigate, usePlace } from "./router";
import { SessionContext } from "./session";

/** Remembers, for the sign-in page, that a session ended by itself. */
export const endedSession = { value: false };

/** Leads to sign-in, and from there back to where the reader wanted to go. */
function toSignIn(): void {
  const here = location.pathname + location.search;
  navigate(addresses.signIn(here === "/" ? undefined : here), { replace: true });
}

/** Whoever has no session cookie's token is not signed in; nothing need be asked to know that. */
export function SignedIn() {
  const [hasSession] = useState(() => xsrfToken() !== "");
  useEffect(() => {
    if (!hasSession) toSignIn();
  }, [hasSession]);
  return hasSession ? <Inside /> : null;
}

function Inside() {
  const m = useMessages();
  const { path, visit } = usePlace();
  const [sessionAsked, setSessionAsked] = useState(0);
  const session = useAsked(() => bursar.GetSession({}), [sessionAsked]);
  const pages = useAsked(() => bursar.ListConsolePages({}), [path, visit]);
  const [settled, setSettled] = useState<string>();

  useEffect(
    () =>
      onSignedOut(() => {
        if (location.pathname === "/signin") return;
        endedSession.value = location.pathname !== "/";
        toSignIn();
      }),
    [],
  );

  // a page is drawn only after the answer for this very visit, never on the strength of an older one
  useEffect(() => {
    if (!pages.loading) setSettled(`${visit} ${path}`);
  }, [pages.loading, pages.value, visit, path]);

  const failure = session.failure ?? pages.failure;
  if (failure && failure.kind !== "signed-out") {
    return (
      <Box padding="xl">
        <Alert
          type="error"
          header={m.states.failedTitle}
          action={
            <Button
              onClick={() => {
                session.again();
                pages.again();
              }}
            >
              {m.states.tryAgain}
            </Button>
          }
        >
          {failure.message}
        </Alert>
      </Box>
    );
  }
  if (!session.value || !pages.value) {
    return (
      <Box padding="xxxl" textAlign="center">
        <Spinner size="large" /> <Box variant="p">{m.states.loading}</Box>
      </Box>
    );
  }
  return (
    <SessionContext
      value={{
        session: session.value,
        pages: pages.value.Pages,
        refreshSession: () => setSessionAsked((n) => n + 1),
      }}
    >
      <PageFrame checked={!pages.loading && settled === `${visit} ${path}`} />
    </SessionContext>
  );
}
