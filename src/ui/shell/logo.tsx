/** The mark: a field divided evenly; the same drawing as `public/icon.svg`. */
export function Logo(props: { size?: number }) {
  return (
    <svg
      class="logo"
      viewBox="0 0 64 64"
      width={props.size ?? 44}
      height={props.size ?? 44}
      aria-hidden="true"
    >
      <rect width="64" height="64" rx="14" fill="#12343b" />
      <path fill="#f2b950" d="M12 17.2 29.6 12v17.4L12 33.4z" />
      <path fill="#5cc3a4" d="M33.4 11.6 52 12.8v12.9l-18.6 3.2z" />
      <path fill="#e9f1ee" d="M12 37.3 26.2 34l-3.7 18.4L12 51.2z" />
      <path fill="#4a9fd8" d="M30 33.2 52 29.5V52l-25.7.6z" />
    </svg>
  );
}
