import type { ReferenceField } from "@/lib/api/reference-fields";

type FieldListProps = {
  title: string;
  fields: ReferenceField[];
  /** The word beside a field that must be there, or may be missing; left out where it goes without saying. */
  required?: string;
  optional?: string;
};

/** Fields by name with what they hold. */
export function FieldList({ title, fields, required, optional }: FieldListProps) {
  if (fields.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-sm font-semibold">{title}</h3>
      <dl className="text-sm">
        {fields.map((field) => (
          <div
            key={field.path}
            className="grid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <dt className="font-mono text-xs leading-5 [overflow-wrap:anywhere]">
              {field.path}
              <span className="ml-2 font-sans font-medium text-ink-2">
                {field.isRequired ? required : optional}
              </span>
            </dt>
            <dd lang="en" className="text-ink-2 [overflow-wrap:anywhere]">
              <span className="text-ink">{field.type}</span>
              {field.note && ` · ${field.note}`}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
