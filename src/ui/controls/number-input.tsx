/** A number between two others; what is not one is put back. `empty` lets the field be blank, which is null. */
export function NumberInput(props: {
  label: string;
  value: number | null;
  min: number;
  max: number;
  empty?: boolean;
  placeholder?: string;
  onChange: (value: number) => void;
  onEmpty?: () => void;
}) {
  const shown = () => (props.value === null ? "" : String(Math.round(props.value * 1e6) / 1e6));
  return (
    <input
      class="input input-number"
      type="number"
      step="any"
      min={props.min}
      max={props.max}
      placeholder={props.placeholder}
      aria-label={props.label}
      value={shown()}
      onChange={(event) => {
        const input = event.currentTarget;
        const value = input.valueAsNumber;
        if (value >= props.min && value <= props.max) props.onChange(value);
        else if (props.empty && input.value === "" && !input.validity.badInput) props.onEmpty?.();
        else input.value = shown();
      }}
    />
  );
}
