/** How many records a page of a list has when neither `first` nor `last` says: every node and the gateway cut alike. */
export const DEFAULT_PAGE_SIZE = 20;

/** The most that `first` or `last` may ask for. */
export const MAX_PAGE_SIZE = 1000;
