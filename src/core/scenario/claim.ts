import { z } from 'zod';

const sets = z.record(z.string(), z.array(z.string()).min(1));
const phases = z.array(z.string()).min(1);

/**
 * What the model is meant to show: how many contracts everybody accepts in some phases, or that a plan B
 * gets better from phase to phase. `sensitivity` measures how far a claim hangs on the exact numbers.
 */
export const claimSchema = z.union([
  z.strictObject({
    id: z.string(),
    /** Contracts at a table that everybody accepts, in every one of the phases. */
    zone: z.strictObject({
      track: z.string(),
      phases,
      hasOwnSuit: z.boolean().default(false),
      /** Counts only contracts with these options. */
      with: sets.default({}),
    }),
    /** At least so many contracts. */
    min: z.int().min(0).exactOptional(),
    /** At most this share 0..1 of all valid contracts of the table. */
    maxShare: z.number().min(0).max(1).exactOptional(),
  }),
  z.strictObject({
    id: z.string(),
    /** The plan B of this party is worth more in every phase than in the one before. */
    rises: z.strictObject({
      party: z.string(),
      phases: phases.min(2),
      hasOwnSuit: z.boolean().default(false),
    }),
  }),
]);

/** One claim of `model.yaml`. */
export type Claim = z.infer<typeof claimSchema>;
