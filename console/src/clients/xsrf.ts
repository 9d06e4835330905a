/** The header that proves a request comes from this page: the value of the readable XSRF-TOKEN cookie. */
export const XSRF_HEADER = "X-XSRF-TOKEN";

export function xsrfToken(cookies: string = document.cookie): string {
  for (const cookie of cookies.split(/;\s*/)) {
    const split = cookie.indexOf("=");
    if (cookie.slice(0, split) === "XSRF-TOKEN") return decodeURIComponent(cookie.slice(split + 1));
  }
  return "";
}
