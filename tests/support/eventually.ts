/** Asks again until it does not throw; tells the last reason when time is up. */
export async function eventually<T>(work: () => Promise<T> | T, withinMs = 15_000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
