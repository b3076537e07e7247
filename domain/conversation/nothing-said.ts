/**
 * What a turn's activity says (a cancellation's detail) when it stopped as it was asked to, and had stored and sent nothing.
 * Without it nobody knows: the engine ends work that waits for its next try by itself, whatever the last try had done.
 */
export const NOTHING_SAID = 'nothing said';
