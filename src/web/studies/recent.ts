/** The last few of something that takes long to make. Two who ask for the same at once wait for one making. */
export interface Recent<T> {
  get(key: string, make: () => Promise<T>): Promise<T>;
}

export function keepRecent<T>(most: number): Recent<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    get(key, make) {
      const made = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, made);
      made.catch(() => {
        if (kept.get(key) === made) kept.delete(key);
      });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return made;
    },
  };
}
