import type { FormValues } from "@/components/ui/forms/form-context";

/** Which record a form changes, and the version it was read at. */
export function VersionFields({ values }: { values: FormValues }) {
  return (
    <>
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="version" value={values.version} />
    </>
  );
}
