import { SearchField } from "@/components/ui/forms/search-field";
import type { AssistantChoices } from "./people-choices";

type NarrowChoicesProps = { assistants: AssistantChoices; label: string; action: string; hint: string };

/** Where no script runs: the way to assistants beyond those that a form lists. With it the field itself searches. */
export function NarrowChoices({ assistants, label, action, hint }: NarrowChoicesProps) {
  if (!assistants.isCut && assistants.q === undefined) return null;
  return (
    <noscript>
      <SearchField label={label} action={action} name="assistant" query={assistants.q} />
      {assistants.isCut && <p className="text-sm text-ink-2">{hint}</p>}
    </noscript>
  );
}
