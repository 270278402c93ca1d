"use client";
import { FieldFrame } from "@/components/ui/forms/field";
import { useField } from "@/components/ui/forms/form-context";

/** One calendar file, as a calendar program exports it. */
export function CalendarFileField({ label, description }: { label: string; description: string }) {
  const field = useField({ name: "file", description });
  return (
    <FieldFrame name="file" id={field.id} {...{ label, description, message: field.message }} isRequired>
      <input
        type="file"
        id={field.id}
        name="file"
        required
        accept=".ics,text/calendar"
        {...field.aria}
        className="min-h-9 w-full max-w-sm py-1 text-sm touch:min-h-11"
      />
    </FieldFrame>
  );
}
