/** The browser's session: it begins at POST /signin and ends at POST /signout. */
import { XSRF_HEADER, xsrfToken } from "./xsrf";

export type Credentials =
  | { readonly email: string; readonly password: string }
  | { readonly account: string; readonly userName: string; readonly password: string };

/** Signs in; answers nothing, or the sentence the server gave for not doing so. */
export async function signIn(credentials: Credentials, unreachable: string): Promise<string | undefined> {
  try {
    const response = await fetch("/signin", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", [XSRF_HEADER]: xsrfToken() },
      body: JSON.stringify(credentials),
    });
    if (response.ok) return undefined;
    const body = (await response.json().catch(() => ({}))) as { message?: string };
    return body.message ?? `${unreachable} (${response.status})`;
  } catch {
    return unreachable;
  }
}

/** Signs out. The console forgets the session whatever the server answers. */
export async function signOut(): Promise<void> {
  try {
    await fetch("/signout", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", [XSRF_HEADER]: xsrfToken() },
      body: "{}",
    });
  } catch {
    // the session then ends at its idle limit
  }
}
