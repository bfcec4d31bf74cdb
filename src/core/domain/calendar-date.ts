/** Local calendar dates as ISO text (`2020-08-28`). Game time is dates, never a clock. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** Whole days from `from` to `to`; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
