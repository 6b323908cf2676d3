/** Hears files dropped anywhere on the page; returns how to stop. */
export function installFileDrop(options: {
  onFiles: (files: readonly File[], refusal: string | null) => void;
}): () => void {
  void options;
  return () => {};
}
