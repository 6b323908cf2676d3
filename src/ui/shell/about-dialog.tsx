import { For } from "solid-js";
import { GEODATA_ATTRIBUTION } from "../../geodata/attribution";
import { Modal } from "../controls/modal";
import "../territories/dialogs.css";

/** What Evenfield is, what it does with data, and whose data it brings. */
export function AboutDialog(props: { onClose: () => void }) {
  return (
    <Modal open size="small" title="About Evenfield" onClose={props.onClose}>
      <div class="form">
        <p>
          A sales territory planner that runs wholly in this browser. Your plans are stored on this device and
          sent nowhere; save a plan file to keep a copy or to pass one on.
        </p>
        <ul class="about-credits">
          <For each={GEODATA_ATTRIBUTION}>
            {(credit) => (
              <li>
                {credit.text}{" "}
                <a href={credit.url} target="_blank" rel="noopener noreferrer">
                  {new URL(credit.url).host}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Modal>
  );
}
