/** The cookie that a page sets for as long as it asks for itself anew, unasked by its person, so that it keeps no session alive. */
export const BY_ITSELF_COOKIE = "by-itself";
