/** True when a key belongs to what the person is writing, so a shortcut must leave it alone. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return Boolean(
    target?.closest?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable=true]"),
  );
}
