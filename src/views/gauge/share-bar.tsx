interface ShareBarProps {
  /** 0..1 of the whole. */
  share: number;
  /** The one that is worth a look. */
  isMost: boolean;
}

/** A part of a whole, which has no limit to be held against. It repeats a figure beside it, so it is hidden from readers. */
export function ShareBar({ share, isMost }: ShareBarProps) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <svg class={`gauge${isMost ? " gauge-W" : ""}`} width="100%" height="10" aria-hidden="true">
      <rect class="gauge-track" x="0" y="3" width="100%" height="4" rx="1" />
      <rect class="gauge-bar" x="0" y="3" width={`${width}%`} height="4" rx="1" />
    </svg>
  );
}
