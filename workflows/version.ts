/** The version that new cases run on. A snapshot of an older one is migrated, or read and not touched. */
export const MACHINE_VERSION = 3;
