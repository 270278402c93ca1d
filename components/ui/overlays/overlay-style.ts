/** What floats above the page: scrim and panel motion, shared by dialog and sheet. */
export const scrimStyle =
  "fixed inset-0 z-50 bg-scrim transition-colors duration-150 data-entering:bg-transparent data-exiting:bg-transparent";

export const floatStyle = "rounded-lg bg-float text-ink shadow-float outline-none";
