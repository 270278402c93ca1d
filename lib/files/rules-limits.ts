/** The most a file may hold. */
export const MOST_FILE_BYTES = 10 * 1_024 * 1_024;
/** The most files that belong to one thing. */
export const MOST_FILES = 10;
/** The most that is sent at once. */
export const MOST_BYTES_AT_ONCE = 50 * 1_024 * 1_024;
