import type { ComponentChild, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** What stands in the place of a component whose code is not here: on its way, or not to be had until `again` is called. */
interface Stands {
  waiting: ComponentChild;
  failed: (again: () => void) => ComponentChild;
}

/** A component whose code is fetched when it is first drawn, or before by `prefetch`. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, stands: Stands) {
  let loaded: ComponentType<P> | null = null;
  const prefetch = async () => {
    loaded ??= await load();
  };
  function Lazy(props: P) {
    const [tries, setTries] = useState(0);
    const [failedTry, setFailedTry] = useState<number | null>(null);
    const [, redraw] = useState(false);
    // What this draw saw. Between draw and effect a prefetch may finish: asking `loaded` again there would leave the stand-in for ever.
    const isHere = loaded !== null;
    useEffect(() => {
      if (isHere) return;
      prefetch().then(
        () => redraw((now) => !now),
        () => setFailedTry(tries),
      );
    }, [isHere, tries]);
    if (loaded === null) return <>{failedTry === tries ? stands.failed(() => setTries(tries + 1)) : stands.waiting}</>;
    const Loaded = loaded;
    return <Loaded {...props} />;
  }
  return { Lazy, prefetch };
}
