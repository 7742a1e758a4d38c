/** How many random supergraphs there are, and random operations over each made by hand: ONENX_DIFFERENTIAL_RUNS. */
export const runs = Number(process.env.ONENX_DIFFERENTIAL_RUNS ?? 20);

/** How long a property may look for a smaller example. */
export const propertyMs = 60_000 + runs * 3_000;

/** The oracle is installed when it is not there yet. */
export const installMs = 600_000;
