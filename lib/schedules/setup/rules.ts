/** What a pool's shifts are checked against; times in minutes, the notice in days. */
export type SchedulePolicyRules = {
  restMinutes: number;
  daySpanMinutes: number;
  dayMinutes: number;
  weekMinutes: number;
  overContractMinutes: number;
  daysInRow: number;
  weeklyRestMinutes: number;
  breakAfterMinutes: number;
  breakMinutes: number;
  noticeDays: number;
  replacesPattern: boolean;
  /** True where the first who takes an open shift has it, unless it is with executives. */
  firstTaker: boolean;
  /** Wishes for a week are in time until so many days before its Monday. */
  wishesCloseDays: number;
  /** Days a month on which one may say "rather not". */
  ratherNotDays: number;
};

/** What holds in a pool that has set nothing: 11 h rest, 13 h from first to last, 10 h worked, 48 h a week, two weeks' notice (WTD, ATL § 12). */
export const DEFAULT_POLICY: SchedulePolicyRules = {
  restMinutes: 11 * 60,
  daySpanMinutes: 13 * 60,
  dayMinutes: 10 * 60,
  weekMinutes: 48 * 60,
  overContractMinutes: 2 * 60,
  daysInRow: 6,
  weeklyRestMinutes: 36 * 60,
  breakAfterMinutes: 5 * 60,
  breakMinutes: 30,
  noticeDays: 14,
  replacesPattern: false,
  firstTaker: false,
  wishesCloseDays: 21,
  ratherNotDays: 4,
};
