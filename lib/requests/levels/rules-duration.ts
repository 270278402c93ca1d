/** Hours, and minutes where there are some: "8", "1:30". */
export const DURATION = /^\d{1,4}(:[0-5]\d)?$/;

/** The most that is promised. */
export const MOST_PROMISED_MINUTES = 100_000;

/** True for a duration that can be promised. */
export function isPromisable(text: string): boolean {
  return DURATION.test(text) && minutesOfDuration(text) <= MOST_PROMISED_MINUTES;
}

/** The minutes of a duration: 90 of "1:30". */
export function minutesOfDuration(duration: string): number {
  const [hours = 0, minutes = 0] = duration.split(":").map(Number);
  return 60 * hours + minutes;
}
