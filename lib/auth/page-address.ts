/** The header in which a request names the page it is for, written before any page reads it. */
export const PAGE_ADDRESS_HEADER = "x-page-address";
