/** A choice kept by this browser. Storage may be refused (private windows): then it lasts as long as the page. */
export function localSetting<T extends string>(key: string, choices: readonly T[], fallback: T) {
  return {
    read(): T {
      try {
        const kept = localStorage.getItem(key);
        return choices.find((choice) => choice === kept) ?? fallback;
      } catch {
        return fallback;
      }
    },
    write(choice: T): void {
      try {
        localStorage.setItem(key, choice);
      } catch {
        // Refused storage: nothing to do, the choice holds for this page.
      }
    },
  };
}
