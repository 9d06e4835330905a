/** The look of the console: its colours over Cloudscape's, and light or dark as the reader chose. */
import { applyMode, Mode } from "@cloudscape-design/global-styles";
import { applyTheme } from "@cloudscape-design/components/theming";

export type Appearance = "light" | "dark";
const KEY = "bursar.appearance";

export function appearance(): Appearance {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark") return kept;
  return window.matchMedia?.("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function choose(next: Appearance): void {
  localStorage.setItem(KEY, next);
  applyMode(next === "dark" ? Mode.Dark : Mode.Light);
}

/** Applies theme and mode once, before the first page is drawn. */
export function dressUp(): void {
  const accent = { light: "#0b6b65", dark: "#5ec8bd" };
  const accentStrong = { light: "#084f4b", dark: "#8be0d6" };
  applyTheme({
    theme: {
      tokens: {
        colorBackgroundButtonPrimaryDefault: accent,
        colorBackgroundButtonPrimaryHover: accentStrong,
        colorBackgroundButtonPrimaryActive: accentStrong,
        colorBorderButtonNormalDefault: accent,
        colorBorderButtonNormalHover: accentStrong,
        colorTextButtonNormalDefault: accent,
        colorTextButtonNormalHover: accentStrong,
        colorTextLinkDefault: accent,
        colorTextLinkHover: accentStrong,
        colorTextAccent: accent,
        colorBackgroundControlChecked: accent,
        colorBackgroundToggleCheckedDisabled: { light: "#a9d3cf", dark: "#2b5f5a" },
        colorBorderItemFocused: accent,
        colorBorderItemSelected: accent,
        colorBackgroundItemSelected: { light: "#eef8f6", dark: "#0f2927" },
        colorBackgroundSegmentActive: accent,
        colorBackgroundLayoutToggleSelectedDefault: accent,
        borderRadiusContainer: "12px",
      },
    },
  });
  applyMode(appearance() === "dark" ? Mode.Dark : Mode.Light);
}
