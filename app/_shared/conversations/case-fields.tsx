import type { CaseView } from "@/lib/disputes/cases/schema";

/** Which conversation a form is about, as it was read. */
export function CaseFields({ view: { id, version } }: { view: Pick<CaseView, "id" | "version"> }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
