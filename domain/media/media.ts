/** Kinds of messages that carry a file we fetch. Stickers are left alone. */
export const MEDIA_KINDS = ['audio', 'image', 'video', 'document'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export function isMediaKind(kind: string): kind is MediaKind {
  return MEDIA_KINDS.some((one) => one === kind);
}

export const MediaStatus = {
  /** To be fetched. */
  pending: 'pending',
  stored: 'stored',
  /** Its bytes will never be here; `problem` says why. */
  failed: 'failed',
  /** It was here, and its time is over. */
  removed: 'removed',
} as const;
export type MediaStatus = (typeof MediaStatus)[keyof typeof MediaStatus];

/** Why a file cannot be used. The last two are about stored files whose words nobody got. */
export const MediaProblem = {
  too_large: 'too_large',
  /** The provider has it no more. */
  expired: 'expired',
  /** What came is not what was sent: cut off, or of another kind. */
  broken: 'broken',
  /** The provider did not give it, however often it was asked. */
  unavailable: 'unavailable',
  /** A recording in which nobody speaks. */
  silent: 'silent',
  /** The model could not make anything of it. */
  not_understood: 'not_understood',
} as const;
export type MediaProblem = (typeof MediaProblem)[keyof typeof MediaProblem];
