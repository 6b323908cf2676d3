import { UNASSIGNED } from "../../../model/alignment";
import { indexOf } from "../../../model/metrics/balance";
import type { Plan } from "../../../model/plan";
import { pictureFileName } from "../../../session/export-name";
import { indexText } from "../../number-format";
import type { Planner } from "../../planner";
import { saveFile } from "../../share/save-file";
import { guidingMeasure } from "../../territories/reshape-actions";
import { CanvasLayer } from "../canvas-layer";
import { indexColor } from "../color-scale";
import { PADDING } from "../frame";
import type { MapScene } from "../map-scene";
import { type MapTopic, mapTopics } from "../map-topics";
import { cssColor } from "../rgb";
import { scaleBar } from "../scale-bar";
import { topicScale } from "../topic-scale";
import { paintPicture, pictureFrame, pictureMarkup } from "./map-picture";
import { layoutSheet, paintSheet, type SheetFacts } from "./picture-sheet";
import { SvgContext } from "./svg-context";
import "./print.css";

/** Device pixels for each CSS pixel of a saved picture: sharp on paper. */
const RATIO = 2.5;
const SCALE_PX = 140;

/** Saves the map as it is shown, with title, legend and scale, as a PNG. */
export async function savePng(planner: Planner, scene: MapScene, credit: string): Promise<void> {
  const facts = factsOf(planner, scene, credit);
  const { width, height } = scene.view.view;
  const layout = layoutSheet(width, height, facts.legend.length, facts.colors !== null);
  const frame = pictureFrame(scene, RATIO);
  const map = paintPicture(scene, frame, heatOf(scene));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(layout.width * RATIO);
  canvas.height = Math.round(layout.height * RATIO);
  const context = canvas.getContext("2d")!;
  context.scale(RATIO, RATIO);
  context.fillStyle = cssColor(facts.background);
  context.fillRect(0, 0, layout.width, layout.height);
  const [cutX, cutY] = [width * PADDING * RATIO, height * PADDING * RATIO];
  const { x, y } = layout.map;
  context.drawImage(map, cutX, cutY, width * RATIO, height * RATIO, x, y, width, height);
  paintSheet(context, layout, facts);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The picture is too large for this browser.");
  saveFile(pictureFileName(planner.plan(), "png"), new Uint8Array(await blob.arrayBuffer()), "image/png");
}

/** The same as an SVG, which stays sharp at any size. */
export function saveSvg(planner: Planner, scene: MapScene, credit: string): void {
  const bytes = new TextEncoder().encode(svgOf(planner, scene, credit));
  saveFile(pictureFileName(planner.plan(), "svg"), bytes, "image/svg+xml");
}

/** Prints the map, with title, legend and scale, on a page of its own. */
export async function printMap(planner: Planner, scene: MapScene, credit: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svgOf(planner, scene, credit)], { type: "image/svg+xml" }));
  const picture = document.createElement("img");
  picture.className = "print-picture";
  picture.alt = "";
  picture.src = url;
  await picture.decode();
  document.body.append(picture);
  const done = () => {
    picture.remove();
    URL.revokeObjectURL(url);
  };
  addEventListener("afterprint", done, { once: true });
  print();
}

/** The picture as SVG text. */
export function svgOf(planner: Planner, scene: MapScene, credit: string): string {
  const facts = factsOf(planner, scene, credit);
  const { width, height } = scene.view.view;
  const layout = layoutSheet(width, height, facts.legend.length, facts.colors !== null);
  const frame = pictureFrame(scene, 1);
  const around = new SvgContext(document.createElement("canvas").getContext("2d"));
  around.fillStyle = cssColor(facts.background);
  around.fillRect(0, 0, layout.width, layout.height);
  // Only the parts of a context that this one has are used.
  paintSheet(around as unknown as CanvasRenderingContext2D, layout, facts);
  const { x, y } = layout.map;
  const cut = `${width * PADDING} ${height * PADDING} ${width} ${height}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}">`,
    around.markup,
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${cut}" overflow="hidden">`,
    pictureMarkup(scene, frame, heatOf(scene)),
    "</svg>",
    "</svg>",
    "",
  ].join("\n");
}

function factsOf(planner: Planner, scene: MapScene, credit: string): SheetFacts {
  const plan = planner.plan();
  const { view, height, worldSize, top } = { view: scene.view.view, ...scene.view.view };
  const { locale, distanceUnit } = plan.settings;
  const scenario = plan.scenarios.find(({ id }) => id === planner.path().scenario)?.name ?? "";
  const figures = planner.figures();
  const theme = scene.theme();
  const topic = scene.topic();
  const measure = topic.kind === "territories" ? guidingMeasure(plan) : topic.measure;
  const figure = figures.measures.find((each) => each.measure.id === measure?.id);
  const { territories } = scene.shown();
  const strongest = {
    account: scene.shades()?.largest ?? null,
    density: scene.densest(),
    unit: scene.units.strongest(),
  };
  // Elsewhere the colors say nothing of whose the ground is.
  const listed = topic.kind === "territories" || topic.kind === "index" ? territories : [];
  const legend = listed.flatMap((territory, slot) => {
    if (!territory) return [];
    if (slot === UNASSIGNED && !(figures.accounts[slot]! > 0)) return [];
    const index = figure ? indexOf(figure.totals[slot] ?? 0, figure.targets[slot] ?? 0) : Number.NaN;
    const color =
      topic.kind !== "index"
        ? territory.color
        : cssColor(Number.isNaN(index) ? theme.land : indexColor(index));
    return [{ color, name: territory.name, detail: indexText(index) }];
  });
  const collator = new Intl.Collator(locale, { numeric: true });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date());
  const middle = (top + height / 2) / worldSize;
  return {
    title: plan.name,
    subtitle: [scenario, `balance ${indexText(figures.balanceScore)}`, date].join(" · "),
    legendTitle: legendTitle(plan, topic, measure?.name ?? null),
    legend: legend.sort((a, b) => collator.compare(a.name, b.name)),
    colors: topicScale(plan, topic, strongest, scene.isDark()),
    scale: view.height > 0 ? scaleBar(middle, worldSize, distanceUnit, SCALE_PX) : null,
    credit,
    background: theme.land,
    text: theme.text,
    font: theme.font,
  };
}

function legendTitle(plan: Plan, topic: MapTopic, measure: string | null): string {
  const same = (other: MapTopic) =>
    other.kind === topic.kind &&
    (!("measure" in other) || !("measure" in topic) || other.measure.id === topic.measure.id);
  if (topic.kind !== "territories") return mapTopics(plan).find((each) => same(each.topic))?.label ?? "";
  return measure ? `Territories, ${measure} index` : "Territories";
}

function heatOf({ view: { map } }: MapScene): CanvasLayer | null {
  let heat: CanvasLayer | null = null;
  const pane = map.getPane("heat");
  map.eachLayer((layer) => {
    if (layer instanceof CanvasLayer && layer.canvas.parentElement === pane) heat = layer;
  });
  return heat;
}
