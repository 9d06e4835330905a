/**
 * Addresses of the console: clean paths and queries over the browser's history. Links are ordinary <a href>;
 * one listener turns plain clicks on them into navigation without loading the page anew.
 */
import { useSyncExternalStore } from "react";

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Counts every navigation, also one to the same path. */
  readonly visit: number;
}

let visit = 0;
let place: Place = read();
const listeners = new Set<() => void>();

function read(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search), visit };
}

function tell(): void {
  place = read();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => place);
}

/** Goes to an address of this console. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  visit += 1;
  if (options.replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  window.scrollTo(0, 0);
  tell();
}

/** Changes the query of this page (the state that a shared link keeps) without being a navigation. */
export function replaceQuery(query: URLSearchParams): void {
  const text = query.toString();
  history.replaceState(null, "", text ? `${location.pathname}?${text}` : location.pathname);
  tell();
}

/** Should this click be left to the browser (new tab, download, another origin)? */
export function leftToBrowser(event: MouseEvent, link: HTMLAnchorElement): boolean {
  return (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey ||
    link.target === "_blank" ||
    link.hasAttribute("download") ||
    !link.hasAttribute("href") ||
    link.getAttribute("href")!.startsWith("#") ||
    link.origin !== location.origin
  );
}

/** Begins listening for clicks and for the browser's back and forward; answers how to stop. */
export function startRouting(): () => void {
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || leftToBrowser(event, link)) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  };
  const back = () => {
    visit += 1;
    tell();
  };
  document.addEventListener("click", click);
  window.addEventListener("popstate", back);
  return () => {
    document.removeEventListener("click", click);
    window.removeEventListener("popstate", back);
  };
}
