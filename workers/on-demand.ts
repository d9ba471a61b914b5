/**
 * What is loaded with its first use and kept: its value, no promise, since what waits on a promise of another object's request goes on
 * in the wrong place. An `import()` waits for the next turn of the event loop also for what is loaded; this does not.
 */
export function onDemand<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly value: T } | null = null;
  return async () => {
    kept ??= { value: await load() };
    return kept.value;
  };
}
