import { z } from 'zod';

// Ids and dates as they are written in every structure file.

/** Names that every object has: a record by id would find them where nothing was written. */
const isReserved = (name: string) => name === 'prototype' || name in Object.prototype;

export const id = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/, {
    error: 'An id has letters and digits, with single hyphens or dots between them',
  })
  .refine((name) => !isReserved(name), {
    error: 'A reserved name is no id',
  });
export const eventId = z.string().regex(/^[A-Z]+(?:\.[A-Z0-9_]+)+$/, {
  error: 'An event is written in capitals with a dot, such as CAL.BAN_ORDER',
});
export const isoDate = z.iso.date({ error: 'A date is a day of the calendar, written "2020-08-28"' });
export const factId = z.string().regex(/^F-[A-Z]+-\d{2}$/, { error: 'The id of a fact looks like F-CN-05' });
export const objective = z
  .string()
  .regex(/^LO[1-8]$/, { error: 'A learning objective is one of LO1 to LO8' });
/** A year, a month or a day, or two of them as a span: `2020`, `2020-08`, `2020-08-29/2020-08-30` (ISO 8601). */
export const isoSpan = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, {
  error: 'A date is a year, a month or a day, or two of them: "2020", "2020-08", "2020-08-29/2020-08-30"',
});
