import { Eye } from "lucide-react";

/** Who may see a figure, or what is said. */
export function SeenBy({ words }: { words: string }) {
  return (
    <p className="flex items-center gap-1.5 text-xs text-ink-2">
      <Eye aria-hidden className="size-3.5" />
      {words}
    </p>
  );
}
