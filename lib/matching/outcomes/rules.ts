/** A cover is asked about for so many days, once, and never reminded of. */
export const ASKED_DAYS = 14;
