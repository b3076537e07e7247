import * as z from 'zod';

/** What a merge has moved, as it is kept for the undo (`contact_merges.moved`). Ids only. */
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
    }),
  ),
});
export type Moved = z.infer<typeof movedSchema>;
export type JoinedPair = Moved['joined'][number];
