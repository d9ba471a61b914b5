import type { ComponentChild, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component whose code is fetched when it is first drawn. `waiting` stands in its place until then, `failed` when it cannot be had. */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  stands: { waiting: ComponentChild; failed: ComponentChild },
) {
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const [, redraw] = useState(0);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (component) => {
          loaded = component;
          redraw((count) => count + 1);
        },
        () => setFailed(true),
      );
    }, []);
    if (loaded === null) return <>{hasFailed ? stands.failed : stands.waiting}</>;
    const Loaded = loaded;
    return <Loaded {...props} />;
  };
}
