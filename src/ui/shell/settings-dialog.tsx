import { createSignal } from "solid-js";
import { changeSettings } from "../../model/edits/plan-records";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";

const LOCALES = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pt-BR", "sv-SE", "ja-JP"];
const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "CAD",
  "AUD",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "JPY",
  "BRL",
  "INR",
  "MXN",
];

/** How the plan shows numbers, dates, money and distances. */
export function SettingsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const { author } = useServices();
  const [settings, setSettings] = createSignal(session.plan.settings);
  const [name, setName] = createSignal(author.name());
  const withCurrent = (choices: readonly string[], current: string) =>
    choices.includes(current) ? choices : [current, ...choices];
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (JSON.stringify(settings()) !== JSON.stringify(session.plan.settings)) {
      session.edit(changeSettings(session.plan, settings()));
    }
    if (name().trim() !== author.name()) author.setName(name().trim());
    props.onClose();
  };
  const select = (label: string, key: "locale" | "currency" | "distanceUnit", choices: readonly string[]) => (
    <label class="field field-grow">
      <span class="field-label">{label}</span>
      <select
        class="select"
        value={settings()[key]}
        onChange={(event) => setSettings({ ...settings(), [key]: event.currentTarget.value })}
      >
        {withCurrent(choices, settings()[key]).map((choice) => (
          <option value={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
  return (
    <Modal
      open
      size="small"
      title="Plan settings"
      description="They change how values are shown and typed, never the values."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="settings-form" class="button button-primary">
            Save
          </button>
        </>
      }
    >
      <form id="settings-form" class="form" onSubmit={save}>
        <div class="form-row">
          {select("Numbers and dates", "locale", LOCALES)}
          {select("Currency", "currency", CURRENCIES)}
          {select("Distances", "distanceUnit", ["mi", "km"])}
        </div>
        <label class="field">
          <span class="field-label">Your name on this device, for the plan's history</span>
          <input
            class="input"
            autocomplete="name"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="field-label">Time zone</span>
          <select
            class="select"
            value={settings().timeZone}
            onChange={(event) => setSettings({ ...settings(), timeZone: event.currentTarget.value })}
          >
            {withCurrent(Intl.supportedValuesOf("timeZone"), settings().timeZone).map((zone) => (
              <option value={zone}>{zone}</option>
            ))}
          </select>
        </label>
      </form>
    </Modal>
  );
}
