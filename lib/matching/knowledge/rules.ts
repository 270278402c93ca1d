/** What a figure an assistant can object to is called. */
export const FIGURE = /^(duty:[\w-]{1,40}|style:[a-z_]{1,40}|experience|outcomes)$/;

/** A person sees the mean of their ratings once there are this many, so that no single one can be told from it. */
const FEWEST_SHOWN = 3;

/** The mean of ratings to one decimal; null while there are too few to be shown. */
export function shownMean(ratings: readonly number[]): number | null {
  if (ratings.length < FEWEST_SHOWN) return null;
  return Math.round((10 * ratings.reduce((sum, one) => sum + one, 0)) / ratings.length) / 10;
}
