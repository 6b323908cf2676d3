export interface MapPaneProps {
  /** Asks the planner which territory the selected accounts go to. */
  readonly onAssign: () => void;
  /** Shows the accounts that have no place, so that they can be repaired. */
  readonly onShowUnlocated: () => void;
}

/** The accounts where they are, colored by territory. Everything but the two questions comes from `usePlanner`. */
export function MapPane(_props: MapPaneProps) {
  return <section class="map-pane" aria-label="Map" />;
}
