import LassoSelect from "lucide-solid/icons/lasso-select";
import Maximize from "lucide-solid/icons/maximize";
import Minus from "lucide-solid/icons/minus";
import Paintbrush from "lucide-solid/icons/paintbrush";
import Plus from "lucide-solid/icons/plus";
import Printer from "lucide-solid/icons/printer";
import Ruler from "lucide-solid/icons/ruler";
import Search from "lucide-solid/icons/search";
import { Menu, type MenuItem } from "../controls/menu-button";

/** The buttons of the map. */
export function MapToolbar(props: {
  canZoomIn: boolean;
  canZoomOut: boolean;
  canFit: boolean;
  lasso: boolean;
  painting: boolean;
  canPaint: boolean;
  onZoomIn: () => void;
  onZoomOut: () => void;
  onFit: () => void;
  onLasso: () => void;
  onPaint: () => void;
  finding: boolean;
  onFind: () => void;
  measuring: boolean;
  onMeasure: () => void;
  /** What can be made of the map: pictures, and paper. */
  pictures: readonly MenuItem[];
}) {
  return (
    <div class="map-toolbar" role="toolbar" aria-label="Map tools" aria-orientation="vertical">
      <div class="map-toolbar-group">
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Zoom in"
          title="Zoom in (+)"
          disabled={!props.canZoomIn}
          onClick={() => props.onZoomIn()}
        >
          <Plus aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Zoom out"
          title="Zoom out (-)"
          disabled={!props.canZoomOut}
          onClick={() => props.onZoomOut()}
        >
          <Minus aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Fit all"
          title="Fit all accounts (F)"
          disabled={!props.canFit}
          onClick={() => props.onFit()}
        >
          <Maximize aria-hidden="true" />
        </button>
      </div>
      <div class="map-toolbar-group">
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Lasso"
          title="Lasso: draw around accounts to select them (L). Shift-drag selects a box."
          aria-pressed={props.lasso}
          disabled={!props.canFit}
          onClick={() => props.onLasso()}
        >
          <LassoSelect aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Paint"
          title="Paint accounts or units into a territory, pull borders (P)"
          aria-pressed={props.painting}
          disabled={!props.canPaint}
          onClick={() => props.onPaint()}
        >
          <Paintbrush aria-hidden="true" />
        </button>
      </div>
      <div class="map-toolbar-group">
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Find a place"
          title="Find a place (S)"
          aria-pressed={props.finding}
          onClick={() => props.onFind()}
        >
          <Search aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Measure a distance"
          title="Measure a distance (M)"
          aria-pressed={props.measuring}
          onClick={() => props.onMeasure()}
        >
          <Ruler aria-hidden="true" />
        </button>
        <Menu label="Save or print the map" items={props.pictures}>
          <Printer aria-hidden="true" />
        </Menu>
      </div>
    </div>
  );
}
