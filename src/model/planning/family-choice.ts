/** Whether parents and subsidiaries are to stay in one territory. A plan has at most one such record, with the id "". */
export interface FamilyChoice {
  readonly id: "";
  readonly together: boolean;
}
