export const THEMES = ["system", "light", "dark"] as const;

/** How the pages look: as the device asks, light, or dark. */
export type Theme = (typeof THEMES)[number];

export function isTheme(text: unknown): text is Theme {
  return THEMES.includes(text as Theme);
}

/** What the root element says about the theme; nothing for "system". */
export function themeAttribute(theme: unknown): "light" | "dark" | undefined {
  return theme === "light" || theme === "dark" ? theme : undefined;
}
