import { z } from 'zod';

/** Consequences as data, performed in the order they are listed. */
export const effectSchema = z.union([
  z.strictObject({ trust: z.string(), by: z.int().min(-20).max(20) }),
  z.strictObject({ info: z.string(), by: z.int().min(1).max(3) }),
  /** Raise a domain event in every region, after the present step. */
  z.strictObject({ send: z.string() }),
  z.strictObject({ set: z.record(z.string(), z.union([z.string(), z.boolean()])) }),
  /** Change lines of the signed agreement; nothing happens without one. */
  z.strictObject({ amend: z.record(z.string(), z.string()) }),
  /**
   * Lay a prepared draft on a table. The buyer and both wings of the own side vote by the model:
   * all yes = signed (the track's `signs` event is sent), else refused (`DEAL.REFUSED` is sent).
   */
  z.strictObject({
    table: z.strictObject({
      track: z.union([z.string(), z.strictObject({ flag: z.string() })]),
      draft: z.string(),
    }),
  }),
  /** The signed agreement is void: a capital said no, or a new rule has broken it. */
  z.strictObject({ cancel: z.literal('agreement') }),
  z.strictObject({ end: z.string() }),
]);

export type Effect = z.infer<typeof effectSchema>;
