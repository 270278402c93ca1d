import { isTyping } from "@/components/ui/forms/typing";

const OPEN =
  "[role=dialog]:not([popover]), [role=alertdialog], [role=menu], [role=listbox], dialog[open], :popover-open";

/** True while something is open over the page: keys belong to it, and Escape closes it first. */
export function isOverlayOpen(): boolean {
  return document.querySelector(OPEN) !== null;
}

/** True when a key is meant for the page: pressed alone, while nobody types, nothing is open and nothing else took it. */
export function isPageKey(event: KeyboardEvent): boolean {
  const isModified = event.metaKey || event.ctrlKey || event.altKey;
  return !isModified && !event.defaultPrevented && !isTyping(event) && !isOverlayOpen();
}
