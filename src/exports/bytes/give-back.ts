/**
 * Gives the memory of a buffer back at once, without waiting for the garbage collector; the buffer is empty afterwards.
 * Engines of before 2023 cannot, and wait; nor can they with memory that others share, and leave it alone.
 */
export const giveBack = (buffer: ArrayBufferLike): void => {
  const detachable = buffer as { transfer?(length: number): unknown };
  try {
    detachable.transfer?.(0);
  } catch {}
};
