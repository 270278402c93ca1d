import { type Hours, minuteOf } from "@/lib/time/hours";

type NamedRole = { id: string; name: string };

/** Hours and a role as somebody types them: "8-12 front", "0830–17 phones"; no role where none is named. */
export type TypedShift = Hours & { roleId: string | null };

const TYPED = /^\s*(\d{1,2}(?:[:.]?\d{2})?)\s*(?:-|–|—|to|till|\s)\s*(\d{1,2}(?:[:.]?\d{2})?)\s*(.*)$/i;

/** What was typed as a shift, or null where it says no hours, or a role that none begins with. */
export function typedShift(text: string, roles: readonly NamedRole[]): TypedShift | null {
  const [, from = "", to = "", named = ""] = TYPED.exec(text) ?? [];
  const [startMinute, endMinute] = [minuteOf(from), minuteOf(to)];
  if (startMinute === null || endMinute === null || endMinute <= startMinute) return null;
  const words = named.trim().toLocaleLowerCase();
  if (words === "") return { startMinute, endMinute, roleId: null };
  const role =
    roles.find(({ name }) => name.toLocaleLowerCase().startsWith(words)) ??
    roles.find(({ name }) => name.toLocaleLowerCase().includes(words));
  return role ? { startMinute, endMinute, roleId: role.id } : null;
}
