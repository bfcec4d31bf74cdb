/** Path of a Chromium or Chrome that is on this machine already. */
export function findBrowser(): Promise<string | undefined>;
/** The same; gets one when there is none. */
export function ensureBrowser(): Promise<string | undefined>;
