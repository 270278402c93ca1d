/** How many assistants are compared at once; apart from the schemas, so that a list doesn't load a parser. */
export const MOST_COMPARED = 4;
