/** Who is signed in, and which pages they may open now. */
import { createContext, useContext } from "react";
import type { ConsolePage, PageAccess, Session } from "../clients/bursar-shapes";

export interface SessionState {
  readonly session: Session;
  readonly pages: readonly PageAccess[];
  readonly refreshSession: () => void;
}

export const SessionContext = createContext<SessionState | undefined>(undefined);

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error("This component is shown only to someone signed in.");
  return state;
}

export function mayOpen(pages: readonly PageAccess[], page: ConsolePage): boolean {
  return pages.some((access) => access.Page === page && access.Allowed);
}
