import * as z from 'zod';
import type { FlowObject } from '../../domain/flow/runtime/value';

/** Merges from before these were noted have none. */
const given = z
  .record(z.string(), z.json())
  .default({})
  .transform((fields) => fields as FlowObject);

/** What a merge has moved, as it is kept for the undo (`contact_merges.moved`). Ids only, but for fields. */
export const movedSchema = z.object({
  identities: z.array(z.string()),
  /** Conversations on channels where the other contact had none: they changed hands whole. */
  handedOn: z.array(z.string()),
  /** On channels where both had one. */
  joined: z.array(
    z.object({
      fromId: z.string(),
      intoId: z.string(),
      /** Where the surviving conversation's replies went before. */
      intoAddress: z.string(),
      messages: z.array(z.string()),
      turns: z.array(z.string()),
      balloons: z.array(z.string()),
      /** Variables that the surviving conversation got. */
      variables: given,
    }),
  ),
  /** Rows of contact_tags that the surviving contact got. */
  tags: z.array(z.string()).default([]),
  /** Fields that it got. */
  fields: given,
});
export type Moved = z.infer<typeof movedSchema>;
export type JoinedPair = Moved['joined'][number];
