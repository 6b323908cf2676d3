/** Numbers in the dialog are written as its words are, in English, whatever the plan to be made will use (BCP 47). */
export const DIALOG_LOCALE = "en-US";
