import { createMemo, createSignal, For, Show } from "solid-js";
import type { AreaFinding } from "../../files/areas/area-import";
import type { UnitSource } from "../../files/areas/units-job";
import { alignByUnits, returnExceptions } from "../../model/edits/assign-units";
import { removeUnits } from "../../model/edits/choose-units";
import { fillUnits } from "../../model/edits/fill-units";
import { isLive, liveCount } from "../../model/table";
import { accountsPerUnit, chosenUnitSet, exceptionsOf, unitOfAccount } from "../../model/units";
import { FileButton } from "../controls/file-button";
import { Modal } from "../controls/modal";
import { Progress } from "../controls/progress";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { spotlightOn } from "../territories/spotlights";
import "../territories/dialogs.css";
import { AreasForm } from "./areas-form";
import { ChooseUnitsForm } from "./choose-units-form";
import { PotentialForm } from "./potential-form";
import { UnitList } from "./unit-list";
import { rowNeighbors, unitShapes } from "./unit-shapes";
import { findingWords } from "./unit-words";
import { createUnitsWork, takeUnits } from "./use-units";
import "./units.css";

const AREA_FILES = ".geojson,.json,.topojson,.kml,.kmz";

/** Geographic units: which the plan uses, who has which, exceptions, own areas and market potential. */
export function UnitsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const services = useServices();
  const { session } = planner;
  const runner = createUnitsWork(services);
  const [areaFile, setAreaFile] = createSignal<File | null>(null);
  const [figureFile, setFigureFile] = createSignal<File | null>(null);
  const [findings, setFindings] = createSignal<readonly AreaFinding[]>([]);
  const chosen = createMemo(() => chosenUnitSet(planner.plan()));
  const counted = (count: number) => countText(planner.plan(), count);
  const coverage = createMemo(() => {
    const perUnit = accountsPerUnit(planner.plan());
    const inside = perUnit.reduce((sum, count) => sum + count, 0);
    const { accounts, units } = planner.plan().tables;
    const outside = liveCount(accounts) - inside;
    return { units: liveCount(units), used: perUnit.filter((count) => count > 0).length, inside, outside };
  });
  const exceptions = createMemo(() => exceptionsOf(planner.plan(), planner.path()));
  const idle = () => runner.work() === null && !areaFile() && !figureFile();
  const use = (source: UnitSource) => takeUnits(planner, services, runner, source);
  const takeAreas = async (source: UnitSource, found: readonly AreaFinding[]) => {
    setAreaFile(null);
    if (await use(source)) setFindings(found);
  };
  const rowsWhere = (holds: (row: number) => boolean) => {
    const { accounts } = session.plan.tables;
    return [...accounts.ids.keys()].filter((row) => isLive(accounts, row) && holds(row));
  };
  const showOutside = () => {
    const unitOf = unitOfAccount(session.plan);
    props.onClose();
    spotlightOn(
      planner,
      "in no unit",
      rowsWhere((row) => unitOf[row] === -1),
    );
  };
  const showExceptions = () => {
    const { flags } = exceptions();
    props.onClose();
    spotlightOn(
      planner,
      "not in the territory of their unit",
      rowsWhere((row) => flags[row] === 1),
    );
  };
  const fill = async () => {
    const set = chosen();
    const areas = set && (await runner.run("Loading the areas", () => services.unitSet(set)));
    if (!areas) return;
    const { plan, path } = session;
    const neighbors = rowNeighbors(unitShapes(areas, plan.tables.units));
    if (!doEdit(planner, fillUnits(plan, path, neighbors)))
      planner.notify({ text: "No free unit lies beside one that has a territory." });
  };
  const share = () => (100 * exceptions().count) / Math.max(1, exceptions().placed);
  return (
    <Modal
      open
      size="large"
      title="Units"
      description="Counties, 3-digit ZIP areas, states, countries or your own areas: assigned whole, with the accounts in them."
      keepOpen={runner.work() !== null}
      onClose={() => {
        runner.cancel();
        props.onClose();
      }}
      footer={
        <>
          <Show when={chosen() && idle()}>
            <button
              type="button"
              class="button"
              disabled={planner.readOnly()}
              onClick={() => doEdit(planner, removeUnits(session.plan))}
            >
              Remove units
            </button>
          </Show>
          <span class="spacer" />
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <div
        class="form"
        role="group"
        aria-label="Units in use"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const file = event.dataTransfer?.files[0];
          if (!file || !idle() || planner.readOnly()) return;
          if (/\.(csv|tsv|txt)$/i.test(file.name) && chosen()) setFigureFile(file);
          else setAreaFile(file);
        }}
      >
        <Show when={runner.work()}>
          {(work) => <Progress label={work().label} done={work().done} onCancel={runner.cancel} />}
        </Show>
        <Show when={runner.problem()}>
          {(problem) => (
            <p class="form-problem" role="alert">
              {problem()}
            </p>
          )}
        </Show>
        <ChooseUnitsForm disabled={planner.readOnly() || !idle()} onUse={(source) => void use(source)} />
        <Show
          when={chosen()}
          fallback={
            <p class="form-hint">
              The plan uses no units yet. Choose some, or drop a GeoJSON or KML file with areas of your own
              here. Every account then knows its unit, and each unit goes to the territory that has most of
              its accounts.
            </p>
          }
        >
          {(set) => (
            <>
              <p role="status" aria-label="Coverage">
                {`${set().name}${set().approximate ? " (approximate)" : ""}: ${counted(coverage().units)}, with ${counted(coverage().inside)} ${coverage().inside === 1 ? "account" : "accounts"} in ${counted(coverage().used)} of them. `}
                <Show when={coverage().outside > 0} fallback="No account lies outside.">
                  <button type="button" class="button button-quiet" onClick={showOutside}>
                    {`Show ${counted(coverage().outside)} in none`}
                  </button>
                </Show>
              </p>
              <p role="status" aria-label="Exceptions" classList={{ "units-warning": exceptions().many }}>
                {`${counted(exceptions().count)} ${exceptions().count === 1 ? "account is an exception" : "accounts are exceptions"} to their unit (${share().toFixed(1)} %)${exceptions().many ? ": so many that the units mislead." : "."}`}
              </p>
              <div class="form-row">
                <Show when={exceptions().count > 0}>
                  <button type="button" class="button" onClick={showExceptions}>
                    Show exceptions
                  </button>
                  <button
                    type="button"
                    class="button"
                    disabled={planner.readOnly()}
                    onClick={() => doEdit(planner, returnExceptions(session.plan, session.path))}
                  >
                    Put exceptions back
                  </button>
                </Show>
                <button
                  type="button"
                  class="button"
                  disabled={planner.readOnly() || !idle()}
                  onClick={() => doEdit(planner, alignByUnits(session.plan, session.path))}
                >
                  Align units by their accounts
                </button>
                <button
                  type="button"
                  class="button"
                  disabled={planner.readOnly() || !idle()}
                  onClick={() => void fill()}
                >
                  Give free units to their neighbors
                </button>
              </div>
            </>
          )}
        </Show>
        <For each={findings()}>{(finding) => <p class="form-hint">{findingWords(finding, counted)}</p>}</For>
        <Show when={idle() && !planner.readOnly()}>
          <div class="form-row">
            <FileButton label="Import own areas" accept={AREA_FILES} onFile={setAreaFile} />
            <Show when={chosen()}>
              <FileButton label="Import potential" accept=".csv,.tsv,.txt" onFile={setFigureFile} />
            </Show>
          </div>
        </Show>
        <Show when={areaFile()} keyed>
          {(file) => (
            <AreasForm
              file={file}
              runner={runner}
              onAreas={(source, found) => void takeAreas(source, found)}
              onCancel={() => setAreaFile(null)}
            />
          )}
        </Show>
        <Show when={figureFile()} keyed>
          {(file) => <PotentialForm file={file} runner={runner} onDone={() => setFigureFile(null)} />}
        </Show>
        <Show when={chosen() && idle()}>
          <UnitList />
        </Show>
      </div>
    </Modal>
  );
}
