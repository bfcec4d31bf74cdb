import { z } from 'zod';

/** Conditions as data. The vocabulary is closed: authors cannot run code. */
export type Gate =
  | { all: Gate[] }
  | { any: Gate[] }
  | { not: Gate }
  /** A region of the statechart is in a state or below it: `{region: ministry, is: asked}`. */
  | { region: string; is: string }
  | { event: string; fired: boolean }
  | { trust: string; min?: number | undefined; max?: number | undefined }
  | { info: string; min: number }
  /** A flag has a value; without `is`: it is true. */
  | { flag: string; is?: string | boolean | undefined }
  /** The signed agreement has one of these options; false without an agreement. */
  | { issue: string; in: string[] }
  /** The party would accept the signed agreement now; false without an agreement. */
  | { accepts: string; is?: boolean | undefined }
  /** Payload of the event being handled, drawn from the seed by the session. */
  | { chance: string; is: boolean };

/** Reads a gate; bounds of trust 0..100, of information 1..9. */
export const gateSchema: z.ZodType<Gate> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(gateSchema).min(1) }),
    z.strictObject({ any: z.array(gateSchema).min(1) }),
    z.strictObject({ not: gateSchema }),
    z.strictObject({ region: z.string(), is: z.string() }),
    z.strictObject({ event: z.string(), fired: z.boolean() }),
    z.strictObject({
      trust: z.string(),
      min: z.int().min(0).max(100).optional(),
      max: z.int().min(0).max(100).optional(),
    }),
    z.strictObject({ info: z.string(), min: z.int().min(1).max(9) }),
    z.strictObject({ flag: z.string(), is: z.union([z.string(), z.boolean()]).optional() }),
    z.strictObject({ issue: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ accepts: z.string(), is: z.boolean().optional() }),
    z.strictObject({ chance: z.string(), is: z.boolean() }),
  ]),
);
