import type { Map as LeafletMap } from "leaflet";
import LassoSelect from "lucide-solid/icons/lasso-select";
import Maximize from "lucide-solid/icons/maximize";
import Minus from "lucide-solid/icons/minus";
import Paintbrush from "lucide-solid/icons/paintbrush";
import Plus from "lucide-solid/icons/plus";
import Printer from "lucide-solid/icons/printer";
import Ruler from "lucide-solid/icons/ruler";
import ScanSearch from "lucide-solid/icons/scan-search";
import Search from "lucide-solid/icons/search";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import type { JSX } from "solid-js";
import { Menu, type MenuItem } from "../controls/menu-button";
import type { MapHand, MapTool } from "./map-hand";

/** The buttons of the map: how it is looked at, what is in the hand, and what can be made of it. */
export function MapToolbar(props: {
  /** Null until there is one. */
  map: LeafletMap | null;
  zoom: number;
  hand: MapHand;
  hasAccounts: boolean;
  canPaint: boolean;
  onFit: () => void;
  anySelected: boolean;
  onZoomToSelected: () => void;
  problemsShown: boolean;
  onProblems: () => void;
  /** Pictures, and paper. */
  pictures: readonly MenuItem[];
}) {
  const Tool = (tool: {
    name: MapTool;
    label: string;
    hint: string;
    disabled?: boolean;
    children: JSX.Element;
  }) => (
    <ToolButton
      label={tool.label}
      hint={tool.hint}
      pressed={props.hand.tool() === tool.name}
      disabled={tool.disabled ?? false}
      onPress={() => props.hand.toggle(tool.name)}
    >
      {tool.children}
    </ToolButton>
  );
  return (
    <div class="map-toolbar" role="toolbar" aria-label="Map tools" aria-orientation="vertical">
      <div class="map-toolbar-group">
        <ToolButton
          label="Zoom in"
          hint="Zoom in (+)"
          disabled={props.zoom >= (props.map?.getMaxZoom() ?? 0)}
          onPress={() => props.map?.zoomIn()}
        >
          <Plus aria-hidden="true" />
        </ToolButton>
        <ToolButton
          label="Zoom out"
          hint="Zoom out (-)"
          disabled={props.zoom <= (props.map?.getMinZoom() ?? 0)}
          onPress={() => props.map?.zoomOut()}
        >
          <Minus aria-hidden="true" />
        </ToolButton>
        <ToolButton
          label="Fit all"
          hint="Fit all accounts (F)"
          disabled={!props.hasAccounts}
          onPress={props.onFit}
        >
          <Maximize aria-hidden="true" />
        </ToolButton>
        <ToolButton
          label="Zoom to selected"
          hint="Zoom to selected (Z)"
          disabled={!props.anySelected}
          onPress={props.onZoomToSelected}
        >
          <ScanSearch aria-hidden="true" />
        </ToolButton>
      </div>
      <div class="map-toolbar-group">
        <Tool
          name="lasso"
          label="Lasso"
          hint="Lasso: draw around accounts to select them (L). Shift-drag selects a box."
          disabled={!props.hasAccounts}
        >
          <LassoSelect aria-hidden="true" />
        </Tool>
        <Tool
          name="paint"
          label="Paint"
          hint="Paint accounts or units into a territory, pull borders (P)"
          disabled={!props.canPaint}
        >
          <Paintbrush aria-hidden="true" />
        </Tool>
        <ToolButton
          label="See what is wrong"
          hint="See what is wrong: gaps, overlaps, pieces apart, accounts far from their rep"
          pressed={props.problemsShown}
          disabled={!props.hasAccounts}
          onPress={props.onProblems}
        >
          <TriangleAlert aria-hidden="true" />
        </ToolButton>
      </div>
      <div class="map-toolbar-group">
        <Tool name="find" label="Find a place" hint="Find a place (S)">
          <Search aria-hidden="true" />
        </Tool>
        <Tool name="measure" label="Measure a distance" hint="Measure a distance (M)">
          <Ruler aria-hidden="true" />
        </Tool>
        <Menu label="Save or print the map" items={props.pictures}>
          <Printer aria-hidden="true" />
        </Menu>
      </div>
    </div>
  );
}

function ToolButton(props: {
  label: string;
  hint: string;
  /** Left out where the button does something at once. */
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
  children: JSX.Element;
}) {
  return (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={props.label}
      title={props.hint}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={() => props.onPress()}
    >
      {props.children}
    </button>
  );
}
