/** Path of a Chromium or Chrome that is on this machine already. */
export function findBrowser(): Promise<string | undefined>;
/** The same; gets one when there is none. */
export function ensureBrowser(): Promise<string | undefined>;
/** A browser of the system in folders of the path or in places given in full. */
export function findInstalled(folders?: readonly string[], places?: readonly string[]): string | undefined;
