/** How many days before today, and after it, people may report of themselves. */
export type ReportingLimits = { daysBack: number; daysAhead: number };

const USUAL_DAYS = 7;

/** What a pool has set, and a week each way where it has set nothing. */
export function reportingLimitsOf(
  policy: { reportedDaysBack: number | null; reportedDaysAhead: number | null } | null,
): ReportingLimits {
  return {
    daysBack: policy?.reportedDaysBack ?? USUAL_DAYS,
    daysAhead: policy?.reportedDaysAhead ?? USUAL_DAYS,
  };
}
