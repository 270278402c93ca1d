/** Where an absence stands; ABSENCE_MOVES leads from one to another. */
export const ABSENCE_STATUSES = [
  "draft",
  "requested",
  "provisionally_approved",
  "approved",
  "cancellation_requested",
  "cancelled",
  "declined",
  "withdrawn",
] as const;
export type AbsenceStatus = (typeof ABSENCE_STATUSES)[number];

/** Asked for and not decided, also where one of two has approved it. */
export const ASKED_STATUSES = ["requested", "provisionally_approved"] as const;

/** What waits for somebody: a request, a first approval, a request to take leave back. */
export const WAITING_STATUSES = [...ASKED_STATUSES, "cancellation_requested"] as const;

/** What counts as away, also where its owner asks to take it back. */
export const BOOKED_STATUSES = ["approved", "cancellation_requested"] as const;

/** The statuses in which an absence keeps its days from any other. */
export const LIVE_STATUSES = [...ASKED_STATUSES, ...BOOKED_STATUSES] as const;

/** True for an absence that is asked for and not decided. */
export function isAskedFor(status: AbsenceStatus): boolean {
  return ASKED_STATUSES.some((asked) => asked === status);
}

/** True for an absence that waits for somebody to decide. */
export function isWaiting(status: AbsenceStatus): boolean {
  return WAITING_STATUSES.some((waiting) => waiting === status);
}
